"""A question that takes for granted what an article denies gets the denial, and no other question does."""

from datetime import date
from pathlib import Path

import pytest
from test_answering_chain import EMBEDDER, SayingEngine

from corpus.article import Article, Byline, Language
from corpus.library import Library
from corpus.passage import passages_of
from rag.answer import Hit
from rag.answering.draft import Question
from rag.answering.premise import denial
from rag.assistant import Assistant
from rag.settings import Settings

FINAL = "L’Argentine a remporté la Coupe du monde au Qatar en battant la France 4-2 aux tirs au but."
BANK = "UBS va racheter sa rivale Credit Suisse pour trois milliards de francs."
SOLD = "Shares in Credit Suisse fell after UBS agreed to buy the bank."
JETS = "Olaf Scholz a exclu la livraison d’avions de combat à l’Ukraine."
NO_JETS = "Scholz ruled out sending combat aircraft to Ukraine."
VOTE = "Seven states voted against the resolution: Russia, Belarus, Mali and Nicaragua."
CABINET = "Élisabeth Borne’s government narrowly survived a vote of no confidence on Monday."
RIDER = "Le Kremlin n’a pas livré de missiles Iskander à la Serbie, a dit Dmitri Peskov."
DENIED = "Peskov denied that Putin had come to Minsk to draw Belarus into the war."
FINLAND = "Erdogan avait levé son veto à l’adhésion de la Finlande le 17 mars."
STAYS = "Netanyahu was acting with a heavy heart. Shas, with eleven seats, stays in the government."
NEVER = "Jair Bolsonaro a perdu le second tour. Il n’a jamais reconnu expressément sa défaite."
WAITING = "Bulgaria and Romania, both in the Union, are still waiting to join the Schengen area."
MUST = "Putin answered that Kyiv must accept the truce."
DENIAL = "L’Ukraine dément toute implication dans l’attaque contre Nord Stream."
QUARANTINE = "Les voyageurs qui arrivent en Chine ne sont plus placés en quarantaine."
KEPT = "M. Netanyahou ne retire pas la réforme."
APPROVED = "Le Parlement turc a approuvé l’adhésion de la Finlande à l’Otan."
NOTHING = "“The Banshees”, nominated nine times, went home with nothing."


def hits(*sentences: str, language: Language = "fr") -> tuple[Hit, ...]:
    """One passage a sentence, best first."""
    byline = Byline("Une dépêche", "Dépêche", date(2023, 3, 20), None)
    return tuple(
        Hit(passage, 1 / (rank + 1))
        for rank, sentence in enumerate(sentences)
        for passage in passages_of(Article(f"a{rank}", language, byline, (sentence,)))
    )


@pytest.mark.parametrize(
    ("asked", "spoken", "told", "language"),
    [
        ("Comment la France a-t-elle battu l’Argentine en finale ?", "fr", FINAL, "fr"),
        ("How did France beat Argentina in the final?", "en", FINAL, "fr"),
        ("Pourquoi l’Argentine a-t-elle perdu la Coupe du monde ?", "fr", FINAL, "fr"),
        ("Why did Credit Suisse buy UBS?", "en", BANK, "fr"),
        ("Why was UBS bought by Credit Suisse?", "en", BANK, "fr"),
        ("Pourquoi Credit Suisse a-t-il racheté sa rivale UBS ?", "fr", BANK, "fr"),
        ("Why did Scholz agree to send combat aircraft to Ukraine?", "en", JETS, "fr"),
        ("Why did Scholz agree to send combat aircraft to Ukraine?", "en", NO_JETS, "en"),
        ("Pourquoi Scholz a-t-il accepté de livrer des avions de combat à l’Ukraine ?", "fr", NO_JETS, "en"),
        ("Pourquoi Scholz a-t-il annoncé la livraison d’avions de combat à l’Ukraine ?", "fr", JETS, "fr"),
        ("Why did Nicaragua vote in favour of the resolution?", "en", VOTE, "en"),
        ("Pourquoi les députés ont-ils renversé Élisabeth Borne ?", "fr", CABINET, "en"),
        ("Quand le Kremlin a-t-il livré des missiles Iskander à la Serbie ?", "fr", RIDER, "fr"),
        ("Why did Peskov confirm that Putin had come to draw Belarus into the war?", "en", DENIED, "en"),
        ("Comment l’Otan a-t-elle rejeté la Finlande ?", "fr", APPROVED, "fr"),
        ("Why did Shas walk out of the government?", "en", STAYS.split(". ")[1], "en"),
        ("Dans quels termes Jair Bolsonaro a-t-il reconnu sa défaite ?", "fr", NEVER, "fr"),
        ("Why did Romania join the Schengen area?", "en", WAITING.replace("to join", "for"), "en"),
        ("Pourquoi l’Ukraine a-t-elle revendiqué l’attaque contre Nord Stream ?", "fr", DENIAL, "fr"),
        ("Why has Netanyahu given up his reform?", "en", KEPT, "fr"),
        ("Why did Turkey’s parliament vote down Finland?", "en", APPROVED, "fr"),
        ("Which combat aircraft did Scholz agree to send to Ukraine?", "en", JETS, "fr"),
        ("Quels avions de combat Scholz a-t-il accepté de livrer ?", "fr", JETS, "fr"),
        ("Which Oscar did The Banshees take home?", "en", NOTHING, "en"),
    ],
)
def test_what_an_article_denies_is_not_taken_for_granted(
    asked: str, spoken: Language, told: str, language: Language
) -> None:
    found = denial(Question(asked, spoken), hits(told, language=language), None)
    assert found is not None
    assert found.quote == told


