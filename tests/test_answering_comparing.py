"""A comparison is answered with the best sentence on either side."""

from datetime import date

import pytest
from fakes import KeywordEmbedder

from corpus.article import Article, Byline, Language
from corpus.passage import passages_of
from eval.loader import load_sets
from rag.answer import Hit
from rag.answering.amounts import amount_asked
from rag.answering.comparing import Comparison, compared
from rag.answering.engines.extractive import ExtractiveEngine
from rag.answering.engines.pairing import of_its_own
from rag.answering.question import understand

EMBEDDER = KeywordEmbedder(
    ("crowd", "march", "foule"), ("rain",), ("people", "personnes"), ("hours", "heures")
)
COMPARING: tuple[tuple[str, Language, tuple[str, ...]], ...] = (
    (
        "Was the crowd larger on 11 March than on 21 January?",
        "en",
        ("How large was the crowd on 11 March", "How large was the crowd on 21 January"),
    ),
    (
        "Did Chile send more doctors than Peru?",
        "en",
        ("How many doctors did Chile send", "How many doctors did Peru send"),
    ),
    (
        "Has the fire in Lima killed more people than the flood of 1998?",
        "en",
        ("How many people has the fire in Lima killed", "How many people has the flood of 1998 killed"),
    ),
    (
        "Le séisme d’Ica a-t-il fait plus de morts que celui de Lima en 1940 ?",
        "fr",
        (
            "Combien de morts Le séisme d’Ica a-t-il fait",
            "Combien de morts Le séisme de Lima en 1940 a-t-il fait",
        ),
    ),
    (
        "L’équipe a-t-elle perdu plus souvent contre l’Irlande que contre l’Italie ?",
        "fr",
        (
            "L’équipe a-t-elle perdu plus souvent contre l’Irlande",
            "L’équipe a-t-elle perdu plus souvent contre l’Italie",
        ),
    ),
    (
        "Was Ann Lee younger than Bo Ray when she died?",
        "en",
        ("How old was Ann Lee when she died", "How old was Bo Ray when she died"),
    ),
    (
        "Lors de la finale, lequel a marqué le plus de buts, Paz ou Rua ?",
        "fr",
        (
            "Lors de la finale, combien de buts Paz a-t-il marqué",
            "Lors de la finale, combien de buts Rua a-t-il marqué",
        ),
    ),
    (
        "Who lost more men in May, Lima or Quito?",
        "en",
        ("How many men Lima lost in May", "How many men Quito lost in May"),
    ),
    ("Who is the leader, Ann or Bo?", "en", ("Who is the leader: Ann", "Who is the leader: Bo")),
    ("Of Ann Lee and Bo Ray, who is the older?", "en", ("How old is Ann Lee", "How old is Bo Ray")),
    ("Which toll was higher, the first or the second?", "en", (
        "Which toll was higher: the first", "Which toll was higher: the second",
    )),
    (
        "Le bilan a-t-il augmenté entre le 15 et le 17 février ?",
        "fr",
        ("À combien s’élevait le bilan le 15 février", "À combien s’élevait le bilan le 17 février"),
    ),
    (
        "Lequel des deux séismes a été le plus fort, celui d’Ovalle ou celui de Lima ?",
        "fr",
        (
            "Lequel des deux séismes a été le plus fort: celui d’Ovalle",
            "Lequel des deux séismes a été le plus fort: celui de Lima",
        ),
    ),
    (
        "Comment les élues turques et suédoises ont-elles chacune réagi ?",
        "fr",
        ("Comment les élues turques ont-elles réagi ?", "Comment les élues suédoises ont-elles réagi ?"),
    ),
    (
        "Which minister did Rey dismiss in January, and which in March?",
        "en",
        ("Which minister did Rey dismiss in January", "Which minister did Rey dismiss in March"),
    ),
    (
        "Quel ministre Rey a-t-il renvoyé en janvier, et lequel en mars ?",
        "fr",
        ("Quel ministre Rey a-t-il renvoyé en janvier", "Quel ministre Rey a-t-il renvoyé en mars"),
    ),
    (
        "Combien de marcheurs à Paris et combien à Lyon ?",
        "fr",
        ("Combien de marcheurs à Paris", "Combien de marcheurs à Lyon"),
    ),
    (
        "La foule du 11 mars a-t-elle dépassé celle du 21 janvier ?",
        "fr",
        ("La foule du 11 mars", "La foule du 21 janvier"),
    ),
    (
        "Did the toll of 4 May exceed the one of 2 May?",
        "en",
        ("Did the toll of 4 May", "Did the toll of 2 May"),
    ),
    (
        "Le bilan était-il plus lourd le 19 février que le 17 ?",
        "fr",
        ("À combien s’élevait le bilan le 19 février", "À combien s’élevait le bilan le 17 février"),
    ),
    (
        "Y avait-il plus de marcheurs à Lima qu’à Ica le 3 mai ?",
        "fr",
        ("Combien y avait-il de marcheurs à Lima le 3 mai", "Combien y avait-il de marcheurs à Ica le 3 mai"),
    ),
    (
        "How many marched in 2023, compared with the first march in 2022?",
        "en",
        ("How many marched in 2023", "How many marched in 2022"),
    ),
    (
        "Which of the two, Ana Rey or Luz Paz, won more votes?",
        "en",
        ("Which of the two won more votes: Ana Rey", "Which of the two won more votes: Luz Paz"),
    ),
    (
        "Entre Lima et Ica, où le séisme a-t-il tué le plus ?",
        "fr",
        ("Où le séisme a-t-il tué le plus: Lima", "Où le séisme a-t-il tué le plus: Ica"),
    ),
    (
        "How does the aid for roads compare with the aid for schools?",
        "en",
        ("the aid for roads", "the aid for schools"),
    ),
    (
        "Qu’est-ce qui distingue le bilan du maire de celui de la police ?",
        "fr",
        ("le bilan du maire", "le bilan de la police"),
    ),
    (
        "Comment Lima et Quito ont-ils réagi à l’accord ?",
        "fr",
        ("Comment Lima ont-ils réagi à l’accord ?", "Comment Quito ont-ils réagi à l’accord ?"),
    ),
    (
        "How many marched, according to the police and to the organisers?",
        "en",
        (
            "How many marched, according to the police?",
            "How many marched, according to the organisers?",
        ),
    ),
    (
        "How many men did Lima admit losing at Ica, and how many did Quito claim?",
        "en",
        ("How many men did Lima admit losing at Ica?", "How many men did Quito admit losing at Ica?"),
    ),
    (
        "Combien de marcheurs la police a-t-elle comptés et combien les syndicats en annoncent-ils à Ica ?",
        "fr",
        (
            "Combien de marcheurs la police a-t-elle comptés à Ica?",
            "Combien de marcheurs les syndicats a-t-elle comptés à Ica?",
        ),
    ),
    (
        "Were more homes dark on 14 May or on 19 May?",
        "en",
        ("Were more homes dark on 14 May", "Were more homes dark on 19 May"),
    ),
)  # fmt: skip
PLAIN: tuple[tuple[str, Language], ...] = (
    ("Why was the vote later than expected?", "en"),
    ("What did the minister say after the meeting?", "en"),
    ("How many people have died, or gone missing?", "en"),
    ("Quels pays ont changé d’avis entre les votes de mars 2022 et de février 2023 ?", "fr"),
    ("Qui a dit qu’il ne reviendrait plus ?", "fr"),
    ("Quel accord a été signé entre la Turquie et la Suède ?", "fr"),
    ("Did the toll of 4 May exceed a hundred?", "en"),
    ("Who won the cup, and who in Lima wept?", "en"),
    ("Qui a gagné la coupe et qui dirige le parti ?", "fr"),
    ("Qui a dépassé le record du 21 janvier ?", "fr"),
    ("What did Rey and Paz sign in Lima?", "en"),
    ("Quel accord Rey et Paz ont-ils signé ?", "fr"),
    ("How does the new toll compare with the first one?", "en"),
    ("How many people did the storm kill, and how many are missing?", "en"),
    ("How many judges said no, and how many seats does his party have?", "en"),
    ("À quelle heure le train a-t-il quitté Lima et combien d’enfants transportait-il ?", "fr"),
    ("Who led the march in Lima, and how many of the marchers were hurt?", "en"),
)
EARLIER: tuple[tuple[str, Language], ...] = (
    ("Did more people march on 21 January than the week before?", "en"),
    ("Was the toll higher on Monday than two days earlier?", "en"),
    ("Did fewer people vote than last time?", "en"),
    ("Y avait-il plus de monde le 21 janvier que huit jours plus tôt ?", "fr"),
    ("Le bilan était-il plus lourd lundi que la veille ?", "fr"),
    ("Y avait-il moins de marcheurs que le samedi précédent ?", "fr"),
)
NAMED: tuple[tuple[str, Language], ...] = (
    ("Was the crowd larger on 11 March than on 21 January?", "en"),
    ("Did Chile send more doctors than Peru?", "en"),
    ("Le Chili a-t-il envoyé plus de médecins que le Pérou ?", "fr"),
)


