"""A question that leans on the conversation is made whole; one with a subject of its own is left alone."""

from datetime import date

import pytest

from corpus.article import Byline, Language, Passage, Span
from corpus.text.language import identify
from eval.loader import load_sets
from rag.answer import Answer, Citation, Claim, Filters, Short, Turn
from rag.answering.followups import whole_question
from rag.answering.question import understand

Asked = str | tuple[str, str]  # a question, or one with its short answer


def turn(asked: Asked) -> Turn:
    """A turn that was refused, or answered in a few words."""
    question, short = (asked, "") if isinstance(asked, str) else asked
    language = identify(question)
    if not short:
        refusal = Answer(question, language, "abstained", "–", "extractive", reason="not_in_corpus")
        return Turn(question, refusal)
    byline = Byline("T", "S", date(2023, 1, 1), None)
    passage = Passage("a", 0, short, language, byline, (Span(0, len(short)),))
    citation = Citation(1, passage, 0, len(short))
    claims = (Claim(short, (1,)),)
    answer = Answer(
        question, language, "answered", short, "extractive", claims, (citation,), short=Short(short, (1,))
    )
    return Turn(question, answer)


# What was asked before, what is asked now, and what that means.
CONVERSATIONS: list[tuple[list[Asked], str, str]] = [
    (
        ["Quels systèmes ont été livrés à Minsk ?"],
        "Et combien ?",
        "Combien de systèmes ont été livrés à Minsk ?",
    ),
    (["When were the S-400 delivered?"], "What about Iskander?", "When were the Iskander delivered?"),
    (["When were the S-400 delivered?"], "and the Iskander?", "When were the Iskander delivered?"),
    (["When were the S-400 delivered?"], "Where?", "Where were the S-400 delivered?"),
    (["When were the S-400 delivered?"], "Why?", "Why were the S-400 delivered?"),
    (["Quand Poutine est-il allé à Minsk ?"], "Pourquoi ?", "Pourquoi Poutine est-il allé à Minsk ?"),
    (["Quand Poutine est-il allé à Minsk ?"], "Et Loukachenko ?", "Quand Loukachenko est-il allé à Minsk ?"),
    (["Quand Poutine est-il allé à Minsk ?"], "Et à Moscou ?", "Quand Poutine est-il allé à Moscou ?"),
    (["Combien de morts à Dnipro ?"], "Et de blessés ?", "Combien de blessés à Dnipro ?"),
    (["Combien de morts à Dnipro ?"], "Et à Makiivka ?", "Combien de morts à Makiivka ?"),
    (["Combien de morts à Dnipro ?"], "Pourquoi ?", "Pourquoi ? (morts à Dnipro)"),
    (["How many people died in Makiivka?"], "And in Dnipro?", "How many people died in Dnipro?"),
    (["How many people died in Makiivka?"], "Where was it?", "Where was it? (people died in Makiivka)"),
    (["How many people died in Makiivka?"], "and the wounded?", "How many wounded died in Makiivka?"),
    (
        ["How many people died in the Brovary crash?"],
        "And children?",
        "How many children died in the Brovary crash?",
    ),
    (
        ["How many people died in the Brovary crash?"],
        "Where was it?",
        "Where was it? (people died in the Brovary crash)",
    ),
    (["Qui a gagné la Coupe du monde en 2022 ?"], "Et en 2018 ?", "Qui a gagné la Coupe du monde en 2018 ?"),
    (["Qui a gagné la Coupe du monde ?"], "Et en 2018 ?", "Qui a gagné la Coupe du monde en 2018 ?"),
    (
        [("Qui a démenti que Poutine veuille pousser Minsk à la guerre ?", "Dmitri Peskov")],
        "Qu’a-t-il dit ?",
        "Qu’a-t-il dit ? (Dmitri Peskov a démenti que Poutine veuille pousser Minsk à la guerre)",
    ),
    (
        [("Qui a démenti que Poutine veuille pousser Minsk à la guerre ?", "Dmitri Peskov")],
        "Quand l’a-t-il dit ?",
        "Quand Dmitri Peskov l’a-t-il dit ? (Poutine, Minsk)",
    ),
    (
        [("Who denied it in Minsk?", "Dmitri Peskov")],
        "What did he say?",
        "What did Dmitri Peskov say? (Minsk)",
    ),
    (
        [("Who resigned in New Zealand?", "Jacinda Ardern")],
        "Why did she resign?",
        "Why did Jacinda Ardern resign? (New Zealand)",
    ),
    (
        [("Who resigned in New Zealand?", "Jacinda Ardern")],
        "When?",
        "When? (Jacinda Ardern resigned in New Zealand)",
    ),
    (
        [("Qui a démissionné en Nouvelle-Zélande ?", "Jacinda Ardern")],
        "Pourquoi a-t-elle démissionné ?",
        "Pourquoi Jacinda Ardern a-t-elle démissionné ? (Nouvelle-Zélande)",
    ),
    (
        [("Qui a démissionné en Nouvelle-Zélande ?", "Jacinda Ardern")],
        "Pourquoi ?",
        "Pourquoi ? (Jacinda Ardern a démissionné en Nouvelle-Zélande)",
    ),
    (["Why did Putin visit Minsk?"], "When did he arrive?", "When did Putin arrive? (Minsk)"),
    (
        ["Que s’est-il passé à Minsk le 19 décembre 2022 ?"],
        "Et le lendemain ?",
        "Que s’est-il passé à Minsk le 20 décembre 2022 ?",
    ),
    (
        ["What happened in Minsk on 19 December 2022?"],
        "and the next day?",
        "What happened in Minsk on 20 December 2022?",
    ),
    (
        ["What happened in Minsk on 19 December 2022?"],
        "And the day before?",
        "What happened in Minsk on 18 December 2022?",
    ),
    (
        [("When was Putin in Minsk?", "19 December 2022")],
        "And the next day?",
        "The next day? (20 December 2022, Putin in Minsk)",
    ),
    (
        ["Combien de chars l’Allemagne enverra-t-elle à l’Ukraine ?"],
        "Et la Pologne ?",
        "Combien de chars la Pologne enverra-t-elle à l’Ukraine ?",
    ),
    (
        ["Combien de chars l’Allemagne enverra-t-elle à l’Ukraine ?"],
        "Et en Pologne ?",
        "Combien de chars l’Allemagne enverra-t-elle en Pologne ?",
    ),
    (
        ["How many tanks will Germany send to Ukraine?"],
        "And Poland?",
        "How many tanks will Poland send to Ukraine?",
    ),
    (
        ["How many tanks will Germany send to Ukraine?"],
        "And to Poland?",
        "How many tanks will Germany send to Poland?",
    ),
    (["How many tanks will Germany send to Ukraine?"], "When?", "When? (tanks will Germany send to Ukraine)"),
    (
        ["Quand les S-400 ont-ils été livrés ?"],
        "What about Iskander?",
        "Quand les Iskander ont-ils été livrés ?",
    ),
    (["Quand les S-400 ont-ils été livrés ?"], "And where?", "Where? (les S-400 ont été livrés)"),
    (["When were the S-400 delivered?"], "Et les Iskander ?", "When were the Iskander delivered?"),
    (["When were the S-400 delivered?"], "Et où ?", "Où ? (the S-400 delivered)"),
    (
        ["Quels systèmes ont été livrés à Minsk ?", "Et combien ?"],
        "Quand ?",
        "Quand ? (systèmes ont été livrés à Minsk)",
    ),
    (
        ["When were the S-400 delivered?", "what about Iskander?"],
        "Where?",
        "Where were the Iskander delivered?",
    ),
    (
        ["Combien de morts à Dnipro ?", "Et à Makiivka ?"],
        "Et de blessés ?",
        "Combien de blessés à Makiivka ?",
    ),
    (
        ["Que s’est-il passé hier en Turquie ?"],
        "Et la semaine dernière ?",
        "Que s’est-il passé en Turquie la semaine dernière ?",
    ),
    (["What happened in Turkey yesterday?"], "And last week?", "What happened in Turkey last week?"),
    (["What happened in Turkey yesterday?"], "and in Syria?", "What happened in Syria yesterday?"),
    (
        ["Quels systèmes ont été livrés ?"],
        "Quel président a démissionné après la grève ?",
        "Quel président a démissionné après la grève ?",
    ),
    (
        ["Quels systèmes ont été livrés ?"],
        "Et quel président a démissionné après la grève ?",
        "Et quel président a démissionné après la grève ?",
    ),
    (["When were the S-400 delivered?"], "Who won the World Cup?", "Who won the World Cup?"),
    (["When were the S-400 delivered?"], "When did Pelé die?", "When did Pelé die?"),
    (["When were the S-400 delivered?"], "Who is Eva Kaili?", "Who is Eva Kaili?"),
    (
        ["Quand les S-400 ont-ils été livrés ?"],
        "Quand le train est-il parti ?",
        "Quand le train est-il parti ?",
    ),
    (
        ["Quand les S-400 ont-ils été livrés ?"],
        "Combien de morts y a-t-il eu à Dnipro ?",
        "Combien de morts y a-t-il eu à Dnipro ?",
    ),
    (["When were the S-400 delivered?"], "Pelé", "Pelé"),
    (["When were the S-400 delivered?", "Merci !"], "Et les Iskander ?", "When were the Iskander delivered?"),
    (["Qui est Eva Kaili ?"], "Quel âge a-t-elle ?", "Quel âge Eva Kaili a-t-elle ?"),
    (["Who is Eva Kaili?"], "How old is she?", "How old is Eva Kaili?"),
    (["Qui est Eva Kaili ?"], "Où a-t-elle été arrêtée ?", "Où Eva Kaili a-t-elle été arrêtée ?"),
    (["What is the Iskander?"], "What is its range?", "What is its range? (the Iskander)"),
    (["Qu’est-ce que l’Iskander ?"], "Quelle est sa portée ?", "Quelle est sa portée ? (l’Iskander)"),
    (
        ["What did the UN vote on in February 2023?"],
        "Who voted against it?",
        "Who voted against it? (the UN vote on in February 2023)",
    ),
    (
        ["Quel accord a été conclu à Montréal ?"],
        "Que prévoit cet accord ?",
        "Que prévoit cet accord ? (accord a été conclu à Montréal)",
    ),
    (
        ["Which deal was reached in Montreal?"],
        "What does this deal provide for?",
        "What does this deal provide for? (deal was reached in Montreal)",
    ),
    (["Qui a remporté la Coupe du monde ?"], "Contre qui ?", "Contre qui ? (a remporté la Coupe du monde)"),
    (["Who won the World Cup?"], "Against whom?", "Against whom? (won the World Cup)"),
    (
        ["Where did the plane crash in Nepal?"],
        "Were there any survivors?",
        "Were there any survivors? (the plane crash in Nepal)",
    ),
    (["When did Sturgeon resign?"], "Who replaced her?", "Who replaced Sturgeon?"),
    (["Quand Sturgeon a-t-elle démissionné ?"], "Qui l’a remplacée ?", "Qui a remplacé Sturgeon ?"),
    (["Qui a livré les S-400 ?"], "À qui ?", "À qui ? (a livré les S-400)"),
    (
        ["Combien coûte le rachat de Credit Suisse par UBS ?"],
        "Et pour les actionnaires ?",
        "Pour les actionnaires ? (coûte le rachat de Credit Suisse par UBS)",
    ),
    (["Qui est Eva Kaili ?"], "Et Pier Antonio Panzeri ?", "Qui est Pier Antonio Panzeri ?"),
    (
        ["Combien de chars Leopard 2 la Pologne a-t-elle livrés ?"],
        "Et le Portugal ?",
        "Combien de chars Portugal a-t-elle livrés ?",
    ),
    (
        ["Why did France go on strike in January 2023?"],
        "And in February 2023?",
        "Why did France go on strike in February 2023?",
    ),
    (
        ["Quand la Croatie est-elle entrée dans l’espace Schengen ?"],
        "Et la Roumanie ?",
        "Quand la Roumanie est-elle entrée dans l’espace Schengen ?",
    ),
    (
        ["When did Croatia join the Schengen area?"],
        "What about Romania?",
        "When did Romania join the Schengen area?",
    ),
    (
        ["When did Croatia join the Schengen area?"],
        "Et la Bulgarie ?",
        "When did Bulgarie join the Schengen area?",
    ),
    (
        ["Quels ministres accompagnaient Poutine à Minsk ?"],
        "Combien ?",
        "Combien de ministres accompagnaient Poutine à Minsk ?",
    ),
    (["Which ministers travelled with Putin?"], "How many?", "How many ministers travelled with Putin?"),
    (
        [("Qui remplace Jacinda Ardern ?", "Chris Hipkins")],
        "Quand a-t-il pris ses fonctions ?",
        "Quand Chris Hipkins a-t-il pris ses fonctions ? (Jacinda Ardern)",
    ),
    (
        [("Who replaces Jacinda Ardern?", "Chris Hipkins")],
        "When did he take office?",
        "When did Chris Hipkins take office? (Jacinda Ardern)",
    ),
    (["Quel est le bilan du séisme en Turquie ?"], "Et en Syrie ?", "Quel est le bilan du séisme en Syrie ?"),
    (
        ["What is the toll of the earthquake in Turkey?"],
        "and in Syria?",
        "What is the toll of the earthquake in Syria?",
    ),
    (
        ["What is the toll of the earthquake in Turkey?"],
        "Et en Syrie ?",
        "What is the toll of the earthquake in Syrie?",
    ),
    (["How many tanks will Germany send to Ukraine?"], "Bonjour !", "Bonjour !"),
    (["Quand Poutine est-il allé à Minsk ?"], "Quelle heure est-il ?", "Quelle heure est-il ?"),
    (["Combien de morts à Dnipro ?", "Pourquoi ?"], "Et à Makiivka ?", "Pourquoi ? (morts à Makiivka)"),
    (["Who won the World Cup in 2022?"], "And in 2018?", "Who won the World Cup in 2018?"),
    (["Quand Poutine est-il allé à Minsk ?"], "Qui l’accompagnait ?", "Qui accompagnait Poutine ? (Minsk)"),
    (
        ["Qui l’accompagnait à Minsk ?"],
        "Que s’est-il passé à la Silicon Valley Bank ?",
        "Que s’est-il passé à la Silicon Valley Bank ?",
    ),
    (
        ["How many people died in the Brovary crash?", "Where was it?"],
        "And children?",
        "Children? (people died in the Brovary crash)",
    ),
    (
        ["Combien de personnes sont mortes dans l’immeuble de Dnipro ?"],
        "Et à Brovary ?",
        "Combien de personnes sont mortes dans l’immeuble de Brovary ?",
    ),
    (
        ["When did Zelensky travel to Washington?"],
        "Et à Bruxelles ?",
        "When did Zelensky travel to Bruxelles?",
    ),
    (["When did Jacinda Ardern resign?"], "Who replaced her?", "Who replaced Jacinda Ardern?"),
    (
        ["Quand Jacinda Ardern a-t-elle démissionné ?"],
        "Qui l’a remplacée ?",
        "Qui a remplacé Jacinda Ardern ?",
    ),
]


