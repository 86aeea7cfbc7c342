"""The façade: one object that finds, answers, adds and synchronises; everything else uses it."""

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, Literal, Unpack

from corpus.article import LANGUAGES, Article, Language
from rag.answer import Answer, Facts, Filters, Hit, IndexReport, Turn, Update
from rag.answering.citations import grow
from rag.answering.draft import Engine, Question
from rag.answering.question import checked, understand
from rag.answering.spelling import Spelling
from rag.digest.desk import Desk
from rag.errors import NoIndex
from rag.settings import SAMPLE_ARTICLES, Settings

if TYPE_CHECKING:
    from corpus.library import Library
    from rag.answer import AddOptions, AddReport
    from rag.answering.engines.extractive import ExtractiveEngine
    from rag.answering.reader import Reader
    from rag.answering.retriever import PassageRetriever
    from rag.index.embedder import Embedder
    from rag.index.reading import Index

# Passages read for an answer; the evaluation's hit@10 is what they can reach.
HITS = 10


def open_assistant(settings: Settings, *, today: date | None = None) -> "Assistant":
    """An assistant over the library and index of ``settings``; models and index load on first use.

    Questions are read as asked on ``today``, the calendar's day for None.
    """
    from rag.answering.reader import open_reader
    from rag.index.embedder import open_embedder

    on = date.today if today is None else lambda: today
    return Assistant(settings, open_embedder(settings), reader=open_reader(settings), today=on)