@pytest.mark.parametrize(("question", "language", "sides"), COMPARING)
def test_a_comparison_has_two_sides(question: str, language: Language, sides: tuple[str, ...]) -> None:
    comparison = compared(question, language)
    assert comparison is not None
    assert comparison.sides == sides


@pytest.mark.parametrize(("question", "language"), PLAIN)
def test_a_plain_question_has_none(question: str, language: Language) -> None:
    assert compared(question, language) is None


@pytest.mark.parametrize(("question", "language"), EARLIER)
def test_a_side_may_be_told_from_the_other(question: str, language: Language) -> None:
    comparison = compared(question, language)
    assert comparison is not None
    assert comparison.earlier


@pytest.mark.parametrize(("question", "language"), NAMED)
def test_a_side_that_is_named_is_not_told_from_the_other(question: str, language: Language) -> None:
    comparison = compared(question, language)
    assert comparison is not None
    assert not comparison.earlier


def test_of_the_other_questions_of_the_sets_two_in_a_hundred_compare() -> None:
    two = ("comparison", "disagreement", "multi")
    others = [item.question for item in load_sets() if item.category not in two]
    found = [q for q in others if compared(q, understand(q).spoken)]
    assert len(found) <= 0.02 * len(others)


Dated = tuple[str, Language, date, str]


