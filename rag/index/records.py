"""A passage as a Chroma record: flat metadata beside its text."""

from collections.abc import Mapping
from datetime import date
from typing import cast

from corpus.article import Byline, Language, Passage, Span

Record = dict[str, str | int]

_UNKNOWN = 0  # the date of an undated article: before every real one


def record_of(passage: Passage) -> Record:
    """The metadata of ``passage``: numbers and strings only; ``published`` as 20221219, 0 when unknown."""
    byline = passage.byline
    record: Record = {
        "article": passage.article_id,
        "index": passage.index,
        "language": passage.language,
        "title": byline.title,
        "source": byline.source,
        "published": _number(byline.published),
        "sentences": " ".join(f"{span.start}:{span.end}" for span in passage.sentences),
    }
    return record if byline.url is None else {**record, "url": byline.url}


def passage_of(text: str, record: Mapping[str, str | int]) -> Passage:
    """The passage that `record_of` was given; ``text`` is stored beside the metadata."""
    url = record.get("url")
    byline = Byline(
        title=str(record["title"]),
        source=str(record["source"]),
        published=_date(int(record["published"])),
        url=None if url is None else str(url),
    )
    spans = (span.split(":") for span in str(record["sentences"]).split())
    return Passage(
        article_id=str(record["article"]),
        index=int(record["index"]),
        text=text,
        language=cast(Language, record["language"]),
        byline=byline,
        sentences=tuple(Span(int(start), int(end)) for start, end in spans),
    )


def _number(day: date | None) -> int:
    return _UNKNOWN if day is None else day.year * 10_000 + day.month * 100 + day.day


def _date(number: int) -> date | None:
    return None if number == _UNKNOWN else date(number // 10_000, number // 100 % 100, number % 100)
