"""A toy newspaper, questions about it, and assistants whose scores can be worked out by hand."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from corpus.article import Article, Byline, Language, Passage
from corpus.passage import passages_of
from corpus.text.normalise import normalise
from eval.items import Item
from eval.loader import read_item
from rag.answer import Answer, Facts, Hit, IndexReport
from rag.answering.citations import abstain, compose
from rag.answering.draft import Evidence, Proposal, Question
from rag.answering.phrases import frame, quotation


def article(name: str, language: Language, *paragraphs: str) -> Article:
    byline = Byline(paragraphs[0][:30], "Gazette", date(2023, 3, 4), None)
    return Article(name, language, byline, paragraphs)


ARTICLES = (
    article(
        "bridge-en", "en",
        "The new bridge over the Saone opened in Lyon on Friday, after four years of work.",
        "It cost 14 million euros, two million more than planned, said engineer Paul Martin.",
        "Cyclists have lanes of their own on both sides of the bridge.",
    ),
    article(
        "pont-fr", "fr",
        "Le nouveau pont sur la Saône a été ouvert à Lyon le 3 mars 2023.",
        "La maire, Anne Durand, a coupé le ruban devant 400 personnes.",
        "Lire aussi : notre dossier sur les ponts",
        "Les travaux ont coûté 12 millions d’euros.",
    ),
    article(
        "zoo-fr", "fr",
        "Trois girafes sont nées au zoo de Lyon en janvier.",
        "Le zoo rouvrira ses portes au printemps, selon son directeur, Luc Petit.",
    ),
)  # fmt: skip
PASSAGES: dict[str, Passage] = {passage.id: passage for one in ARTICLES for passage in passages_of(one)}

DAY = {"id": "n1", "vital": True, "any_of": [{"date": "2023-03-03"}]}
MAYOR = {"id": "n1", "vital": True, "any_of": [{"entity": ["Anne Durand", "Mme Durand"]}]}
PRICE = {"id": "n1", "vital": True, "any_of": [{"num": "12000000", "unit": "EUR"}]}
OLD_PRICE = {"id": "n2", "vital": True, "any_of": [{"num": "14000000", "unit": "EUR"}]}

ROWS: tuple[dict[str, Any], ...] = (
    {"id": "fr-date", "lang": "fr", "question": "Quand le pont de Lyon a-t-il ouvert ?", "category": "date",
     "answerable": True, "gold": [["pont-fr#p0"]], "nuggets": [DAY], "twin": "en-date"},
    {"id": "en-date", "lang": "en", "question": "On which date did the bridge in Lyon open?",
     "category": "crosslingual", "answerable": True, "gold": [["pont-fr#p0"]], "acceptable": ["bridge-en#p0"],
     "nuggets": [DAY], "twin": "fr-date"},
    {"id": "fr-who", "lang": "fr", "question": "Qui a coupé le ruban du pont ?", "category": "who",
     "answerable": True, "gold": [["pont-fr#p1"]], "nuggets": [MAYOR]},
    {"id": "en-price", "lang": "en", "question": "How much did the bridge cost?", "category": "disagreement",
     "answerable": True, "gold": [["pont-fr#p3"], ["bridge-en#p1"]], "nuggets": [PRICE, OLD_PRICE]},
    {"id": "fr-near", "lang": "fr", "question": "Quel âge a la maire Anne Durand ?",
     "category": "unanswerable_near", "answerable": False},
    {"id": "en-far", "lang": "en", "question": "Who wrote The Tempest?", "category": "unanswerable_far",
     "answerable": False},
    {"id": "fr-premise", "lang": "fr", "question": "Pourquoi le pont est-il interdit aux cyclistes ?",
     "category": "false_premise", "answerable": False, "gold": [["bridge-en#p2"]]},
)  # fmt: skip
ITEMS: tuple[Item, ...] = tuple(read_item(row) for row in ROWS)


def answer_with(question: str, language: Language, refs: Sequence[str], hits: tuple[Hit, ...] = ()) -> Answer:
    """The extractive answer that quotes the whole text of each passage."""
    proposals = []
    for ref in refs:
        passage = PASSAGES[ref]
        words = f"{frame(passage.byline, passage.language, language)} {quotation(passage.text, language)}"
        proposals.append(Proposal(words, (Evidence(passage, 0, len(passage.text)),), quoted=True))
    hits = hits or tuple(Hit(PASSAGES[ref], 1.0) for ref in refs)
    asked = Question(question, language)
    if not proposals:
        return abstain(asked, "not_in_corpus", hits, "extractive", asked=question)
    return compose(asked, proposals, hits, "extractive", asked=question)


def language_of(question: str) -> Language:
    """Toy questions are known by heart."""
    return next(item.lang for item in ITEMS if item.question == question)


def forged(answer: Answer, **changes: object) -> Answer:
    """A copy with ``changes`` that the constructor would refuse: what a broken engine returns."""
    fake = object.__new__(Answer)
    for name in Answer.__slots__:
        object.__setattr__(fake, name, changes.get(name, getattr(answer, name)))
    return fake


class ToyAssistant:
    """Ranks toy passages by shared words and answers with nothing; others build on it."""

    def __init__(self, *_: object) -> None:
        self.asked: list[str] = []

    def sync(self) -> IndexReport:
        """Nothing to do."""
        return IndexReport(len(ARTICLES), 0, 0, 0, len(PASSAGES))

    def facts(self) -> Facts:
        """Toy facts."""
        by_language: tuple[tuple[Language, int], ...] = (("fr", 2), ("en", 1))
        return Facts(3, by_language, len(PASSAGES), None, True, "gen-1", "toy-embedder", "extractive")

    def search(self, query: str, /, *, k: int) -> tuple[Hit, ...]:
        """The passages that share most words with the query; ties by id."""
        words = set(normalise(query).split())
        scored = ((len(words & set(normalise(p.text).split())), ref) for ref, p in PASSAGES.items())
        ranked = sorted(scored, key=lambda row: (-row[0], row[1]))
        return tuple(Hit(PASSAGES[ref], float(score)) for score, ref in ranked[:k])

    def ask(self, question: str, /) -> Answer:
        """Quotes what `cites` chooses, abstains when it chooses nothing."""
        self.asked.append(question)
        return answer_with(question, language_of(question), self.cites(question), self.search(question, k=10))

    def cites(self, question: str) -> Sequence[str]:
        """The passages to quote."""
        return ()


class Silent(ToyAssistant):
    """Always abstains."""


class DumpTop5(ToyAssistant):
    """Prints the five best passages whatever is asked."""

    def cites(self, question: str) -> Sequence[str]:
        """The top five."""
        return [hit.passage.id for hit in self.search(question, k=5)]


class Oracle(ToyAssistant):
    """Has read the gold: finds it, quotes it, and is silent where there is none."""

    def search(self, query: str, /, *, k: int) -> tuple[Hit, ...]:
        """Gold first."""
        gold = self.cites(query)
        rest = [hit.passage.id for hit in super().search(query, k=k) if hit.passage.id not in gold]
        return tuple(Hit(PASSAGES[ref], 1 / rank) for rank, ref in enumerate([*gold, *rest][:k], start=1))

    def cites(self, question: str) -> Sequence[str]:
        """One passage of each gold group."""
        item = next(item for item in ITEMS if item.question == question)
        return [group[0] for group in item.gold]


def write_set(folder: Path, rows: Sequence[dict[str, Any]] = ROWS) -> Path:
    """``rows`` as ``folder/toys.jsonl``; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (folder / "toys.jsonl").write_text("".join(lines), encoding="utf-8")
    return folder


def asking(item: Item, question: str) -> Item:
    """The same item with another question."""
    return replace(item, question=question)
