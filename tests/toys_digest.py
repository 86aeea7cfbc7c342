"""An assistant over a few articles, and the wall that every claim of a digest must stand at."""

from pathlib import Path

from fakes import KeywordEmbedder
from toys_index import library

from corpus.article import Article
from corpus.library import Library
from rag.answer import Answer
from rag.answering.draft import Evidence, Proposal
from rag.answering.grounding import check
from rag.assistant import Assistant
from rag.settings import Settings

# Knows what was struck, killed and asked for, so that sentences about one earthquake differ.
RICH = KeywordEmbedder(
    ("séisme", "earthquake"), ("côte", "coast", "frappé"), ("tué", "killed"), ("search", "survivors"),
    ("mayor", "tents"), ("inquiry", "officials"), ("élection", "election", "vote"),
)  # fmt: skip


def assistant(home: Path, *articles: Article) -> Assistant:
    """An assistant with these articles in its library, those of `toys_index` without any."""
    made = Settings(home=home)
    for one in articles or library():
        Library(made.library).put(one)
    desk = Assistant(made, RICH)
    desk.sync()
    return desk


def faults(answer: Answer) -> list[str]:
    """What the grounding check finds in the claims of ``answer``, read as quotations."""
    citations = {citation.marker: citation for citation in answer.citations}
    return [
        fault
        for claim in answer.claims
        for fault in check(
            Proposal(
                claim.text,
                tuple(Evidence(c.passage, c.start, c.end) for c in map(citations.get, claim.markers) if c),
                quoted=True,
            ),
            language=answer.language,
        )
    ]