@pytest.mark.parametrize(("before", "typed", "whole"), CONVERSATIONS)
def test_a_question_is_made_whole_from_the_turns_before(before: list[Asked], typed: str, whole: str) -> None:
    history = [turn(asked) for asked in before]
    assert whole_question(typed, identify(typed, history[-1].answer.language), history).text == whole


@pytest.mark.parametrize("before", ["When were the S-400 delivered?", "Quand les S-400 ont-ils été livrés ?"])
def test_every_question_of_the_evaluation_stands_alone(before: str) -> None:
    asked = [(" ".join(item.question.split()), item.lang) for item in load_sets()]
    history = [turn(before)]
    assert [text for text, language in asked if whole_question(text, language, history).text != text] == []


@pytest.mark.parametrize("typed", ["Et combien ?", "what about Iskander?", "et en Ukraine ?", "Why did it?"])
def test_without_history_nothing_is_carried(typed: str) -> None:
    assert whole_question(typed, "fr", ()).text == typed


@pytest.mark.parametrize(
    ("before", "typed", "language", "spoken"),
    [
        ("Quand les S-400 ont-ils été livrés ?", "What about Iskander?", "en", "fr"),
        ("When were the S-400 delivered?", "Et les Iskander ?", "fr", "en"),
        ("Quand les S-400 ont-ils été livrés ?", "And where?", "en", "en"),
        ("Quand les S-400 ont-ils été livrés ?", "Iskander?", "fr", "fr"),
    ],
)
def test_the_answer_is_in_the_language_of_what_was_typed(
    before: str, typed: str, language: Language, spoken: Language
) -> None:
    question = understand(typed, history=[turn(before)])
    assert (question.language, question.spoken) == (language, spoken)


