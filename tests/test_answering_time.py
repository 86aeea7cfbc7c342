"""When a reader wants the articles to be from: tables in both languages, the evaluation items, the path."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import LANGUAGES, Language, Span
from corpus.library import Library
from rag.answer import Filters
from rag.answering.question import understand
from rag.answering.time import Period, period_in
from rag.settings import SAMPLE_ARTICLES

TODAY = date(2023, 3, 15)  # a Wednesday
SETS = Path(__file__).parent.parent / "eval" / "sets"
Window = tuple[str, str, str]  # since, until ("" where open), the words that said so


def read(text: str, language: Language, today: date = TODAY) -> Window | None:
    period = period_in(text, language, today)
    if period is None:
        return None
    said = " … ".join(text[span.start : span.end] for span in period.words)
    return (str(period.since or ""), str(period.until or ""), said)


def day(iso: str, words: str) -> Window:
    return (iso, iso, words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Que s'est-il passé hier à Minsk ?", day("2023-03-14", "hier")),
        ("Hier, qui a parlé ?", day("2023-03-14", "Hier")),
        ("HIER, QUI A PARLÉ ?", day("2023-03-14", "HIER")),
        ("QUI A PARLÉ HIER ?", day("2023-03-14", "HIER")),
        ("Est-ce que hier Macron a parlé ?", day("2023-03-14", "hier")),
        ("Qu'a dit Macron hier soir ?", day("2023-03-14", "hier soir")),
        ("Qui est mort avant-hier ?", day("2023-03-13", "avant-hier")),
        ("Qui est mort avant hier ?", day("2023-03-13", "avant hier")),
        ("Que disait la réunion d’avant-hier ?", day("2023-03-13", "avant-hier")),
        ("Quoi de neuf aujourd’hui ?", day("2023-03-15", "aujourd’hui")),
        ("Que dit l’actualité d’aujourd’hui ?", day("2023-03-15", "aujourd’hui")),
        ("Que s'est-il passé ce matin ?", day("2023-03-15", "ce matin")),
        ("Que s'est-il passé la nuit dernière ?", ("2023-03-14", "2023-03-15", "la nuit dernière")),
        ("Quoi de neuf cette semaine ?", ("2023-03-13", "2023-03-15", "cette semaine")),
        ("Quoi de neuf ce mois-ci ?", ("2023-03-01", "2023-03-15", "ce mois-ci")),
        ("Qui a voté la semaine dernière ?", ("2023-03-06", "2023-03-12", "la semaine dernière")),
        ("qui a vote la semaine derniere", ("2023-03-06", "2023-03-12", "la semaine derniere")),
        ("Les votes de la semaine passée ?", ("2023-03-06", "2023-03-12", "la semaine passée")),
        ("Qui a voté le mois dernier ?", ("2023-02-01", "2023-02-28", "le mois dernier")),
        ("Le bilan du mois dernier ?", ("2023-02-01", "2023-02-28", "du mois dernier")),
        ("Qui a joué le week-end dernier ?", ("2023-03-11", "2023-03-12", "le week-end dernier")),
        ("Qui a joué le weekend dernier ?", ("2023-03-11", "2023-03-12", "le weekend dernier")),
        ("Qui a parlé mardi dernier ?", day("2023-03-14", "mardi dernier")),
        ("Qui a parlé mercredi dernier ?", day("2023-03-08", "mercredi dernier")),
        ("Qui a parlé Lundi dernier ?", day("2023-03-13", "Lundi dernier")),
        ("Qui a parlé dimanche dernier ?", day("2023-03-12", "dimanche dernier")),
        ("Qu’est-il arrivé il y a trois jours ?", day("2023-03-12", "il y a trois jours")),
        ("Qu’est-il arrivé il y a 10 jours ?", day("2023-03-05", "il y a 10 jours")),
        ("Et ces trois derniers jours ?", ("2023-03-12", "2023-03-15", "ces trois derniers jours")),
        ("Et ces neuf derniers jours ?", ("2023-03-06", "2023-03-15", "ces neuf derniers jours")),
        ("Et ces derniers trois jours ?", ("2023-03-12", "2023-03-15", "ces derniers trois jours")),
        ("Et les 10 derniers jours ?", ("2023-03-05", "2023-03-15", "les 10 derniers jours")),
        (
            "Et les vingt-quatre dernières heures ?",
            ("2023-03-14", "2023-03-15", "les vingt-quatre dernières heures"),
        ),
        ("Et les 48 dernières heures ?", ("2023-03-13", "2023-03-15", "les 48 dernières heures")),
        ("Et les dernières 24 heures ?", ("2023-03-14", "2023-03-15", "les dernières 24 heures")),
        (
            "Qui a voté au cours des deux dernières semaines ?",
            ("2023-03-01", "2023-03-15", "au cours des deux dernières semaines"),
        ),
        ("Et dans les deux derniers mois ?", ("2023-01-15", "2023-03-15", "dans les deux derniers mois")),
        (
            "Et au cours de la dernière semaine ?",
            ("2023-03-08", "2023-03-15", "au cours de la dernière semaine"),
        ),
        ("Et pendant le dernier mois ?", ("2023-02-15", "2023-03-15", "pendant le dernier mois")),
        ("Quoi depuis le 5 janvier ?", ("2023-01-05", "", "depuis le 5 janvier")),
        ("Quoi depuis le 5 janvier 2022 ?", ("2022-01-05", "", "depuis le 5 janvier 2022")),
        ("Quoi depuis le 1er mars ?", ("2023-03-01", "", "depuis le 1er mars")),
        ("Quoi depuis le premier mars ?", ("2023-03-01", "", "depuis le premier mars")),
        ("Quoi depuis le lundi 6 février ?", ("2023-02-06", "", "depuis le lundi 6 février")),
        ("Quoi depuis le 20 mars ?", ("2022-03-20", "", "depuis le 20 mars")),
        ("Quoi depuis le 05/01/2023 ?", ("2023-01-05", "", "depuis le 05/01/2023")),
        ("Quoi depuis le 29 février ?", ("2020-02-29", "", "depuis le 29 février")),
        ("Quoi depuis janvier ?", ("2023-01-01", "", "depuis janvier")),
        ("Quoi depuis le mois de janvier ?", ("2023-01-01", "", "depuis le mois de janvier")),
        ("Quoi depuis le mois d'avril ?", ("2022-04-01", "", "depuis le mois d'avril")),
        ("Quoi depuis le début du mois de mars ?", ("2023-03-01", "", "depuis le début du mois de mars")),
        ("Quoi depuis début février 2023 ?", ("2023-02-01", "", "depuis début février 2023")),
        ("Quoi depuis avril ?", ("2022-04-01", "", "depuis avril")),
        ("Quoi depuis hier ?", ("2023-03-14", "", "depuis hier")),
        ("Quoi depuis la semaine dernière ?", ("2023-03-06", "", "depuis la semaine dernière")),
        ("Quoi depuis lundi ?", ("2023-03-13", "", "depuis lundi")),
        ("Quoi depuis mercredi ?", ("2023-03-08", "", "depuis mercredi")),
        ("Quoi depuis lundi dernier ?", ("2023-03-13", "", "depuis lundi dernier")),
        ("Qui gouvernait avant mars 2023 ?", ("", "2023-02-28", "avant mars 2023")),
        ("Qui gouvernait avant le 5 janvier ?", ("", "2023-01-04", "avant le 5 janvier")),
        ("Qui gouvernait avant le mois de mars ?", ("", "2023-02-28", "avant le mois de mars")),
        ("Qui gouvernait avant la semaine dernière ?", ("", "2023-03-05", "avant la semaine dernière")),
        (
            "Quoi entre le 1er et le 15 février 2023 ?",
            ("2023-02-01", "2023-02-15", "entre le 1er et le 15 février 2023"),
        ),
        (
            "Quoi entre le 1er et le 15 février ?",
            ("2023-02-01", "2023-02-15", "entre le 1er et le 15 février"),
        ),
        ("Quoi entre 1 et 15 février ?", ("2023-02-01", "2023-02-15", "entre 1 et 15 février")),
        ("Quoi entre janvier et mars 2022 ?", ("2022-01-01", "2022-03-31", "entre janvier et mars 2022")),
        (
            "Quoi entre mars 2022 et février 2023 ?",
            ("2022-03-01", "2023-02-28", "entre mars 2022 et février 2023"),
        ),
        (
            "Quoi entre le 20 décembre et le 3 janvier ?",
            ("2022-12-20", "2023-01-03", "entre le 20 décembre et le 3 janvier"),
        ),
        (
            "Quoi entre le 20 décembre et le 3 janvier 2022 ?",
            ("2021-12-20", "2022-01-03", "entre le 20 décembre et le 3 janvier 2022"),
        ),
        (
            "Quoi entre le 5 janvier 2023 et le 3 février ?",
            ("2023-01-05", "2023-02-03", "entre le 5 janvier 2023 et le 3 février"),
        ),
        ("Quoi entre lundi dernier et hier ?", ("2023-03-13", "2023-03-14", "lundi dernier … hier")),
        ("Quoi hier et aujourd'hui ?", ("2023-03-14", "2023-03-15", "hier … aujourd'hui")),
        (
            "Quoi depuis le 5 janvier et avant mars ?",
            ("2023-01-05", "2023-02-28", "depuis le 5 janvier … avant mars"),
        ),
    ],
)
def test_a_french_question_sets_a_time(text: str, expected: Window) -> None:
    assert read(text, "fr") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What happened in Minsk yesterday?", day("2023-03-14", "yesterday")),
        ("Yesterday, who spoke?", day("2023-03-14", "Yesterday")),
        ("WHO SPOKE YESTERDAY?", day("2023-03-14", "YESTERDAY")),
        ("Who won yesterday's vote?", day("2023-03-14", "yesterday's")),
        ("Who won yesterday’s vote?", day("2023-03-14", "yesterday’s")),
        ("Who spoke yesterday evening?", day("2023-03-14", "yesterday evening")),
        ("Who spoke the day before yesterday?", day("2023-03-13", "the day before yesterday")),
        ("What is new today?", day("2023-03-15", "today")),
        ("What is the news of today?", day("2023-03-15", "today")),
        ("Who was arrested today?", day("2023-03-15", "today")),
        ("Who is arrested today?", day("2023-03-15", "today")),
        ("Who spoke this morning?", day("2023-03-15", "this morning")),
        ("Who spoke last night?", ("2023-03-14", "2023-03-15", "last night")),
        ("What is new this week?", ("2023-03-13", "2023-03-15", "this week")),
        ("What is new this month?", ("2023-03-01", "2023-03-15", "this month")),
        ("Who voted last week?", ("2023-03-06", "2023-03-12", "last week")),
        ("Who won last week's vote?", ("2023-03-06", "2023-03-12", "last week's")),
        ("Last week, who voted?", ("2023-03-06", "2023-03-12", "Last week")),
        ("Who voted last month?", ("2023-02-01", "2023-02-28", "last month")),
        ("Who played last weekend?", ("2023-03-11", "2023-03-12", "last weekend")),
        ("Who spoke last Tuesday?", day("2023-03-14", "last Tuesday")),
        ("who spoke last tuesday", day("2023-03-14", "last tuesday")),
        ("Who spoke last Wednesday?", day("2023-03-08", "last Wednesday")),
        ("Who spoke three days ago?", day("2023-03-12", "three days ago")),
        ("Who spoke 10 days ago?", day("2023-03-05", "10 days ago")),
        ("Who died in the last 10 days?", ("2023-03-05", "2023-03-15", "in the last 10 days")),
        ("Who died over the past two weeks?", ("2023-03-01", "2023-03-15", "over the past two weeks")),
        ("Who died these last three days?", ("2023-03-12", "2023-03-15", "these last three days")),
        ("Who died in the last 24 hours?", ("2023-03-14", "2023-03-15", "in the last 24 hours")),
        ("Who died in the last 36 hours?", ("2023-03-13", "2023-03-15", "in the last 36 hours")),
        ("Who died over the past week?", ("2023-03-08", "2023-03-15", "over the past week")),
        ("Who died the past month?", ("2023-02-15", "2023-03-15", "the past month")),
        ("Who died within the last month?", ("2023-02-15", "2023-03-15", "within the last month")),
        ("Who died in the last three months?", ("2022-12-15", "2023-03-15", "in the last three months")),
        ("What since 5 January?", ("2023-01-05", "", "since 5 January")),
        ("What since January 5?", ("2023-01-05", "", "since January 5")),
        ("What since january 5?", ("2023-01-05", "", "since january 5")),
        ("What since the 5th of January?", ("2023-01-05", "", "since the 5th of January")),
        ("What since Thursday, 5 January 2023?", ("2023-01-05", "", "since Thursday, 5 January 2023")),
        ("What since January 5, 2022?", ("2022-01-05", "", "since January 5, 2022")),
        ("What since 2023-01-05?", ("2023-01-05", "", "since 2023-01-05")),
        ("What since 20 March?", ("2022-03-20", "", "since 20 March")),
        ("What since January?", ("2023-01-01", "", "since January")),
        ("What since march 2022?", ("2022-03-01", "", "since march 2022")),
        ("What since early February?", ("2023-02-01", "", "since early February")),
        ("What since the beginning of March?", ("2023-03-01", "", "since the beginning of March")),
        ("What since yesterday?", ("2023-03-14", "", "since yesterday")),
        ("What since last month?", ("2023-02-01", "", "since last month")),
        ("What since Monday?", ("2023-03-13", "", "since Monday")),
        ("What since Monday’s vote?", ("2023-03-13", "", "since Monday’s")),
        ("What since last Monday?", ("2023-03-13", "", "since last Monday")),
        ("Who ruled before March 2023?", ("", "2023-02-28", "before March 2023")),
        ("Who ruled before 5 January?", ("", "2023-01-04", "before 5 January")),
        ("Who ruled before January 1, 2023?", ("", "2022-12-31", "before January 1, 2023")),
        ("Who ruled before last week?", ("", "2023-03-05", "before last week")),
        (
            "What between 1 and 15 February 2023?",
            ("2023-02-01", "2023-02-15", "between 1 and 15 February 2023"),
        ),
        (
            "What between the 1st and the 15th of February?",
            ("2023-02-01", "2023-02-15", "between the 1st and the 15th of February"),
        ),
        ("What between February 1 and 15?", ("2023-02-01", "2023-02-15", "between February 1 and 15")),
        (
            "What between January 5 and February 3, 2022?",
            ("2022-01-05", "2022-02-03", "between January 5 and February 3, 2022"),
        ),
        (
            "What between January and March 2022?",
            ("2022-01-01", "2022-03-31", "between January and March 2022"),
        ),
        (
            "What between 20 December and 3 January?",
            ("2022-12-20", "2023-01-03", "between 20 December and 3 January"),
        ),
        ("What between last Monday and yesterday?", ("2023-03-13", "2023-03-14", "last Monday … yesterday")),
        (
            "What since 5 January and before March?",
            ("2023-01-05", "2023-02-28", "since 5 January … before March"),
        ),
        (
            "What changed between last week in Minsk and this week?",
            ("2023-03-06", "2023-03-15", "last week … this week"),
        ),
    ],
)
def test_an_english_question_sets_a_time(text: str, expected: Window) -> None:
    assert read(text, "en") == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # When an event was: an article about it may be of a later day.
        ("fr", "Que s'est-il passé le 25 janvier 2023 ?"),
        ("fr", "Qui a démissionné en janvier 2023 ?"),
        ("fr", "Qui a démissionné en janvier dernier ?"),
        ("fr", "Quel est le bilan du séisme du 6 février ?"),
        ("fr", "Qui a défilé le 19 décembre ?"),
        ("fr", "Qui a parlé mardi ?"),
        ("fr", "Qui a manifesté après le 31 janvier ?"),
        ("fr", "Qui a gagné la coupe en 2018 ?"),
        ("fr", "Que s'est-il passé du 5 au 7 janvier ?"),
        ("fr", "Que s'est-il passé depuis l'attentat du 5 janvier ?"),
        ("fr", "Quels pays ont changé d’avis entre les votes de l’ONU de mars 2022 et de février 2023 ?"),
        ("en", "How many tanks did Biden promise on 25 January 2023?"),
        ("en", "Who resigned in February 2023?"),
        ("en", "Who marched on Tuesday?"),
        ("en", "Who marched after 31 January?"),
        ("en", "How deep was the 20 February earthquake?"),
        ("en", "Who won the 2018 World Cup?"),
        ("en", "Who has died since the attack of 5 January?"),
        # Years are history.
        ("fr", "Qui gouvernait avant 1992 ?"),
        ("fr", "Qui gouverne depuis 2014 ?"),
        ("fr", "Combien entre 2018 et 2022 ?"),
        ("fr", "Combien l'année dernière ?"),
        ("en", "How much gas did Russia sell last year?"),
        ("en", "Who ruled before 1992?"),
        ("en", "Who has ruled since 2014?"),
        # Deadlines and ends.
        ("fr", "Que doit faire la Turquie avant le 14 mai ?"),
        ("fr", "Que fera la Turquie avant le 14 mai ?"),
        ("fr", "Jusqu’à hier, qui gouvernait ?"),
        ("fr", "Qui gouvernait jusqu’au mois dernier ?"),
        ("fr", "Qui a payé jusqu'au 14 janvier ?"),
        ("fr", "Que faut-il rendre d'ici le 31 mars ?"),
        ("en", "What must Turkey do before 14 May?"),
        ("en", "What will happen between 10 and 20 April?"),
        ("en", "Who ruled until yesterday?"),
        ("en", "Who ruled until 14 January?"),
        ("en", "What is due by 31 March?"),
        # Told from another event.
        ("fr", "Qui a parlé juste avant le 5 janvier ?"),
        ("fr", "Qui a parlé deux jours avant le 5 janvier ?"),
        ("en", "Who spoke two days before 5 January?"),
        ("en", "Who spoke just before last Tuesday?"),
        ("fr", "Où est-il allé pour la dernière fois avant décembre 2022 ?"),
        ("fr", "Quand y était-il allé avant décembre 2022 ?"),
        ("en", "Where did he go the last time before December 2022?"),
        ("en", "When did he last go there before December 2022?"),
        ("en", "Where had Zelensky been the day before flying to the United States?"),
        ("fr", "Et les trois derniers jours de la campagne ?"),
        ("en", "What happened in the last week of January?"),
        ("en", "What happened in the last three days of the campaign?"),
        # A verb, a duration, nowadays, the vague.
        ("en", "How long did the truce last?"),
        ("en", "Did the truce last 36 hours?"),
        ("fr", "Il y a trois jours de deuil, pour qui ?"),
        ("fr", "Qui est bloqué depuis trois jours ?"),
        ("fr", "Combien d'habitants a la Turquie d'aujourd'hui ?"),
        ("fr", "Est-il encore aujourd'hui ministre ?"),
        ("fr", "Qui dirige aujourd'hui la Suède ?"),
        ("fr", "Qui est aujourd'hui le roi de Suède ?"),
        ("fr", "Où se trouve-t-elle aujourd'hui ?"),
        ("en", "Who is the king of Sweden today?"),
        ("en", "Which party controls Lagos today?"),
        ("en", "Where is she today?"),
        ("en", "What is the Turkey of today?"),
        ("en", "Is he still today a minister?"),
        ("fr", "Depuis quand gouverne-t-elle ?"),
        ("en", "Since when has she ruled?"),
        ("fr", "Quoi de neuf ces derniers jours ?"),
        ("en", "What happened in the last few days?"),
        ("fr", "Quel est le dernier bilan ?"),
        ("en", "What is the latest toll?"),
        # Names and quotations.
        ("en", "Which reporter works for USA Today?"),
        ("fr", "Que dit Aujourd’hui en France ?"),
        ("fr", "Qui a dit « depuis hier, rien » ?"),
        ("en", "Who said “nothing since 5 January”?"),
        ("en", 'Who sang "yesterday"?'),
        # No date at all.
        ("fr", "Que faire avant le 31 février ?"),
        ("fr", ""),
        ("en", "before and since"),
        ("fr", "Que s'est-il passé entre 5 et 32 février ?"),
    ],
)
def test_other_dates_set_no_time(language: Language, text: str) -> None:
    assert read(text, language) is None


@pytest.mark.parametrize(
    ("today", "text", "expected"),
    [
        (date(2023, 3, 13), "since Monday", ("2023-03-06", "", "since Monday")),
        (date(2023, 3, 12), "last weekend", ("2023-03-04", "2023-03-05", "last weekend")),
        (date(2023, 1, 1), "last month", ("2022-12-01", "2022-12-31", "last month")),
        (date(2023, 1, 1), "yesterday", ("2022-12-31", "2022-12-31", "yesterday")),
        (date(2024, 3, 31), "in the last one months", ("2024-02-29", "2024-03-31", "in the last one months")),
        (date(2023, 1, 5), "since 5 January", ("2023-01-05", "", "since 5 January")),
        (date(2023, 1, 4), "since 5 January", ("2022-01-05", "", "since 5 January")),
        (date(2023, 3, 10), "since March", ("2023-03-01", "", "since March")),
        (
            date(2023, 4, 15),
            "between 10 and 20 April",
            ("2023-04-10", "2023-04-20", "between 10 and 20 April"),
        ),
        (date.min, "yesterday", ("0001-01-01", "0001-01-01", "yesterday")),
        (date.min, "before last week", None),
        (date.min, "in the last 999 months", ("0001-01-01", "0001-01-01", "in the last 999 months")),
    ],
)
def test_the_day_of_asking_counts(today: date, text: str, expected: Window | None) -> None:
    assert read(text, "en", today) == expected


WORDS = st.sampled_from(
    [
        *("hier", "yesterday", "aujourd'hui", "la semaine dernière", "last week", "last", "Tuesday", "mardi"),
        *("dernier", "depuis", "since", "le", "the", "5", "1er", "31", "29", "janvier", "January", "mars"),
        *("March", "février", "February", "2023", "entre", "between", "et", "and", "avant", "before", "10"),
        *("ces trois derniers jours", "in the last", "days", "ago", "il y a", "months", "mois", "999", "«"),
        *("»", "“", "”", '"', "d'", "jusqu'à", "until", "2023-02-06", "06/02/23", ",", "?", "’", "0001"),
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=14).map(" ".join))


@given(TEXTS, st.sampled_from(LANGUAGES), st.dates())
def test_whatever_is_asked_the_period_is_sound(text: str, language: Language, today: date) -> None:
    period = period_in(text, language, today)
    if period is None:
        return
    assert period.since or period.until
    assert not (period.since and period.until) or period.since <= period.until
    assert period.words
    assert all(0 <= span.start < span.end <= len(text) for span in period.words)


@given(st.lists(WORDS, max_size=14).map(" ".join), st.sampled_from(LANGUAGES))
def test_a_caller_s_dates_are_never_widened(text: str, language: Language) -> None:
    mine = Filters(since=date(2023, 1, 1), until=date(2023, 2, 28), sources=("AFP",))
    filters = understand(f"What news {text}", language=language, filters=mine, today=TODAY).filters
    assert filters.since is not None
    assert filters.until is not None
    assert filters.since >= date(2023, 1, 1)
    assert filters.until <= date(2023, 2, 28)
    assert filters.sources == ("AFP",)


@pytest.mark.parametrize(
    ("since", "until"), [(None, None), (date(2023, 1, 2), date(2023, 1, 1))], ids=["open", "backwards"]
)
def test_an_impossible_period_cannot_be_built(since: date | None, until: date | None) -> None:
    with pytest.raises(ValueError, match="a period"):
        Period(since, until, (Span(0, 1),))


@pytest.mark.parametrize("today", [date(2023, 4, 1), date(2023, 12, 31), date(2026, 11, 22)], ids=str)
def test_no_evaluation_item_loses_its_gold_passage(today: date) -> None:
    published = {article.id: article.byline.published for article in Library(SAMPLE_ARTICLES).articles()}
    lines = [line for file in SETS.glob("*.jsonl") for line in file.read_text(encoding="utf-8").splitlines()]
    items = [json.loads(line) for line in lines]
    assert sum(item["answerable"] for item in items) > 300
    lost = []
    for item in items:
        period = period_in(item["question"], item["lang"], today)
        for passage in (one for group in item["gold"] for one in group):
            day_of = published[passage.split("#")[0]]
            assert day_of is not None
            if period and not (period.since or date.min) <= day_of <= (period.until or date.max):
                lost.append((item["id"], passage, period))
    assert lost == []
