"""Does a short answer stand in the quotes that it cites? Nothing short is shown that does not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.article import Language
from rag.answering.days import days_of, write_day
from rag.answering.figures import figures_of, write_figure


@dataclass(frozen=True, slots=True)
class Source:
    """A cited quote with its language and the day on which its article was published."""

    quote: str
    language: Language
    published: date | None


def unvouched(
    text: str, language: Language, sources: Sequence[Source], *, resolved: bool = False
) -> tuple[str, ...]:
    """The parts of the short answer ``text`` that no quote vouches for; empty when it stands.

    It stands when it, or each of its parts between commas, is whole words of a quote, or a date or a figure
    of a quote as ``language`` writes it; ``resolved`` says that a date was told from the article's own day.
    """
    written = {said for source in sources for said in _written(source, language, resolved=resolved)}
    if not resolved:
        if _stands(text, sources, written):
            return ()
        parts = text.split(", ")
    else:
        return () if text in written else (text,)
    return tuple(part for part in parts if not _stands(part, sources, written))


def _stands(text: str, sources: Sequence[Source], written: set[str]) -> bool:
    return text in written or any(_holds(source.quote, text) for source in sources)


def _holds(quote: str, words: str) -> bool:
    """Whether ``quote`` holds ``words`` whole, whatever their case."""
    return bool(words.strip()) and bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", quote, re.IGNORECASE))


def _written(source: Source, language: Language, *, resolved: bool) -> Iterator[str]:
    for day in days_of(source.quote, source.language, source.published):
        if day.resolved == resolved:
            yield write_day(day.value, language)
    if not resolved:
        yield from (write_figure(figure, language) for figure in figures_of(source.quote, source.language))
