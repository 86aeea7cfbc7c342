"""Whatever is asked and however it ends, the answer speaks the language of the question or the chosen one."""

from datetime import date

import pytest
from fakes import KeywordEmbedder

from corpus.article import LANGUAGES, Article, Byline, Language
from corpus.library import Library
from rag.answer import REASONS, Answer, Filters, Reason, Turn
from rag.answering.citations import abstain
from rag.answering.draft import Question
from rag.answering.phrases import NEAREST, REFUSALS, lifted
from rag.assistant import Assistant
from rag.settings import Settings

EMBEDDER = KeywordEmbedder(
    ("livr", "deliver"), ("systèm", "system"), ("séisme", "earthquake"), ("mort", "dead", "died", "killed")
)
FRENCH = (
    ("Quels systèmes ont été livrés à Minsk ?", None),
    ("Quand les systèmes ont-ils été livrés ?", None),
    ("Combien de morts dans le séisme en Turquie ?", None),
    ("Qui a livré des systèmes à la Biélorussie ?", None),
    ("Pourquoi la Biélorussie a-t-elle acheté la Russie ?", "false_premise"),
    ("Qui a gagné l’élection de 1965 ?", "not_in_corpus"),
    ("Quels systèmes ont été livrés en 1987 ?", "not_in_corpus"),
    ("Bonjour !", "bad_question"),
    ("Écris-moi un poème", "bad_question"),
    ("Quels systèmes ont été livrés à Minsk depuis le 1er mars 2023 ?", "filtered_out"),
)
ENGLISH = (
    ("Which systems were delivered to Minsk?", None),
    ("When were the systems delivered?", None),
    ("How many died in the earthquake in Turkey?", None),
    ("Who delivered systems to Belarus?", None),
    ("Why did Belarus buy Russia?", "false_premise"),
    ("Who won the election of 1965?", "not_in_corpus"),
    ("Which systems were delivered in 1987?", "not_in_corpus"),
    ("Good morning!", "bad_question"),
    ("Write me a poem", "bad_question"),
    ("Which systems were delivered to Minsk since 1 March 2023?", "filtered_out"),
)
ASKED = [(*row, "fr") for row in FRENCH] + [(*row, "en") for row in ENGLISH]


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """One story in each language, one only in French and one only in English."""
    home = tmp_path_factory.mktemp("language")
    library = Library(home / "library")
    for name, language, day, text in (
        ("minsk-fr", "fr", 19, "Moscou a livré deux systèmes S-400 à Minsk lundi."),
        ("minsk-en", "en", 20, "Russia delivered two S-400 systems to Minsk on Monday, Belarus said."),
        ("quake", "fr", 7, "Le séisme a fait 912 morts en Turquie."),
        ("purchase", "en", 8, "Russia bought Belarus for 1,200 roubles."),
    ):
        byline = Byline(f"{name}: title", "Dépêche", date(2022, 12, day), None)
        library.put(Article(name, language, byline, (text,)))  # type: ignore[arg-type]
    assistant = Assistant(Settings(home=home), EMBEDDER, today=lambda: date(2023, 3, 20))
    assistant.sync()
    return assistant


def frames(answer: Answer) -> str:
    """What the answer says in its own voice, without what it quotes or names."""
    said = answer.text
    for citation in answer.citations:
        said = said.replace(citation.quote, "")
    return f"{answer.notice}\n{said}"


def speaks(answer: Answer, language: Language) -> bool:
    """Whether every sentence, mark and date of the house's own is of ``language``."""
    said = frames(answer)
    own = {"fr": ("Selon Dépêche, le ", "décembre"), "en": ("According to Dépêche, on ", "December")}
    other: Language = "en" if language == "fr" else "fr"
    opening = answer.text.splitlines()[0]
    if answer.reason:
        if opening != REFUSALS[language][answer.reason]:
            return False
    elif not opening.startswith((own[language][0], f"– {own[language][0]}")):
        return False
    foreign = (*own[other], NEAREST[other], "Question comprise" if other == "fr" else "understood as")
    return not any(words in said for words in foreign)


@pytest.mark.parametrize("forced", [None, "fr", "en"])
@pytest.mark.parametrize(("asked", "reason", "language"), ASKED)
def test_every_answer_and_refusal_speaks_the_question_s_language_or_the_forced_one(
    assistant: Assistant, asked: str, reason: Reason | None, language: Language, forced: Language | None
) -> None:
    answer = assistant.ask(asked, language=forced or "auto")
    assert answer.reason == reason
    assert answer.language == (forced or language)
    assert speaks(answer, forced or language), answer.text


@pytest.mark.parametrize("forced", ["fr", "en"])
def test_a_follow_up_speaks_the_forced_language_too(assistant: Assistant, forced: Language) -> None:
    first = assistant.ask("Quels systèmes ont été livrés à Minsk ?", language=forced)
    answer = assistant.ask("And when?", language=forced, history=[Turn(first.question, first)])
    assert answer.notice.startswith("Question comprise" if forced == "fr" else "Question understood as")
    assert speaks(answer, forced)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "Quels systèmes ont été livrés à Minsk ?",
            "Sans ces filtres\u00a0: {} du 20 décembre 2022 (Dépêche).",
        ),
        (
            "Which systems were delivered to Minsk?",
            "Without these filters: {} of 20 December 2022 (Dépêche).",
        ),
    ],
    ids=["fr", "en"],
)
def test_a_refusal_for_the_filters_says_what_lifting_them_finds(
    assistant: Assistant, asked: str, said: str
) -> None:
    answer = assistant.ask(asked, filters=Filters(since=date(2023, 1, 1)))
    many = {"fr": "2 articles y répondent, le plus récent", "en": "2 articles answer it, the newest"}
    assert answer.reason == "filtered_out"
    assert answer.notice == said.format(many[answer.language])
    assert {hit.passage.article_id for hit in answer.hits[:2]} == {"minsk-fr", "minsk-en"}


def test_what_lifting_finds_may_have_no_date() -> None:
    undated = Byline("Titre", "Dépêche", None, None)
    assert lifted([undated], "fr") == (
        "Sans ces filtres\u00a0: 1 article y répond, de date inconnue (Dépêche)."
    )
    assert lifted([undated], "en") == (
        "Without these filters: 1 article answers it, of unknown date (Dépêche)."
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", REASONS)
def test_each_refusal_is_short_and_names_the_nearest_articles_by_date_and_source(
    assistant: Assistant, language: Language, reason: Reason
) -> None:
    hits = assistant.search("systèmes livrés")
    refusal = abstain(Question("Quoi ?", language), reason, hits, "extractive", asked="Quoi ?")
    opening, nearest = refusal.text.splitlines()
    assert opening == REFUSALS[language][reason]
    assert len(opening) <= 120
    day = "19 décembre 2022" if language == "fr" else "19 December 2022"
    assert f"(Dépêche, {day})" in nearest
    assert nearest.startswith(NEAREST[language])
