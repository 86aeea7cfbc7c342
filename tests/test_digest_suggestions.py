"""Suggested questions: plain French and English, and provably answerable."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from toys_digest import assistant
from toys_index import article

from corpus.article import Language
from corpus.passage import passages_of
from rag.answer import Answer, Short
from rag.digest.sentences import sentences_of
from rag.digest.suggestions import LONGEST, SHORTEST, proves, questions_from, suggest
from rag.errors import UsageError


def questions(text: str, language: Language) -> tuple[str, ...]:
    passages = passages_of(article("a-question", text, language=language))
    return tuple(question for sentence in sentences_of(passages) for question in questions_from(sentence))


@pytest.mark.parametrize(
    ("text", "language", "question"),
    [
        ("Plus de 600 soldats ont été tués dimanche 8 janvier à Kramatorsk, selon Moscou.", "fr",
         "Combien de soldats ont été tués à Kramatorsk\u202f?"),
        ("Quelque 39 habitants ont été sauvés à Dnipro.", "fr",
         "Combien d’habitants ont été sauvés à Dnipro\u202f?"),
        ("Nicola Sturgeon a quitté mercredi la tête du gouvernement à Édimbourg.", "fr",
         "Qui a quitté la tête du gouvernement à Édimbourg\u202f?"),
        ("Le président russe Vladimir Poutine s’est rendu lundi 19 décembre à Minsk pour son voyage.", "fr",
         "Qui s’est rendu à Minsk\u202f?"),
        ("L’expérience a eu lieu le 5 décembre au National Ignition Facility.", "fr",
         "Quand est-ce que l’expérience a eu lieu au National Ignition Facility\u202f?"),
        ("At least 68 people were killed on Sunday near Pokhara in Nepal.", "en",
         "How many people were killed near Pokhara in Nepal?"),
        ("Humza Yousaf was elected leader of the Scottish National Party on Monday.", "en",
         "Who was elected leader of the Scottish National Party?"),
        ("The treaty was signed in Geneva on 4 March.", "en", "When was the treaty signed in Geneva?"),
    ],
)  # fmt: skip
def test_a_sentence_becomes_a_question(text: str, language: Language, question: str) -> None:
    assert question in questions(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Il a eu lieu le 5 décembre.", "fr"),  # who knows what "il" is
        ("Ses 192 lasers ont déposé 2,05 mégajoules.", "fr"),  # cut within a number
        ("Nine people were killed.", "en"),  # where?
        ("Cyclone Freddy has killed at least 190 people in Malawi.", "en"),  # nobody
        ("Ferdinand Marcos called the new rules irresponsible.", "en"),  # which rules?
        ("Partager sur Facebook", "fr"),
    ],
)
def test_what_does_not_stand_alone_is_not_asked(text: str, language: Language) -> None:
    assert questions(text, language) == ()


def test_a_suggestion_is_kept_only_when_its_answer_cites_its_own_passage(home: Path) -> None:
    desk = assistant(
        home,
        article("a-new", "Plus de 600 soldats ont été tués à Kramatorsk.", published=date(2023, 3, 1)),
        article("b-old", "Eva Kaili a perdu son siège de députée à Strasbourg.", published=date(2023, 1, 1)),
        article("c-mid", "Olaf Scholz a promis des chars Leopard à Kyiv.", published=date(2023, 2, 1)),
    )
    passages = {name: desk.index().of_articles([name])[0][0] for name in ("a-new", "b-old", "c-mid")}
    asked: list[str] = []

    def ask(question: str) -> Answer:
        asked.append(question)
        name = "a-new" if "Kramatorsk" in question else "c-mid"
        return desk.summarize(name)  # cites that article, whatever was asked

    kept = suggest(desk.index(), ask, "fr", 5)
    assert kept == ("Combien de soldats ont été tués à Kramatorsk\u202f?",
                    "Qui a promis des chars Leopard à Kyiv\u202f?")  # fmt: skip
    assert len(asked) >= len(kept)
    assert proves(ask(kept[0]), passages["a-new"])
    assert not proves(ask(kept[0]), passages["b-old"])
    assert suggest(desk.index(), ask, "fr", 1) == kept[:1]
    assert suggest(desk.index(), ask, "en", 5) == ()


def test_questions_with_a_short_answer_come_first(home: Path) -> None:
    texts = {
        "a-new": "Plus de 600 soldats ont été tués à Kramatorsk.",
        "b-mid": "Olaf Scholz a promis des chars Leopard à Kyiv.",
        "c-old": "Nicola Sturgeon a quitté la tête du gouvernement à Édimbourg.",
    }
    days = (date(2023, 3, 1), date(2023, 2, 1), date(2023, 1, 1))
    written = zip(texts.items(), days, strict=True)
    desk = assistant(home, *(article(name, text, published=day) for (name, text), day in written))
    made = {questions(text, "fr")[0]: name for name, text in texts.items()}
    asked: list[str] = []

    def ask(question: str) -> Answer:
        asked.append(made[question])
        answer = desk.summarize(made[question])
        return answer if made[question] == "a-new" else replace(answer, short=Short("Olaf", (1,)))

    new, mid, old = made
    assert suggest(desk.index(), ask, "fr", 3) == (mid, old, new)
    assert suggest(desk.index(), ask, "fr", 2) == (mid, old)
    asked.clear()
    assert suggest(desk.index(), ask, "fr", 1) == (mid,)
    assert asked == ["a-new", "b-mid"]


def test_a_number_of_suggestions_out_of_range_is_refused(home: Path) -> None:
    with pytest.raises(UsageError):
        assistant(home).suggestions(0, language="fr")


def test_questions_have_a_readable_length() -> None:
    for question in questions("Plus de 600 soldats ont été tués à Kramatorsk.", "fr"):
        assert SHORTEST <= len(question) <= LONGEST