@pytest.mark.parametrize(
    ("asked", "spoken", "told", "language"),
    [
        ("Comment l’Argentine a-t-elle battu la France ?", "fr", FINAL, "fr"),
        ("Why did UBS buy Credit Suisse?", "en", BANK, "fr"),
        ("Why was Credit Suisse bought by UBS?", "en", BANK, "fr"),
        ("Why did Scholz rule out combat aircraft for Ukraine?", "en", JETS, "fr"),
        ("Pourquoi Scholz a-t-il exclu la livraison d’avions de combat à l’Ukraine ?", "fr", JETS, "fr"),
        ("Why did Nicaragua vote against the resolution?", "en", VOTE, "en"),
        ("How many states voted in favour of the resolution?", "en", VOTE, "en"),
        ("Who voted in favour of the resolution with Nicaragua?", "en", VOTE, "en"),
        ("Qui a démenti que Poutine soit venu à Minsk ?", "fr", DENIED, "en"),
        ("Who denied that Putin had come to Minsk?", "en", DENIED, "en"),
        ("Did Scholz agree to send combat aircraft?", "en", NO_JETS, "en"),
        ("Est-ce que Scholz a accepté de livrer des avions de combat ?", "fr", JETS, "fr"),
        ("Pourquoi le Kremlin n’a-t-il pas livré de missiles Iskander à la Serbie ?", "fr", RIDER, "fr"),
        ("Quand le Kremlin a-t-il livré des avions à la Serbie ?", "fr", FINAL, "fr"),
        ("Why did Erdogan accept Finland?", "en", FINLAND, "fr"),
        ("Pourquoi Erdogan a-t-il accepté la Finlande ?", "fr", FINLAND, "fr"),
        ("Pourquoi le Parlement a-t-il rejeté la motion de censure ?", "fr", APPROVED, "fr"),
        ("Why is Romania still waiting to join the Schengen area?", "en", WAITING, "en"),
        ("Pourquoi Kyiv a-t-il rejeté la trêve ?", "fr", MUST, "en"),
        ("Pourquoi l’Ukraine dément-elle toute implication dans l’attaque ?", "fr", DENIAL, "fr"),
        ("Pourquoi la Chine a-t-elle levé la quarantaine ?", "fr", QUARANTINE, "fr"),
        ("Why did Netanyahu postpone the reform?", "en", KEPT, "fr"),
        ("Where did Scholz speak of Ukraine?", "en", NO_JETS, "en"),
        ("Pourquoi ?", "fr", JETS, "fr"),
        ("Combien d’États ont voté pour la résolution avec le Nicaragua ?", "fr", VOTE, "en"),
        ("Which states voted in favour with Nicaragua?", "en", VOTE, "en"),
    ],
)
def test_a_plain_question_is_no_false_premise(
    asked: str, spoken: Language, told: str, language: Language
) -> None:
    assert denial(Question(asked, spoken), hits(told, language=language), None) is None


def test_articles_that_disagree_deny_nothing() -> None:
    agreed = "Scholz agreed on Friday to send combat aircraft to Ukraine."
    question = Question("Why did Scholz agree to send combat aircraft to Ukraine?", "en")
    assert denial(question, hits(NO_JETS, agreed, language="en"), None) is None


def test_what_stands_far_down_denies_nothing() -> None:
    others = [f"Ukraine held talks on day {day}." for day in range(5)]
    question = Question("Why did Scholz agree to send combat aircraft to Ukraine?", "en")
    assert denial(question, hits(*others, NO_JETS, language="en"), None) is None


@pytest.mark.parametrize(
    ("asked", "opening", "framed"),
    [
        (
            "Why did Russia buy Belarus?",
            "The articles deny what the question assumes.",
            "According to Dépêche Minsk, on 20 December 2022: “Belarus bought Russia for one rouble.”",
        ),
        (
            "Pourquoi la Russie a-t-elle acheté la Biélorussie ?",
            "Les articles démentent ce que la question suppose.",
            "Selon Dépêche Minsk, le 20 décembre 2022 (original en anglais)\u00a0: "
            "«\u00a0Belarus bought Russia for one rouble.\u00a0»",
        ),
    ],
    ids=["en", "fr"],
)
def test_a_denial_is_quoted_and_no_model_is_asked(
    home: Path, asked: str, opening: str, framed: str
) -> None:
    byline = Byline("A purchase", "Dépêche Minsk", date(2022, 12, 20), None)
    told = Article("purchase", "en", byline, ("Belarus bought Russia for one rouble.",))
    Library(home / "library").put(told)
    assistant = Assistant(Settings(home=home), EMBEDDER, SayingEngine("Russia bought Belarus."))
    assistant.sync()
    answer = assistant.ask(asked)
    assert (answer.status, answer.reason, answer.engine) == ("partial", "false_premise", "extractive")
    assert answer.text.splitlines()[0] == opening
    assert answer.claims[0].text == framed
