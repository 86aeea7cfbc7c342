"""Small articles about three subjects in both languages, and the embedder that knows these subjects."""

import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from fakes import KeywordEmbedder

from corpus.article import Article, Byline, Language
from rag.answer import Filters, IndexReport
from rag.index.reading import Index, open_index
from rag.index.sync import sync
from rag.settings import Settings

ALL = Filters()


def subjects() -> KeywordEmbedder:
    """An embedder for which « séisme » and "earthquake" are the same thing."""
    return KeywordEmbedder(("séisme", "earthquake"), ("élection", "election"), ("retraite", "pension"))


def article(
    name: str,
    *paragraphs: str,
    language: Language = "fr",
    published: date | None = date(2023, 2, 6),
    source: str = "Dépêche",
) -> Article:
    """An article of a few paragraphs; its title is its id with spaces."""
    return Article(name, language, Byline(name.replace("-", " "), source, published, None), paragraphs)


def library() -> tuple[Article, ...]:
    """Six articles, three in each language, of different dates and sources."""
    march = date(2023, 3, 1)
    return (
        article("a-seisme", "Un séisme a frappé la Turquie.", "Les secours arrivent par la route."),
        article("b-election", "Une élection a lieu dimanche.", published=march, source="Le Courrier"),
        article("c-retraite", "La retraite passe à 64 ans.", "La grève continue à Paris.", published=None),
        article("d-earthquake", "An earthquake hit Syria.", "Aid arrives by road.", language="en"),
        article("e-vote", "The election is on Sunday.", language="en", published=march, source="Le Courrier"),
        article("f-pension", "The pension age rises to 64.", language="en", published=date(2022, 12, 19)),
    )


def indexed(home: Path, articles: Iterable[Article] | None = None) -> tuple[Settings, IndexReport]:
    """The settings of ``home`` after a synchronisation with ``articles``, the whole library by default."""
    settings = Settings(home=home)
    return settings, sync(settings, library() if articles is None else articles, subjects())


def copied(sound: Settings, home: Path) -> Settings:
    """The settings of ``home`` after the home of ``sound`` was copied to it: faster than indexing again."""
    shutil.copytree(sound.home, home)
    return Settings(home=home)


def opened(settings: Settings) -> Index:
    """The open index of ``settings``."""
    return open_index(settings, subjects())


def texts(index: Index) -> set[str]:
    """The text of every passage that the index holds."""
    ids = [found for language in ("fr", "en") for found, _ in index.dense(AXIS, 10_000, ALL, language)]
    return {passage.text for passage in index.passages(ids)}


AXIS = subjects().embed_query("séisme")


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Time of change and content of every file below ``folder``."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}
