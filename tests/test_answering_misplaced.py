"""A short answer is of the time, the post, the side and the clause that are asked, and complete in form."""

from datetime import date

import pytest

from corpus.article import Byline, Language, Passage, Span
from rag.answer import Hit
from rag.answering.draft import Question
from rag.answering.engines.candidates import Candidate
from rag.answering.figures import figures_of, write_figure
from rag.answering.misplaced import is_set_elsewhere
from rag.answering.reader import Reading
from rag.answering.short import short_answer

DAY = date(2023, 1, 30)  # a Monday


def seen(sentence: str, own: Language, answer: str) -> Candidate:
    """The only sentence of a passage in language ``own``, in which a reader saw ``answer``."""
    whole = Span(0, len(sentence))
    passage = Passage("a", 0, sentence, own, Byline("T", "Dépêche", DAY, None), (whole,))
    start = sentence.index(answer)
    reading = Reading(0.9, start, start + len(answer), 0.95)
    return Candidate(Hit(passage, 1.0), whole, 0, 0.5, 1.0, 1.0, True, False, reading=reading)


def said(question: str, language: Language, sentence: str, own: Language, answer: str) -> str | None:
    """The short answer to ``question`` where a reader saw ``answer`` in ``sentence``, of language ``own``."""
    told = [(0.9, seen(sentence, own, answer))]
    gist = short_answer(Question(question, language), told, told)
    return gist.text if gist else None


ENTERED = "Les troupes étaient entrées en Ukraine le 24 février 2022."
HAAVISTO = "Finland’s foreign minister, Pekka Haavisto, said that Sweden was welcome."
FAVOUR = "The resolution received 141 votes in favour."
BURNED = "He burned a book in Stockholm on 21 January and did the same in Copenhagen on Friday."


@pytest.mark.parametrize(
    ("question", "language", "sentence", "own", "answer"),
    [
        ("Which country did he visit in December 2022?", "en", ENTERED, "fr", "Ukraine"),
        ("Dans quel pays est-il allé en décembre 2022 ?", "fr", ENTERED, "fr", "Ukraine"),
        ("Who is Sweden’s foreign minister?", "en", HAAVISTO, "en", "Pekka Haavisto"),
        ("Qui est le ministre des Affaires étrangères de la Suède ?", "fr", HAAVISTO, "en", "Pekka Haavisto"),
        ("Combien de pays ont voté contre le texte ?", "fr", FAVOUR, "en", "141 votes"),
        ("How many countries voted against it?", "en", FAVOUR, "en", "141 votes"),
        ("When was it done in Copenhagen?", "en", BURNED, "en", "21 January"),
        ("Quand l’a-t-il fait à Copenhague ?", "fr", BURNED, "en", "21 January"),
        ("Quand y était-il allé avant décembre 2022 ?", "fr", "Il est arrivé le 19 décembre 2022.", "fr",
         "19 décembre 2022"),
        ("Where did he land?", "en", "He left Rome to land in Cairo.", "en", "Rome to land in Cairo"),
        ("D’où est-il parti ?", "fr", "De Rome il vint à Milan.", "fr", "De Rome il vint à Milan"),
        ("When did she go after 6 February 2023?", "en", "She had gone on 2 January 2023.", "en",
         "2 January 2023"),
    ],
)  # fmt: skip
def test_what_is_of_another_time_post_side_or_place_is_not_said(
    question: str, language: Language, sentence: str, own: Language, answer: str
) -> None:
    assert said(question, language, sentence, own, answer) is None