class Assistant(Desk):
    """Answers questions from one library; safe to share between threads."""

    def __init__(
        self,
        settings: Settings,
        embedder: "Embedder",
        engine: Engine | None = None,
        *,
        reader: "Reader | None" = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        """``engine`` None is the one that ``settings`` names; « hier » is counted from ``today()``.

        Without a ``reader`` the sentences are weighed by words and vectors alone.
        """
        self.settings = settings
        self.embedder = embedder
        self._reader = reader
        self._engine = engine
        self._today = today
        self._extractive: ExtractiveEngine | None = None
        self._index: Index | None = None
        self._lock = threading.RLock()
        self._spelling = Spelling(self.index)

    def ask(
        self,
        question: str,
        *,
        language: Language | Literal["auto"] = "auto",
        filters: Filters = Filters(),
        history: Sequence[Turn] = (),
    ) -> Answer:
        """The answer to ``question``, every claim checked against the passages it cites.

        :raises BadQuestion: see `rag.answering.question.understand`.
        :raises Unavailable: no index, a damaged or foreign one, or no model.
        """
        for update in self.stream(question, language=language, filters=filters, history=history):
            if update.answer is not None:
                return update.answer
        raise AssertionError("a stream ends with an answer")

    def stream(
        self,
        question: str,
        *,
        language: Language | Literal["auto"] = "auto",
        filters: Filters = Filters(),
        history: Sequence[Turn] = (),
    ) -> Iterator[Update]:
        """The answer as it grows: hits, one verified claim at a time, then the whole. Raises as `ask`."""
        started = perf_counter()
        chosen = None if language == "auto" else language
        today = self._today()
        before = [replace(turn, question=self._spelling(turn.question)) for turn in history]
        spelt = self._spelling(checked(question))
        asked = understand(spelt, language=chosen, filters=filters, history=before, today=today)
        hits: tuple[Hit, ...] = ()
        found = started
        for step in self._chain().stream({"question": asked, "asked": question}):
            if "hits" in step:
                hits, found = step["hits"], perf_counter()
                yield Update("retrieved", hits)
            if "answer" in step:
                timings = (("retrieve", found - started), ("total", perf_counter() - started))
                answer = replace(
                    step["answer"], timings_ms=tuple((name, round(1000 * s, 1)) for name, s in timings)
                )
                yield from grow(answer)

    def search(self, query: str, *, k: int = HITS, filters: Filters = Filters()) -> tuple[Hit, ...]:
        """The ``k`` passages nearest to ``query``, best first. Raises as `ask`."""
        spelt = self._spelling(checked(query))
        return self._retriever(understand(spelt, filters=filters)).hits(spelt, k)

    def add(self, paths: Iterable[Path | str], **options: "Unpack[AddOptions]") -> "AddReport":
        """Copies articles of files, folders, pages and feeds into the library and indexes them; skips others.

        :raises NoArticles: a path without any readable kind of file.
        :raises IndexBusy: another process is writing.
        """
        from rag.adding import add_sources

        report = add_sources(paths, self.settings.library, **options)
        if report.added or report.changed or report.unchanged:
            self.sync()
        return report

    def sync(self, *, rebuild: bool = False) -> IndexReport:
        """Makes the index match the library; ``rebuild`` starts from nothing.

        :raises IndexBusy: another process is writing.
        """
        from rag.index.sync import sync

        report = sync(self.settings, self.library().articles(), self.embedder, rebuild=rebuild)
        self._forget_index()
        return report

    def behind(self, articles: Iterable[Article]) -> IndexReport:
        """What `sync` would do if ``articles`` were the library; nothing is written. Raises as `ask`."""
        return self.index().behind(articles)

    def library(self) -> "Library":
        """The user's library, or the sample one while it is empty."""
        from corpus.library import open_library

        return open_library(self.settings.library, SAMPLE_ARTICLES)

    def articles(self) -> tuple[Article, ...]:
        """All articles of the library, by id."""
        return tuple(self.library().articles())

    def article(self, article_id: str) -> Article:
        """One article of the library.

        :raises UnknownArticle: no such id.
        """
        return self.library().get(article_id)

    def facts(self) -> Facts:
        """Counts and names for a masthead. Raises as `ask`."""
        index = self.index()
        rows = index.articles()
        dates = [byline.published for _, byline, _, _ in rows if byline.published]
        return Facts(
            articles=len(rows),
            articles_by_language=tuple((lang, sum(row[2] == lang for row in rows)) for lang in LANGUAGES),
            passages=sum(row[3] for row in rows),
            newest=max(dates, default=None),
            sample=self.library().folder == SAMPLE_ARTICLES,
            generation=index.generation,
            embedder=self.embedder.fingerprint,
            engine=self.engine().name,
            reader=self._reader.fingerprint if self._reader else "",
        )

    def index(self) -> "Index":
        """The open index, reopened when a newer generation is there. Raises as `ask`."""
        from rag.index.reading import open_index

        with self._lock:
            if self._index is not None and self._index.stale():
                self._forget_index()
            if self._index is None:
                self._index = open_index(self.settings, self.embedder)
            return self._index

    def engine(self) -> Engine:
        """Who proposes what an answer says: the one given, or that the settings name.

        :raises UsageError: they name none that is known.
        """
        from rag.answering.engines.chosen import open_engine

        with self._lock:
            if self._engine is None:
                self._engine = open_engine(self.settings, self._sentences(), self._similarity)
            return self._engine

    def ready(self) -> bool:
        """Whether an index is there to be asked."""
        try:
            self.index()
        except NoIndex:
            return False
        return True

    def _forget_index(self) -> None:
        with self._lock:
            self._index = None

    def _retriever(self, question: Question) -> "PassageRetriever":
        from rag.answering.retriever import PassageRetriever

        return PassageRetriever(
            index=self.index(), embedder=self.embedder, reader=self._reader, filters=question.filters, k=HITS,
            leads=question.wants_account,
        )  # fmt: skip

    def _chain(self) -> Any:  # noqa: ANN401  (LangChain's own type would import it here)
        from rag.answering.chain import build_chain

        return build_chain(self._retriever, self.engine(), self._sentences(), self._similarity)

    def _similarity(self, one: str, other: str) -> float:
        """The cosine of two sentences."""
        first, second = self.embedder.embed_passages([one, other])
        return float(first @ second)

    def _sentences(self) -> "ExtractiveEngine":
        """The engine that needs no model of language; it remembers the sentences it has weighed."""
        from rag.answering.engines.extractive import ExtractiveEngine
        from rag.answering.telling import Telling
        from rag.index.remembered import RememberingEmbedder

        with self._lock:
            if self._extractive is None:
                remembering = RememberingEmbedder(self.embedder)
                self._extractive = ExtractiveEngine(remembering, self._reader, Telling(self.index))
            return self._extractive

