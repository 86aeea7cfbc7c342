"""What the page needs of `rag.assistant.Assistant`."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal, Protocol

from corpus.article import LANGUAGES, Article, Language
from corpus.library import Library
from rag.answer import AddReport, Answer, Facts, Filters, IndexReport, Turn, Update
from rag.settings import Settings

Spoken = Language | Literal["auto"]
SPOKEN: tuple[Spoken, ...] = ("auto", *LANGUAGES)


class Answerer(Protocol):
    """Answers, articles and facts; every method may raise a `rag.errors.DepecheError`."""

    @property
    def settings(self) -> Settings:
        """Where the library and the verdicts are kept."""
        ...

    def ask(self, question: str, *, language: Spoken = "auto") -> Answer:
        """The whole answer."""
        ...

    def stream(
        self,
        question: str,
        *,
        language: Spoken = "auto",
        filters: Filters = Filters(),
        history: Sequence[Turn] = (),
    ) -> Iterator[Update]:
        """The answer as it grows."""
        ...

    def add(self, paths: Iterable[Path | str]) -> AddReport:
        """Imports files and synchronises the index."""
        ...

    def sync(self) -> IndexReport:
        """Makes the index match the library."""
        ...

    def library(self) -> Library:
        """The reader's library, or the sample one while it is empty."""
        ...

    def suggestions(self, count: int, *, language: Language) -> tuple[str, ...]:
        """Questions that the articles answer."""
        ...

    def articles(self) -> tuple[Article, ...]:
        """All articles."""
        ...

    def article(self, article_id: str) -> Article:
        """One article."""
        ...

    def facts(self) -> Facts:
        """Counts and names."""
        ...