def quotes_for(question: str, *articles: Dated) -> list[str]:
    """What the engine quotes from ``articles`` of one paragraph each."""
    hits = [
        Hit(passage, 1.0)
        for name, language, day, text in articles
        for passage in passages_of(Article(name, language, Byline(name, "Dépêche", day, None), (text,)))
    ]
    draft = ExtractiveEngine(EMBEDDER).propose(understand(question), hits)
    assert draft.short is None
    return [evidence.quote for proposal in draft.proposals for evidence in proposal.evidence]


def test_each_side_gets_the_figure_of_its_own_day() -> None:
    quotes = quotes_for(
        "Was the crowd of people in the rain larger on 11 March than on 21 January?",
        ("january", "en", date(2023, 1, 22), "The crowd was of 100,000 people, said the police."),
        ("march", "en", date(2023, 3, 12), "The crowd was of 200,000 people. The crowd sang in the rain."),
        ("june", "en", date(2023, 6, 4), "The crowd was of 300,000 people on a dry day."),
    )
    assert quotes == [
        "The crowd was of 200,000 people.", "The crowd was of 100,000 people, said the police."
    ]  # fmt: skip


def test_a_sentence_that_names_neither_side_tells_one_and_the_next_like_it_the_other() -> None:
    text = "The first crowd was of 900 people. The rain fell for 4 hours. A second crowd was of 70 people."
    quotes = quotes_for(
        "Which crowd of people was larger, that of Rey or that of Paz?",
        ("crowds", "en", date(2023, 3, 12), text),
    )
    assert quotes == ["The first crowd was of 900 people.", "A second crowd was of 70 people."]


def test_a_sentence_that_names_both_sides_tells_both() -> None:
    quotes = quotes_for(
        "Which crowd of people was larger, that of Rey or that of Paz?",
        ("crowds", "en", date(2023, 3, 12), "The crowd of Rey was of 900 people, that of Paz of 70 people."),
    )
    assert len(quotes) == 1


def test_without_days_both_sides_are_told_by_the_newest_article_that_can() -> None:
    lima, ica, older = (
        f"The rain killed {number} people in {city}."
        for number, city in ((326, "Lima"), (53, "Ica"), (20, "Ica"))
    )
    quotes = quotes_for(
        "Has the rain killed more people in Lima than in Ica?",
        ("older", "en", date(2023, 3, 14), older),
        ("newer", "en", date(2023, 3, 17), f"{lima} {ica}"),
    )
    assert quotes == [lima, ica]


@pytest.mark.parametrize(
    ("question", "language", "texts"),
    [
        (
            "Did the crowd grow between 15 and 17 February?",
            "en",
            ("The crowd was of 900 people.", "The crowd marched for 4 hours. The crowd was of 2,000 people."),
        ),
        (
            "La foule a-t-elle grandi entre le 15 et le 17 février ?",
            "fr",
            ("La foule est de 900 personnes.", "La foule crie 4 heures. La foule est de 2 000 personnes."),
        ),
    ],
)
def test_the_figures_of_two_days_measure_one_thing(
    question: str, language: Language, texts: tuple[str, str]
) -> None:
    first, second = texts
    quotes = quotes_for(
        question, ("a", language, date(2023, 2, 15), first), ("b", language, date(2023, 2, 17), second)
    )
    assert quotes == [first, second.split(". ")[1]]


