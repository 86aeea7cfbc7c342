"""A short answer is of the sort that is asked: a country, somebody, an age, what is counted, a time."""

import re
from decimal import Decimal

import pytest

from corpus.article import Byline, Language, Passage, Span
from rag.answer import Hit
from rag.answering.countries import is_country, is_only_a_country
from rag.answering.draft import Gist, Question
from rag.answering.engines.candidates import Candidate
from rag.answering.figures import figures_of
from rag.answering.fitting import can_answer
from rag.answering.kinds import Kind, kind_of
from rag.answering.measures import admits
from rag.answering.reader import Reading
from rag.answering.short import READ, short_answer


def short(question: str, language: Language, sentence: str, answer: str, read: float = 0.95) -> Gist | None:
    """What is said in few words when the reader saw ``answer`` with the chance ``read``."""
    whole = Span(0, len(sentence))
    passage = Passage("a", 0, sentence, language, Byline("T", "Dépêche", None, None), (whole,))
    start = sentence.index(answer)
    reading = Reading(0.9, start, start + len(answer), read)
    seen = Candidate(Hit(passage, 1.0), whole, 0, 0.5, 1.0, 1.0, True, False, reading=reading)
    told = [(0.9, seen)]
    return short_answer(Question(question, language), told, told)


@pytest.mark.parametrize(
    ("question", "language", "sentence", "answer", "expected"),
    [
        ("Qui a remporté le Tournoi des Six Nations ?", "fr",
         "L’Irlande a réussi le Grand Chelem à Dublin.", "L’Irlande a réussi le Grand Chelem", "Irlande"),
        ("Who won the Six Nations?", "en", "Ireland completed a Grand Slam in Dublin.",
         "Ireland completed a Grand Slam", "Ireland"),
        ("Qui a racheté la banque ?", "fr", "UBS va racheter sa rivale.", "UBS", "UBS"),
        ("Who bought the bank?", "en", "UBS agreed to buy the bank.", "UBS", "UBS"),
        ("Quel pays a accueilli le sommet ?", "fr", "Le sommet s’est tenu à Séoul, en Corée du Sud.",
         "Séoul, en Corée du Sud", "Corée du Sud"),
        ("Which country hosted the summit?", "en", "The summit was held in Lisbon, Portugal.",
         "Lisbon, Portugal", "Portugal"),
        ("Quelle ville a accueilli le sommet ?", "fr", "Le sommet s’est tenu à Lisbonne, au Portugal.",
         "Lisbonne, au Portugal", "Lisbonne"),
        ("Quel âge a la reine ?", "fr", "La reine, 82 ans, a abdiqué.", "82 ans", "82\u00a0ans"),
        ("How many weeks did it last?", "en", "The strike lasted 15 months.", "15 months", "15\u00a0months"),
        ("How much did the bank cost?", "en", "The bank cost three billion Swiss francs.",
         "three billion Swiss francs", "three billion Swiss francs"),
        ("Combien dure le trajet ?", "fr", "Le trajet dure 15 heures.", "15 heures", "15\u00a0heures"),
        ("Combien de femmes ont été élues ?", "fr", "Parmi les élus, 22 femmes et 40 hommes.", "22", "22"),
        ("How many women were elected?", "en", "The town elected 22 women and 40 men.", "22 women", "22"),
    ],
)  # fmt: skip
def test_what_is_said_is_of_the_sort_that_is_asked(
    question: str, language: Language, sentence: str, answer: str, expected: str
) -> None:
    gist = short(question, language, sentence, answer)
    assert gist is not None
    assert gist.text == expected


@pytest.mark.parametrize(
    ("question", "language", "sentence", "answer"),
    [
        ("Qui a remporté le Tournoi ?", "fr", "Son équipe a réussi le Grand Chelem.", "Grand Chelem"),
        ("Who won the tournament?", "en", "They took the World Cup.", "World Cup"),
        ("Quel ministre insiste ?", "fr", "L’OTAN y tient, dit-il.", "L’OTAN"),
        ("Which minister resigned?", "en", "The scandal shook France.", "France"),
        ("Qui dirige le parti ?", "fr", "Le Parti national écossais (SNP) vote.", "SNP"),
        ("Who leads the party?", "en", "The Scottish National Party (SNP) is voting.", "SNP"),
        ("Dans quel pays a-t-il atterri ?", "fr", "L’avion s’est posé à Cagliari.", "Cagliari"),
        ("Which country did the plane leave?", "en", "The plane left Nairobi.", "Nairobi"),
        ("Quelle ville a été touchée ?", "fr", "Le missile est tombé en Ukraine.", "Ukraine"),
        ("Which city was hit?", "en", "The missile fell on Poland.", "Poland"),
        ("Quel poste occupera-t-il ?", "fr", "Il part pour Quillota.", "Quillota"),
        ("What job will she have?", "en", "She leaves for Nairobi.", "Nairobi"),
        ("Quel âge a le maire ?", "fr", "Maire depuis treize ans, il se retire.", "treize ans"),
        ("How old is the mayor?", "en", "After 13 years in office she retires.", "13 years"),
        ("How old is the mayor?", "en", "The town has 1,870 people today.", "1,870"),
        ("Combien de jours a duré la grève ?", "fr", "Un train passe toutes les 20 minutes.", "20 minutes"),
        ("How many days did it last?", "en", "A train calls every 20 minutes.", "20 minutes"),
        ("Combien de femmes ont été reçues ?", "fr", "Sur 140 recrues, on compte 22 femmes.", "140"),
        ("How many attackers died?", "en", "Eight soldiers and 26 attackers died.", "Eight"),
        ("Combien gagne un pêcheur ?", "fr", "La ville a 30 000 pêcheurs.", "30 000"),
        ("How much does a fisherman earn?", "en", "There are 30,000 fishermen.", "30,000"),
        ("C’est quand, le vote ?", "fr", "L’âge passe à 64 ans à Paris.", "Paris"),
        ("Quand vote-t-on ?", "fr", "On vote à Paris.", "Paris"),
        ("When is the vote?", "en", "They vote in Paris with 64 others.", "64"),
    ],
)  # fmt: skip
def test_nothing_is_said_that_is_of_another_sort(
    question: str, language: Language, sentence: str, answer: str
) -> None:
    assert short(question, language, sentence, answer) is None


