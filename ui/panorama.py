"""What happens in the overview: callbacks without Gradio, from the library's digests to HTML."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from corpus.article import Language
from rag.answer import Filters
from rag.digest.desk import MOST_DAYS
from rag.errors import DepecheError, NoIndex
from ui import overview, render
from ui.answerer import Answerer
from ui.filters import narrowed
from ui.markup import NOTHING, Html
from ui.starting import READY, Starting, noted
from ui.topics import topics_of


class Panorama:
    """The overview of one app, made once for each state of the index and language."""

    def __init__(self, assistant: Answerer, starting: Starting = READY) -> None:
        self._assistant = assistant
        self._starting = starting
        self._made: dict[Language, tuple[str, Html]] = {}

    def overview(self, language: Language) -> Iterator[Html]:
        """The newest stories; a word of patience first when they have to be found.

        Before all is ready there is no more than that: the page asks again once it is.
        """
        if not self._starting.ready:
            yield overview.waiting(language)
            return
        try:
            facts = self._assistant.facts()
            if self._made.get(language, ("",))[0] != facts.generation:
                yield overview.waiting(language)
                self._made[language] = facts.generation, self._tell(facts.articles, language)
            yield self._made[language][1]
        except NoIndex:
            yield overview.nothing(0, language)
        except Exception as error:
            yield render.problem(noted(error), language)

    def chronicle(self, topic: str, language: Language) -> Html:
        """The timeline of ``topic``; an empty one has none."""
        topic = " ".join(topic.split())
        if not topic:
            return NOTHING
        try:
            return overview.chronicle(topic, self._assistant.timeline(topic, language=language), language)
        except Exception as error:
            return render.problem(noted(error), language)

    def narrowed(self, values: Mapping[str, Any]) -> Filters:
        """Filters for the story or the days that were chosen; articles that are gone are left out."""
        wanted = narrowed(values)
        return replace(wanted, articles=tuple(one for one in wanted.articles if self._has(one)))

    def _tell(self, articles: int, language: Language) -> Html:
        briefing = self._assistant.briefing(MOST_DAYS, language=language)
        topics = topics_of(briefing, language)
        if not topics:
            return overview.nothing(articles, language)
        return overview.overview(topics, language)

    def _has(self, article_id: str) -> bool:
        try:
            return bool(self._assistant.article(article_id))
        except DepecheError:
            return False