def test_a_forced_language_stays_forced() -> None:
    question = understand("Et les Iskander ?", language="en", history=[turn("Quand les S-400 ?")])
    assert (question.language, question.spoken) == ("en", "fr")


@pytest.mark.parametrize(
    ("before", "typed", "since", "until"),
    [
        ("Que s’est-il passé hier en Turquie ?", "Et en Syrie ?", date(2023, 2, 7), date(2023, 2, 7)),
        ("Que s’est-il passé hier en Turquie ?", "Et pourquoi ?", date(2023, 2, 7), date(2023, 2, 7)),
        ("Que s’est-il passé hier en Turquie ?", "And why?", date(2023, 2, 7), date(2023, 2, 7)),
        ("What happened in Turkey yesterday?", "Et pourquoi ?", date(2023, 2, 7), date(2023, 2, 7)),
        ("What happened in Turkey yesterday?", "And last week?", date(2023, 1, 30), date(2023, 2, 5)),
        ("Que s’est-il passé hier ?", "And last week?", date(2023, 1, 30), date(2023, 2, 5)),
        ("Que s’est-il passé hier ?", "Quel séisme a frappé la Turquie et la Syrie ?", None, None),
    ],
)
def test_the_time_asked_about_is_carried_along_until_another_is_named(
    before: str, typed: str, since: date | None, until: date | None
) -> None:
    filters = understand(typed, history=[turn(before)], today=date(2023, 2, 8)).filters
    assert (filters.since, filters.until) == (since, until)


def test_the_filters_of_the_turn_are_kept() -> None:
    only = Filters(since=date(2023, 2, 1), sources=("Dépêche Ankara",))
    question = understand("Et en Syrie ?", filters=only, history=[turn("Quel bilan en Turquie ?")])
    assert question.filters == only