@pytest.mark.parametrize(
    "question",
    ["C’est quand, le vote ?", "À quand remonte la loi ?", "Quand vote-t-on ?", "The vote, when is it?"],
)
def test_when_asks_for_a_time(question: str) -> None:
    assert kind_of(question) == "date"


def test_a_reader_in_doubt_gives_no_short_answer() -> None:
    sentence, answer = "Dmitri Peskov denied it.", "Dmitri Peskov"
    assert short("Who denied it?", "en", sentence, answer, read=READ - 0.01) is None
    assert short("Who denied it?", "en", sentence, answer, read=READ) is not None


@pytest.mark.parametrize(
    ("name", "country", "city_too"),
    [("Türkiye", True, False), ("Nouvelle-Zélande", True, False), ("Côte d’Ivoire", True, False),
     ("États-Unis", True, False), ("UK", True, False), ("Singapour", True, True), ("Mexico", True, True),
     ("Minsk", False, False), ("Arabie", False, False), ("", False, False)],
)  # fmt: skip
def test_a_country_is_known_in_both_spellings(name: str, country: bool, city_too: bool) -> None:
    assert is_country(name) is country
    assert is_only_a_country(name) is (country and not city_too)


@pytest.mark.parametrize(
    ("question", "kind", "name", "fits"),
    [
        ("Quels pays ont voté contre ?", "place", "Erythrée", True),
        ("Which other countries voted against?", "place", "Brussels", False),
        ("Quel est le pays hôte ?", "place", "Bruxelles", False),
        ("Où est-il né ?", "place", "Portugal", True),
        ("Where was she born?", "place", "COP15", False),
        ("Who vetoed it?", "person", "Russia", True),
        ("Quelle autrice a reçu le prix ?", "other", "Annie Ernaux", True),
        ("What is his nationality?", "other", "Nairobi", False),
    ],
)
def test_a_name_fits_what_is_asked(question: str, kind: Kind, name: str, fits: bool) -> None:
    assert can_answer(question, kind, name) is fits


@pytest.mark.parametrize(
    ("question", "language", "sentence", "fits"),
    [
        ("How old is she?", "en", "The 37-year-old won.", True),
        ("How old is she?", "en", "Yousaf, 37, won.", True),
        ("How old is she?", "en", "She is 37 years old.", True),
        ("Quel âge a-t-elle ?", "fr", "Âgée de 37 ans, elle a gagné.", True),
        ("Quel âge a-t-il ?", "fr", "Il a gouverné 37 ans.", False),
        ("Combien a coûté le pont ?", "fr", "Il a coûté 40 millions de roupies.", True),
        ("How much did the bridge cost?", "en", "It cost 40 million rupees.", True),
        ("How much did the bridge cost?", "en", "It drew 40 million visitors.", False),
    ],
)
def test_a_figure_is_of_what_is_asked(question: str, language: Language, sentence: str, fits: bool) -> None:
    (figure,) = figures_of(sentence, language)
    assert figure.value == Decimal(re.sub(r"\D", "", sentence)) * (10**6 if "million" in sentence else 1)
    assert admits(question, figure, sentence) is fits


def test_whole_things_are_not_counted_in_parts() -> None:
    sentence = "Les actionnaires recevront une action pour 22,48 anciennes."
    figure = figures_of(sentence, "fr")[-1]
    assert figure.value == Decimal("22.48")
    assert not admits("How many jobs will go?", figure, sentence)
    assert admits("How many people?", figures_of("1,2 million", "fr")[0], "1,2 million")
    freed = "La fusion a libéré 3,15 mégajoules."
    assert admits("How many megajoules were freed?", figures_of(freed, "fr")[0], freed)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "L’accident a fait 14 morts et non 18."),
        ("en", "The company will cut 14 jobs instead of the 18 first announced."),
    ],
)
def test_a_figure_that_its_sentence_takes_back_answers_nothing(language: Language, sentence: str) -> None:
    held, taken_back = figures_of(sentence, language)
    assert admits("How many?", held, sentence)
    assert not admits("How many?", taken_back, sentence)
