"""The short answer: right in form, cut from what is shown, and silent when it is not certain."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Byline, Language, Passage, Span
from corpus.text.numbers import quantities
from rag.answer import Hit, Short
from rag.answering.citations import conclude
from rag.answering.draft import Draft, Evidence, Gist, Proposal, Question
from rag.answering.engines.candidates import Candidate
from rag.answering.reader import Reading
from rag.answering.short import CERTAIN, LEAD, lead, offers, short_answer
from rag.answering.vouching import Source, unvouched

DAY = date(2023, 1, 6)  # a Friday
SURE = 0.95


def seen(
    text: str,
    answer: str | None = None,
    language: Language = "fr",
    *,
    name: str = "a",
    published: date | None = DAY,
) -> Candidate:
    """The sentence ``text``, in which a reader saw ``answer``; None: there is no reader."""
    passage = Passage(name, 0, text, language, Byline("T", "Dépêche", published, None), (Span(0, len(text)),))
    reading = None
    if answer is not None:
        start = text.index(answer)
        reading = Reading(0.9, start, start + len(answer), 0.9)
    return Candidate(Hit(passage, 1.0), Span(0, len(text)), 0, 0.5, 1.0, 1.0, True, False, reading=reading)


def short(question: str, language: Language, *shown: Candidate, chance: float = SURE) -> Gist | None:
    told = [(chance, candidate) for candidate in shown]
    return short_answer(Question(question, language), told, told)


def said(question: str, language: Language, *shown: Candidate) -> str | None:
    gist = short(question, language, *shown)
    return gist.text if gist else None


MINSK = "Le président russe s’est rendu lundi 2 janvier à Minsk avec 1 200 hommes."
COUNT = "The quake killed at least 1,200 people and left 3,500 injured on Monday."


@pytest.mark.parametrize(
    ("question", "language", "sentence", "answer", "own", "expected"),
    [
        ("Quand Poutine est-il allé à Minsk ?", "fr", MINSK, "2 janvier", "fr", "2 janvier 2023"),
        ("When did Putin go to Minsk?", "en", MINSK, "lundi 2 janvier", "fr", "2 January 2023"),
        ("When was the quake?", "en", COUNT, "Monday", "en", "2 January 2023"),
        ("Quand a eu lieu le séisme ?", "fr", COUNT, "Monday", "en", "2 janvier 2023"),
        ("Quand est-il parti ?", "fr", "Il est parti hier soir.", "hier soir", "fr", "5 janvier 2023"),
        ("When did she go?", "en", "Elle est partie le mois dernier.", "mois dernier", "fr", "December 2022"),
        ("Depuis quand ?", "fr", "Maire depuis mars 2014, il part.", "mars 2014", "fr", "mars 2014"),
        ("When is the vote?", "en", "They vote on 1 March 2023.", "1 March 2023", "en", "1 March 2023"),
        ("Quand vote-t-on ?", "fr", "They vote on 1 March 2023.", "1 March 2023", "en", "1er mars 2023"),
        ("How many people died?", "en", COUNT, "1,200", "en", "at least 1,200"),
        ("Combien de morts ?", "fr", COUNT, "1,200", "en", "au moins 1\u202f200"),
        ("Combien d’hommes ?", "fr", MINSK, "1 200 hommes", "fr", "1\u202f200"),
        ("Combien d’avions ?", "fr", "Dix avions sont adaptés.", "Dix avions", "fr", "dix"),
        ("How many planes?", "en", "Dix avions sont adaptés.", "Dix avions", "fr", "10"),
        ("What did it cost, in dollars?", "en", "L’aide est de 1,85 milliard de dollars.",
         "1,85 milliard de dollars", "fr", "$1.85 billion"),
        ("Quel montant ?", "fr", "It is worth $1,850,000,000.", "$1,850,000,000", "en",
         "1,85\u00a0milliard de dollars"),
        ("How much did the bank cost?", "en", "La banque vaut trois milliards de francs suisses.",
         "trois milliards de francs suisses", "fr", "3 billion\u00a0Swiss francs"),
        ("Combien la banque a-t-elle coûté ?", "fr", "The bank cost three billion Swiss francs.",
         "three billion Swiss francs", "en", "3\u00a0milliards de francs suisses"),
        ("Quel pourcentage ?", "fr", "He won 52.1% of the vote.", "52.1%", "en", "52,1\u202f%"),
        ("Combien de temps a duré l’entretien ?", "fr", "They talked for four and a half hours.",
         "four and a half hours", "en", "4,5\u00a0heures"),
        ("How long did it last?", "en", "Il a duré quatre heures et demie.", "quatre heures", "fr",
         "4.5\u00a0hours"),
        ("What volume of gas a year?", "en", "It carries 50 billion cubic metres a year.", "50 billion", "en",
         "50 billion\u00a0cubic metres"),
        ("Quelle quantité de grains ?", "fr", "It shipped 25 million tonnes.", "25 million tonnes", "en",
         "25\u00a0millions de tonnes"),
        ("How much energy came out?", "en", "Il en est sorti 3,15 mégajoules.", "3,15 mégajoules", "fr",
         "3.15\u00a0megajoules"),
        ("How many tonnes left?", "en", "Environ 25 millions de tonnes sont parties.", "25 millions", "fr",
         "about 25 million\u00a0tonnes"),
        ("Combien de barils le pays exporte-t-il ?", "fr", "It exports 180,000 barrels a day.",
         "180,000 barrels", "en", "180\u202f000\u00a0barils"),
        ("Combien de tonnes ?", "fr", "Il est parti 3 tonnes.", "3 tonnes", "fr", "3\u00a0tonnes"),
        ("Quels maires ?", "fr", "Les maires d’Istanbul et d’Ankara, Ekrem Imamoglu et Mansur Yavas.",
         "Ekrem Imamoglu", "fr", "Ekrem Imamoglu, Mansur Yavas"),
        ("Qui a démenti ?", "fr", "Le porte-parole du Kremlin, Dmitri Peskov, a démenti.",
         "Le porte-parole du Kremlin, Dmitri Peskov", "fr", "Dmitri Peskov"),
        ("Who denied it?", "en", "Le porte-parole, Dmitri Peskov, a démenti.", "Peskov", "fr",
         "Dmitri Peskov"),
        ("Who spoke?", "en", "Ukrainian President Volodymyr Zelensky spoke.", "President Volodymyr Zelensky",
         "en", "Volodymyr Zelensky"),
        ("Who spoke?", "en", "Secretary of State Antony Blinken spoke.", "State Antony Blinken", "en",
         "Antony Blinken"),
        ("Combien de temps ?", "fr", "Le trajet a duré une dizaine d’heures.", "une dizaine d’heures", "fr",
         "une dizaine d’heures"),
        ("How long did it take?", "en", "Le trajet a duré une dizaine d’heures.", "dizaine d’heures", "fr",
         "about 10\u00a0hours"),
        ("À quelle heure est-il parti ?", "fr", "He left at 4:30 p.m.", "4:30 p.m.", "en",
         "16\u00a0h\u00a030"),
        ("What time did it start?", "en", "Le match a débuté à 21 heures.", "21 heures", "fr", "9\u00a0p.m."),
        ("What time did it start?", "en", "It started at 10:30 on Monday.", "10:30", "en", "10:30"),
        ("À quelle heure ?", "fr", "It started at 10:30 on Monday.", "10:30", "en", "10:30"),
        ("Which airline?", "en", "An Airbus of Pakistan Airlines fell.", "Pakistan Airlines", "en",
         "Pakistan Airlines"),
        ("Where did they cross?", "en", "They crossed at Al-Ra’i in the north.", "Al-Ra", "en", "Al-Ra’i"),
        ("Où est-il tombé ?", "fr", "Il est tombé à Brovary, tôt mercredi.", "à Brovary", "fr", "Brovary"),
        ("Vers quelle région allait-il ?", "fr", "Il allait dans la région de Kharkiv.", "Kharkiv", "fr",
         "Kharkiv"),
    ],
)  # fmt: skip
def test_each_kind_is_said_in_the_language_of_the_answer(
    question: str, language: Language, sentence: str, answer: str, own: Language, expected: str
) -> None:
    assert said(question, language, seen(sentence, answer, own)) == expected


DELIVERED = (
    "“Aujourd’hui, nous avons livré les systèmes de missiles S-400 et, surtout, le système Iskander que vous "
    "nous avez confié.“, a annoncé le président biélorusse Alexandre Loukachenko lors de la visite de "
    "Vladimir Poutine à Minsk lundi 19 décembre."
)


def test_a_list_is_collected_over_the_sentences_shown_each_entry_once() -> None:
    asked = "Quels systèmes ont été livrés ?"
    one = seen(DELIVERED, "S-400")
    assert said(asked, "fr", one) == "S-400, Iskander"
    other = seen("Belarus now has the S-400, the Iskander and Tor-M2 systems.", "the S-400", "en", name="b")
    gist = short(asked, "fr", one, other)
    assert gist is not None
    assert gist.text == "S-400, Iskander, Tor-M2"
    assert {evidence.passage.article_id for evidence in gist.evidence} == {"a", "b"}
    assert {evidence.quote for evidence in gist.evidence} == {"S-400", "Iskander", "Tor-M2"}


@pytest.mark.parametrize(
    ("question", "sentence", "answer"),
    [
        ("Was Putin in Minsk?", "Putin went to Minsk on 2 January 2023.", "2 January 2023"),
        ("Why did Putin go to Minsk?", "Putin went to Minsk on 2 January 2023.", "2 January 2023"),
        ("Who left, and when did he leave?", "Putin left on 2 January 2023.", "2 January 2023"),
        ("When did he leave after 2 January 2023?", "He left on 2 January 2023.", "2 January 2023"),
        ("When did he leave?", "He left on 2 January 2023 or 4 May 2023.", "2 January 2023 or 4 May 2023"),
        ("When did he leave?", "He left at 4 p.m.", "4 p.m."),
        ("When will they meet?", "They will meet on Monday.", "Monday"),
        ("When did she say it?", "“He left yesterday”, she said.", "yesterday"),
        ("How many people died?", COUNT, "3,500 injured"),
        ("How many people died?", COUNT, "Monday"),
        ("How long did it last?", "It cost 5 euros.", "5 euros"),
        ("How much energy came out?", "Il en est sorti 3,15 exajoules.", "3,15 exajoules"),
        ("How many tonnes left?", "It cost 25 euros.", "25 euros"),
        ("Who is the minister Lubkovych?", "The minister Lubkovych left.", "The minister Lubkovych"),
        ("Which country objected?", "At COP15 one country objected.", "COP15"),
        ("Which minister insists?", "NATO is for both, he insists.", "NATO"),
        ("Who met?", "Anna Smith met Paul Martin.", "Anna Smith met Paul Martin"),
        ("What systems were delivered?", "They delivered the Iskander.", "Iskander"),
        ("What did he promise them?", "He promised three new schools.", "three new schools"),
    ],
)
def test_nothing_is_said_that_is_unasked_ambiguous_or_known(
    question: str, sentence: str, answer: str
) -> None:
    own: Language = "fr" if sentence.startswith("Il en") else "en"
    assert said(question, "en", seen(sentence, answer, own)) is None


def test_a_sentence_in_which_the_reader_saw_nothing_gives_nothing() -> None:
    beside = seen("He left on 2 January 2023. She stayed.", "She stayed", "en")
    passage = beside.hit.passage
    first = Candidate(beside.hit, Span(0, 26), 0, 0.5, 1.0, 1.0, True, False, reading=beside.reading)
    assert passage.text[:26] == "He left on 2 January 2023."
    assert short("When did he leave?", "en", first) is None


def test_without_a_reader_the_only_value_of_a_sentence_is_the_answer() -> None:
    assert said("Quand est-il parti ?", "fr", seen("Il est parti le 2 janvier.")) == "2 janvier 2023"
    assert said("Combien de morts ?", "fr", seen("Il y a 12 morts et 3 blessés.")) == "12"
    assert said("Combien de morts ?", "fr", seen("Il y a 12 morts ici et 3 morts là.")) is None
    assert said("Qui est parti ?", "fr", seen("Hier, Dmitri Peskov est parti.")) is None


def test_a_weak_or_a_contested_answer_is_not_given() -> None:
    asked = Question("Combien de morts ?", "fr")
    one, other = seen("Il y a 12 morts.", "12"), seen("Il y a 13 morts.", "13", name="b")
    sure, weak = [(SURE, one)], [(CERTAIN - 0.01, one)]
    assert short_answer(asked, weak, weak) is None
    assert short_answer(asked, sure, sure) is not None
    # A rival counts although it is not shown.
    assert short_answer(asked, sure, [*sure, (0.93, other)]) is None
    assert short_answer(asked, sure, [*sure, (0.05, other)]) is not None
    (best,) = offers(asked, sure)
    assert lead(best, offers(asked, [(0.05, other)])) > LEAD > lead(best, offers(asked, [(0.93, other)]))


def test_sentences_that_agree_are_all_cited() -> None:
    gist = short("Combien de morts ?", "fr", seen("Il y a 12 morts.", "12"),
                 seen("Twelve people died.", "Twelve", "en", name="b"))  # fmt: skip
    assert gist is not None
    assert [evidence.quote for evidence in gist.evidence] == ["12", "Twelve"]


def test_an_unknown_day_of_publication_resolves_nothing() -> None:
    assert said("Quand est-il parti ?", "fr", seen("Il est parti hier.", "hier", published=None)) is None
    undated = seen("Il est parti le 2 janvier.", "le 2 janvier", published=None)
    gist = short("Quand est-il parti ?", "fr", undated)
    assert gist is not None
    assert (gist.text, gist.resolved) == ("2 janvier", False)


def shown_with(gist: Gist, sentence: str, language: Language) -> Short | None:
    """What the wall lets through of ``gist`` when ``sentence`` is quoted."""
    passage = seen(sentence, language=language).hit.passage
    quote = Proposal(sentence, (Evidence(passage, 0, len(sentence)),), quoted=True)
    return conclude(Question("?", "fr"), Draft("x", (quote,), short=gist), (), asked="?").short


def test_a_short_answer_that_its_quote_does_not_hold_is_not_shown() -> None:
    passage = seen(MINSK).hit.passage
    at = (Evidence(passage, 0, len(MINSK)),)
    assert shown_with(Gist("2 janvier 2023", at, resolved=True), MINSK, "fr") is not None
    for lie in (Gist("2 janvier 2023", at), Gist("3 janvier 2023", at, resolved=True), Gist("2 200", at),
                Gist("Mins", at), Gist("Minsk, Moscou", at), Gist("", at)):  # fmt: skip
        assert shown_with(lie, MINSK, "fr") is None


WORDS = st.sampled_from(
    ["le", "2 janvier", "hier", "lundi", "1 200", "3,5 %", "12 millions d’euros", "Minsk", "Dmitri Peskov",
     "et", ",", "on Monday", "19 December 2022", "$1.85 billion", "at least", "plus de", "dix", "hours",
     "heures", "morts", "«", "»", "“", "”", "S-400", "2014", "trois ans", "et demie", "49.3", "de", "1er",
     "mars", "M."]
)  # fmt: skip
ASKED = st.sampled_from(
    ["Quand ?", "Combien de morts ?", "Combien de temps ?", "Qui ?", "Où ?", "Quel montant ?",
     "Quels systèmes ?", "How far?", "What share of it?", "Which countries?"]
)  # fmt: skip


@settings(max_examples=400)  # one in fourteen has a short answer
@given(st.lists(WORDS, min_size=1, max_size=12), ASKED, st.sampled_from(["fr", "en"]), st.data())
def test_whatever_is_said_in_short_is_in_the_sentence(
    words: list[str], asked: str, own: Language, data: st.DataObject
) -> None:
    sentence = " ".join(words)
    answer = data.draw(st.none() | st.sampled_from(words))
    spoken: Language = data.draw(st.sampled_from(["fr", "en"]))
    gist = short(asked, spoken, seen(sentence, answer, own))
    if gist is None:
        return
    assert not unvouched(gist.text, spoken, [Source(sentence, own, DAY)], resolved=gist.resolved)
    there = {(found.value, found.unit) for found in quantities(sentence, own)}
    if not gist.resolved and "heures" not in gist.text and "hours" not in gist.text:
        assert {(q.value, q.unit) for q in quantities(gist.text, spoken)} <= there
    assert all(0 <= evidence.start < evidence.end <= len(sentence) for evidence in gist.evidence)
