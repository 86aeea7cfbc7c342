"""The assistant's side of the digests: what it is asked for, found and timed."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from copy import copy
from dataclasses import replace
from datetime import date
from time import perf_counter
from typing import TYPE_CHECKING, Literal

from corpus.article import Article, Language
from rag.answer import Answer, Filters, Hit
from rag.answering.citations import filtered_out
from rag.answering.draft import Question
from rag.answering.phrases import published_within
from rag.answering.question import understand
from rag.digest.topic import spelled_in
from rag.errors import UsageError
from rag.lines import told

if TYPE_CHECKING:
    from rag.answering.draft import Engine
    from rag.digest.briefing import Briefing
    from rag.digest.timeline import Timeline
    from rag.index.embedder import Embedder
    from rag.index.reading import Index

# Passages read about a topic: four times those of an answer, to reach the articles beyond the nearest.
HITS = 40
# Sentences of a summary, days of a briefing and suggestions at most: a page, half a year, a screen.
MOST_SENTENCES, MOST_DAYS, MOST_SUGGESTIONS = 20, 184, 20

Spoken = Language | Literal["auto"]


class Desk(ABC):
    """Tells without being asked a question; an assistant is one."""

    embedder: "Embedder"
    _today: Callable[[], date]
    _engine: "Engine | None"

    @abstractmethod
    def ask(self, question: str, *, language: Spoken = "auto") -> Answer:
        """See `rag.assistant.Assistant.ask`."""

    @abstractmethod
    def search(self, query: str, *, k: int = HITS, filters: Filters = Filters()) -> tuple[Hit, ...]:
        """See `rag.assistant.Assistant.search`."""

    @abstractmethod
    def article(self, article_id: str) -> Article:
        """See `rag.assistant.Assistant.article`."""

    @abstractmethod
    def index(self) -> "Index":
        """See `rag.assistant.Assistant.index`."""

    @abstractmethod
    def _sentences(self) -> "Engine":
        """The engine that needs no model of language."""

    def summarize(
        self,
        article_id: str | None = None,
        *,
        about: str | None = None,
        language: Spoken = "auto",
        sentences: int | None = None,
        filters: Filters = Filters(),
    ) -> Answer:
        """The gist of one article, or of all articles ``about`` a topic, in verified quotes.

        ``sentences`` (1…20) is 3 for an article and 5 for a topic unless given; ``language`` "auto" is
        that of the article or topic; ``filters`` restrict a topic.

        :raises UsageError: neither or both of article and topic, or a number out of range.
        :raises UnknownArticle: no such id.
        :raises Unavailable: see `rag.assistant.Assistant.ask`.
        """
        if (article_id is None) == (about is None):
            raise UsageError(told("article_or_topic"))
        if sentences is not None and not 1 <= sentences <= MOST_SENTENCES:
            raise UsageError(told("sentences", n=sentences, most=MOST_SENTENCES))
        started = perf_counter()
        if article_id is not None:
            return _timed(self._gist(article_id, language, sentences), started)
        from rag.digest.summary import OF_TOPIC, summarise_topic

        def tell(asked: Question, hits: tuple[Hit, ...]) -> Answer:
            return summarise_topic(asked, hits, self.embedder, sentences=sentences or OF_TOPIC)

        return _timed(self._of_topic(about or "", language, filters, tell), started)

    def timeline(self, topic: str, *, language: Spoken = "auto", filters: Filters = Filters()) -> "Timeline":
        """What happened when, about ``topic``: dated, verified quotes in order. Raises as `summarize`."""
        from rag.digest.timeline import Timeline, timeline_of

        started = perf_counter()
        found: list[Timeline] = []

        def tell(asked: Question, hits: tuple[Hit, ...]) -> Answer:
            found.append(timeline_of(asked, hits, self.embedder))
            return found[-1].answer

        answer = self._of_topic(topic, language, filters, tell)
        entries = found[0].entries if answer.claims else ()
        return Timeline(_timed(answer, started), entries)

    def briefing(self, days: int | None = None, *, language: Spoken = "auto") -> "Briefing":
        """The stories of the newest ``days`` (1…184, 7 unless given), newest first, in verified quotes.

        Raises as `summarize`.
        """
        from rag.digest.briefing import DAYS, brief

        if days is not None and not 1 <= days <= MOST_DAYS:
            raise UsageError(told("days", n=days, most=MOST_DAYS))
        started = perf_counter()
        spoken = None if language == "auto" else language
        found = brief(self.index(), self.embedder, self._today(), days=days or DAYS, language=spoken)
        return replace(found, answer=_timed(found.answer, started))

    def suggestions(self, count: int, *, language: Language) -> tuple[str, ...]:
        """At most ``count`` (1…20) questions whose answer cites the passage they were made from.

        Those with a short answer first, then the newest articles. Raises as `summarize`.
        """
        from rag.digest.suggestions import suggest

        if not 1 <= count <= MOST_SUGGESTIONS:
            raise UsageError(told("suggestions", n=count, most=MOST_SUGGESTIONS))
        index = self.index()
        quoting = copy(self)  # a chat model would be asked dozens of times, and answer otherwise each time
        quoting._engine = self._sentences()
        return suggest(index, lambda question: quoting.ask(question, language=language), language, count)

    def _gist(self, article_id: str, language: Spoken, sentences: int | None) -> Answer:
        from rag.digest.summary import OF_ARTICLE, summarise_article

        article = self.article(article_id)
        spoken = article.language if language == "auto" else language
        return summarise_article(article, self.embedder, sentences=sentences or OF_ARTICLE, language=spoken)

    def _of_topic(
        self,
        topic: str,
        language: Spoken,
        filters: Filters,
        tell: Callable[[Question, tuple[Hit, ...]], Answer],
    ) -> Answer:
        """What ``tell`` makes of the passages found; says so when only the filters keep it from telling.

        A time that the topic sets (« en janvier 2023 ») is a filter.
        """
        chosen = None if language == "auto" else language
        asked = understand(topic, language=chosen, filters=filters, today=self._today())
        hits = self.search(asked.subject, k=HITS, filters=asked.filters)
        asked = asked if chosen else replace(asked, language=spelled_in(asked, hits))
        answer = tell(asked, hits)
        if not answer.claims and asked.filters:
            free = self.search(asked.subject, k=HITS)
            answering = (citation.passage for citation in tell(asked, free).citations)
            answer = filtered_out(answer, asked, answering, free)
        if not asked.period or asked.filters.any_day:
            return answer
        return replace(answer, notice=" ".join(filter(None, (_period(asked), answer.notice))))


def _period(asked: Question) -> str:
    """The time that the words of the topic set, as the filter it became."""
    words = asked.period.words if asked.period else ()
    said = " … ".join(asked.text[span.start : span.end] for span in words)
    return published_within(asked.filters.since, asked.filters.until, said, asked.language)


def _timed(answer: Answer, started: float) -> Answer:
    return replace(answer, timings_ms=(("total", round(1000 * (perf_counter() - started), 1)),))