@pytest.mark.parametrize(
    ("question", "language", "text", "quotes"),
    [
        (
            "Were more people in the crowd on 21 January than the week before?",
            "en",
            "The crowd was of 900 people. The rain fell. The crowd had been of 700 people a week earlier.",
            ["The crowd was of 900 people.", "The crowd had been of 700 people a week earlier."],
        ),
        (
            "Y avait-il plus de monde dans la foule le 21 janvier que huit jours plus tôt ?",
            "fr",
            "La foule était de 900 personnes. La foule était de 700 personnes une semaine plus tôt.",
            ["La foule était de 900 personnes.", "La foule était de 700 personnes une semaine plus tôt."],
        ),
        (
            "Were more people in the crowd on 21 January than the week before?",
            "en",
            "The crowd was of 900 people, up from 700 people a week earlier. The crowd had 4 dogs.",
            ["The crowd was of 900 people, up from 700 people a week earlier."],
        ),
    ],
)
def test_an_earlier_time_is_looked_for_in_the_same_article(
    question: str, language: Language, text: str, quotes: list[str]
) -> None:
    dry = ("other", language, date(2023, 6, 4), text.replace("900", "3,000").replace("700", "2,000"))
    assert quotes_for(question, ("own", language, date(2023, 1, 22), text), dry) == quotes


@pytest.mark.parametrize(
    ("question", "language", "texts"),
    [
        (
            "Which people did the crowd cheer in January, and which in March?",
            "en",
            ("The crowd cheered the people of Lima.", "The crowd cheered the people of Ica."),
        ),
        (
            "Quelles personnes la foule a-t-elle saluées en janvier, et lesquelles en mars ?",
            "fr",
            ("La foule a salué les personnes de Lima.", "La foule a salué les personnes d’Ica."),
        ),
    ],
)
def test_each_side_is_told_by_an_article_of_its_own_month(
    question: str, language: Language, texts: tuple[str, str]
) -> None:
    first, second = texts
    march, january = ("m", language, date(2023, 3, 12), second), ("j", language, date(2023, 1, 22), first)
    assert quotes_for(question, march, january) == [first, second]
    assert quotes_for(question, january, march) == [first, second]


@pytest.mark.parametrize(
    ("side", "by_figures", "own"),
    [
        ("How did the crowd react?", False, 0),
        ("How did the crowd react in January?", False, 2),
        ("How did the crowd react in March?", False, 0),
        ("How large was the crowd?", True, 1),
    ],
)
def test_a_side_is_marked_by_its_time_and_its_figure(side: str, by_figures: bool, own: int) -> None:
    byline = Byline("Crowd", "Dépêche", date(2023, 1, 22), None)
    passages = passages_of(Article("a", "en", byline, ("The crowd sang. The crowd was of 900 people.",)))
    question = understand(side)
    told = ExtractiveEngine(EMBEDDER).candidates(question, [Hit(passage, 1.0) for passage in passages])
    ranked = [(0.5, candidate) for candidate in told]
    assert len(of_its_own(question, ranked, Comparison((side, side), by_figures))) == own


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        (
            "Were more people in the crowd in Lima than in Ica?",
            ("The crowd in Lima was of 900 people. The crowd in Ica was of 700 people.",),
        ),
        (
            "How many people were in the crowd, according to the police and to the organisers?",
            ("The police counted 900 people in the crowd. The organisers counted 700 people.",),
        ),
        (
            "How many hours did Moscow and Kyiv each say the crowd stayed?",
            ("The Russian mayor said 4 hours for the crowd. Ukraine said the crowd took 6 hours.",),
        ),
    ],
)
def test_each_side_is_told_by_a_sentence_that_names_it(question: str, texts: tuple[str, ...]) -> None:
    told = [("a", "en", date(2023, 1, 22), text) for text in texts]
    first, second = texts[0].split(". ")
    assert quotes_for(question, *told) == [f"{first}.", second]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("question", "language", "asked"),
    [
        ("Was the toll higher in Lima", "en", "How high was the toll in Lima"),
        ("Was the vote bigger in May", "en", "How big was the vote in May"),
        ("Were the losses heavier on Monday", "en", "How heavy were the losses on Monday"),
        ("Were there more people in the streets", "en", "How many people were there in the streets"),
        ("Did the number of strikers fall in May", "en", "What was the number of strikers in May"),
        ("Les taux ont-ils baissé en mars", "fr", "À combien s’élevait les taux en mars"),
        ("Y avait-il moins d’élus à Ica", "fr", "Combien y avait-il d’élus à Ica"),
        ("Did Chile send more doctors in May", "en", "How many doctors did Chile send in May"),
        ("À Ica, le Chili a-t-il envoyé plus de lits en mai", "fr",
         "À Ica, combien de lits le Chili a-t-il envoyé en mai"),
        ("By how much did the toll rise in May", "en", "What was the toll in May"),
        ("Qui a gagné à Lima", "fr", "Qui a gagné à Lima"),
    ],
)
def test_what_is_more_or_less_is_asked_for_as_an_amount(
    question: str, language: Language, asked: str
) -> None:
    assert amount_asked(question, language) == asked
