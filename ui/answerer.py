"""What the page needs of `rag.assistant.Assistant`."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal, Protocol

from corpus.article import LANGUAGES, Article, Language
from corpus.library import Library
from rag.answer import AddReport, Answer, Facts, Filters, Hit, IndexReport, Turn, Update
from rag.digest.briefing import Briefing
from rag.digest.timeline import Timeline
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

    def search(self, query: str, *, k: int) -> tuple[Hit, ...]:
        """The nearest passages, best first."""
        ...

    def add(self, paths: Iterable[Path | str]) -> AddReport:
        """Imports files and synchronises the index."""
        ...

    def sync(self) -> IndexReport:
        """Makes the index match the library."""
        ...

    def behind(self, articles: Iterable[Article]) -> IndexReport:
        """What `sync` would do if ``articles`` were the library."""
        ...

    def library(self) -> Library:
        """The reader's library, or the sample one while it is empty."""
        ...

    def summarize(self, article_id: str, *, language: Spoken = "auto") -> Answer:
        """The gist of an article in its own sentences."""
        ...

    def timeline(self, topic: str, *, language: Spoken = "auto") -> Timeline:
        """What happened when, about a topic."""
        ...

    def briefing(self, days: int, *, language: Spoken = "auto") -> Briefing:
        """The stories of the newest days."""
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
