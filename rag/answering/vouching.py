"""Does a short answer stand in the quotes that it cites? Nothing short is shown that does not."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from corpus.article import Language
from corpus.text.clock import clocks_in, write_clock
from rag.answer import Citation
from rag.answering.days import days_of, write_day
from rag.answering.figures import figures_of, write_figure


@dataclass(frozen=True, slots=True)
class Source:
    """A cited quote with its language and the day on which its article was published."""

    quote: str
    language: Language
    published: date | None


def sources_of(citations: Iterable[Citation], markers: Iterable[int]) -> tuple[Source, ...]:
    """The quotes of those of ``citations`` that ``markers`` name."""
    wanted = frozenset(markers)
    return tuple(
        Source(citation.quote, citation.passage.language, citation.passage.byline.published)
        for citation in citations
        if citation.marker in wanted
    )


def unvouched(
    text: str, language: Language, sources: Iterable[Source], *, resolved: bool | None = False
) -> tuple[str, ...]:
    """The parts of the short answer ``text`` that no source vouches for; empty when it stands.

    It stands when it, or each of its parts between commas, is whole words of a quote, or a date, time of
    day or figure of a quote as ``language`` writes it. ``resolved``: it is a date told from the article's
    own; None when it may or may not be.
    """
    sources = tuple(sources)
    written = {said for source in sources for said in _written(source, language, resolved=resolved)}

    def stands(part: str) -> bool:
        return part in written or (not resolved and any(_holds(source.quote, part) for source in sources))

    return () if stands(text) else tuple(part for part in text.split(", ") if not stands(part))


def _holds(quote: str, words: str) -> bool:
    """Whether ``quote`` holds ``words`` whole, whatever their case."""
    return bool(words.strip()) and bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", quote, re.IGNORECASE))


def _written(source: Source, language: Language, *, resolved: bool | None) -> Iterator[str]:
    for day in days_of(source.quote, source.language, source.published):
        if resolved in (None, day.resolved):
            yield write_day(day.value, language)
    if not resolved:
        clocks = clocks_in(source.quote, source.language)
        yield from (write_clock(clock.minutes, language) for clock in clocks if not clock.either)
        yield from (write_figure(figure, language) for figure in figures_of(source.quote, source.language))
