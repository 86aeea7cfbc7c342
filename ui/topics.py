"""The stories of a briefing as the overview shows them, cited in the reader's language first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus.article import Language
from rag.answer import Citation
from rag.digest.briefing import Briefing
from rag.digest.stories import Story


@dataclass(frozen=True, slots=True)
class Topic:
    """A story and one citation of each of its articles; the first one leads."""

    story: Story
    cited: tuple[Citation, ...]

    @property
    def lead(self) -> Citation:
        """The citation that stands for the story."""
        return self.cited[0]

    @property
    def days(self) -> tuple[date, ...]:
        """The dates of publication of its articles, oldest first."""
        return tuple(sorted(day for one in self.cited if (day := one.passage.byline.published)))


def topics_of(briefing: Briefing, language: Language) -> tuple[Topic, ...]:
    """The stories of ``briefing`` in its order; articles in ``language`` come first, then the newest."""
    by_marker = {citation.marker: citation for citation in briefing.answer.citations}
    topics = []
    for claim, story in zip(briefing.answer.claims, briefing.stories, strict=True):
        cited = _one_each(by_marker[marker] for marker in claim.markers)
        topics.append(Topic(story, tuple(sorted(cited, key=lambda one: one.passage.language != language))))
    return tuple(topics)


def _one_each(citations: Iterator[Citation]) -> tuple[Citation, ...]:
    first: dict[str, Citation] = {}
    for citation in citations:
        first.setdefault(citation.passage.article_id, citation)
    return tuple(first.values())