@pytest.mark.parametrize(
    ("question", "language", "sentence", "own", "answer", "expected"),
    [
        ("Dans quel pays sont-elles entrées en février 2022 ?", "fr", ENTERED, "fr", "Ukraine", "Ukraine"),
        ("Who is Finland’s foreign minister?", "en", HAAVISTO, "en", "Pekka Haavisto", "Pekka Haavisto"),
        ("Qui est le ministre de la Finlande ?", "fr", HAAVISTO, "en", "Pekka Haavisto", "Pekka Haavisto"),
        ("Combien de pays ont voté pour le texte ?", "fr", FAVOUR, "en", "141 votes", "141"),
        ("When was it done in Stockholm?", "en", BURNED, "en", "21 January", "21 January 2023"),
        ("Quand l’a-t-il fait à Copenhague ?", "fr", BURNED, "en", "Friday", "27 janvier 2023"),
        ("Quand y était-il allé avant décembre 2022 ?", "fr", "Il n’y allait plus depuis juin 2019.", "fr",
         "juin 2019", "juin 2019"),
        # The part and the whole count the same thing.
        ("How many seats does the party hold?", "en", "It holds eleven of the coalition’s 64 seats.", "en",
         "eleven", "eleven"),
        ("Combien de pilotes ont refusé ?", "fr", "Le refus gagne 37 des 40 pilotes.", "fr", "37", "37"),
        ("How old is the leader?", "en", "Yousaf, 37, will be the youngest.", "en", "37", "37"),
        ("Quel âge a la ministre ?", "fr", "À 52 ans, elle part.", "fr", "52 ans", "52\u00a0ans"),
        # The preposition before the first of a list governs all of them.
        ("In which cities were there rallies?", "en", "People met in Haifa, Acre and Beersheba.", "en",
         "Haifa, Acre and Beersheba", "Haifa, Acre, Beersheba"),
        ("Dans quelles villes a-t-on défilé ?", "fr", "On a défilé à Lille, Brest et Lyon.", "fr",
         "Lille, Brest et Lyon", "Lille, Brest, Lyon"),
        ("Which leaders signed?", "en", "In London, Rishi Sunak and Emmanuel Macron signed.", "en",
         "Rishi Sunak and Emmanuel Macron", "Rishi Sunak, Emmanuel Macron"),
        # A place and the one that it lies in.
        ("Where was it announced?", "en", "It was announced at Murrayfield stadium in Edinburgh.", "en",
         "Murrayfield stadium in Edinburgh", "Murrayfield, Edinburgh"),
        ("Où a-t-il eu lieu ?", "fr", "Il a eu lieu à Séoul, en Corée du Sud.", "fr",
         "à Séoul, en Corée du Sud", "Séoul, Corée du Sud"),
        # A title is no part of a name.
        ("Who said so?", "en", "NATO Secretary General Jens Stoltenberg said so.", "en",
         "Secretary General Jens Stoltenberg", "Jens Stoltenberg"),
        ("Who said so?", "en", "Deputy Prime Minister Iryna Vereshchuk said so.", "en",
         "Deputy Prime Minister Iryna Vereshchuk", "Iryna Vereshchuk"),
    ],
)  # fmt: skip
def test_what_is_asked_is_said_whole_and_without_its_title(
    question: str, language: Language, sentence: str, own: Language, answer: str, expected: str
) -> None:
    assert said(question, language, sentence, own, answer) == expected


def test_lists_that_share_a_single_entry_are_two_answers() -> None:
    in_favour = "Russia, China and Brazil backed the text."
    against = "Seven states were against: Russia, Belarus, Syria and Mali."
    told = [(0.9, seen(in_favour, "en", "Russia, China and Brazil")), (0.85, seen(against, "en", "Russia"))]
    assert short_answer(Question("Which states were against the text?", "en"), told, told) is None
    twice = [told[1], (0.8, seen("Belarus, Syria, Mali and Cuba said no.", "en", "Belarus, Syria"))]
    gist = short_answer(Question("Which states were against the text?", "en"), twice, twice)
    assert gist is not None
    assert gist.text == "Russia, Belarus, Syria, Mali, Cuba"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Ankara wants 120 people handed over.", "120"),
        ("It asked him to hand over 120 people.", "120"),
        ("They took over 3 towns.", "3"),
        ("The quake killed over 120 people.", "more than 120"),
        ("It rose to over 120 people.", "more than 120"),
    ],
)
def test_over_hedges_a_figure_unless_a_verb_takes_it(text: str, written: str) -> None:
    (figure,) = figures_of(text, "en")
    assert write_figure(figure, "en") == written


SYRIA = "En Syrie voisine, 3 700 décès avaient été confirmés mardi."


@pytest.mark.parametrize(
    ("question", "sentence", "language", "elsewhere"),
    [
        ("Combien de morts en Turquie ?", SYRIA, "fr", True),
        ("How many died in Turkey?", SYRIA, "fr", True),
        ("Combien de morts en Syrie ?", SYRIA, "fr", False),
        ("How many people died in Turkey and in Syria?", SYRIA, "fr", False),
        ("Combien de morts en Turquie ?", "En Syrie comme en Turquie, 39 000 sont morts.", "fr", False),
        ("Combien de morts ?", SYRIA, "fr", False),
        ("How many died in Uganda?", "En Ouganda, trois personnes sont mortes.", "fr", False),
        ("Who sent tanks to Ukraine?", "In Poland, Warsaw sent 14.", "en", False),
        ("How many died in Turkey?", "Rescuers from France went to Syria, where 3,700 died.", "en", False),
    ],
)
def test_a_sentence_set_in_another_country_tells_nothing_of_the_one_asked_about(
    question: str, sentence: str, language: Language, elsewhere: bool
) -> None:
    assert is_set_elsewhere(question, sentence, language) is elsewhere
