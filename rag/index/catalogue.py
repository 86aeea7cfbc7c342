"""The articles of a generation: what the filters ask and the next synchronisation compares."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus.article import Article, Byline, Language, Passage, Span
from rag.answer import Filters, IndexReport


@dataclass(frozen=True, slots=True)
class Entry:
    """One indexed article; ``digest`` is `article_digest`, ``passages`` the indices of its passages."""

    article_id: str
    language: Language
    byline: Byline
    digest: str
    passages: tuple[int, ...]

    @classmethod
    def of(cls, article: Article, passages: Sequence[Passage]) -> "Entry":
        """The entry of an article that was cut into ``passages``."""
        indices = tuple(passage.index for passage in passages)
        return cls(article.id, article.language, article.byline, article_digest(article), indices)

    @property
    def ids(self) -> tuple[str, ...]:
        """The passage ids, in the order of an index row: as strings, so that #p10 comes before #p2."""
        return tuple(sorted(f"{self.article_id}#p{index}" for index in self.passages))

    def admitted(self, filters: Filters) -> bool:
        """Whether ``filters`` admit the article's passages: they look at what all of them share."""
        return filters.admit(Passage(self.article_id, 0, ".", self.language, self.byline, (Span(0, 1),)))


def article_digest(article: Article) -> str:
    """The sha256 of everything that is indexed of ``article``."""
    byline = article.byline
    fields = (article.id, article.language, *_byline(byline), article.paragraphs)
    return hashlib.sha256(json.dumps(fields).encode()).hexdigest()


def difference(wanted: Mapping[str, str], served: Mapping[str, str], passages: int) -> IndexReport:
    """What is to be done for an index that has ``served`` to hold ``wanted``, digests of articles by id.

    ``passages`` are those that the index has then.
    """
    changed = sum(identifier in served and served[identifier] != wanted[identifier] for identifier in wanted)
    unchanged = sum(served.get(identifier) == digest for identifier, digest in wanted.items())
    return IndexReport(
        added=len(wanted) - changed - unchanged,
        changed=changed,
        removed=len(served.keys() - wanted.keys()),
        unchanged=unchanged,
        passages=passages,
    )


def corpus_digest(entries: Iterable[Entry]) -> str:
    """The sha256 of all articles, whatever their order."""
    return hashlib.sha256("".join(sorted(entry.digest for entry in entries)).encode()).hexdigest()


def write_catalogue(file: Path, entries: Iterable[Entry]) -> None:
    """Writes ``entries`` to ``file`` as JSON, one array an article."""
    rows = [
        (entry.article_id, entry.language, *_byline(entry.byline), entry.digest, entry.passages)
        for entry in entries
    ]
    file.write_text(json.dumps(rows, ensure_ascii=False, indent=0), encoding="utf-8")


def read_catalogue(file: Path) -> tuple[Entry, ...]:
    """What `write_catalogue` wrote."""
    return tuple(
        Entry(
            article_id,
            language,
            Byline(title, source, None if day is None else date.fromisoformat(day), url),
            digest,
            tuple(passages),
        )
        for article_id, language, title, source, day, url, digest, passages in json.loads(file.read_bytes())
    )


def _byline(byline: Byline) -> tuple[str | None, ...]:
    day = None if byline.published is None else byline.published.isoformat()
    return (byline.title, byline.source, day, byline.url)
