"""From a file to text: what cannot be an article is refused before it costs time or memory."""

import codecs
import re
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG

from corpus.article import Article
from corpus.errors import UnreadableArticle
from corpus.reasons import reason, system_reason
from corpus.text.typography import printable

MAX_PARAGRAPHS = 10_000  # as many as the largest file has of ordinary length; a table has millions
MAX_BYTES = 10 * 2**20  # a long article has 50 kB, a long novel 3 MB: beyond ten it is something else

_BOMS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAID = re.compile(r"(?i:(?:iso[-_]?8859|windows|cp)[-_]?\d{1,4}|macintosh|mac[-_]?roman|latin[-_]?\d)")
_LATIN_1 = re.compile(r"(?i:iso[-_]?8859[-_]?1|latin[-_]?1)")  # the web means Windows' page, a superset
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BINARY_SHARE = 0.01  # of control characters; text has none, an odd scraped one is forgiven


def read_text(path: Path) -> str:
    """The text of the file ``path``; see `decoded`.

    :raises UnreadableArticle: no regular file, not permitted, empty, binary or above ``MAX_BYTES``.
    """
    return decoded(read_bytes(path), path)


def decoded(data: bytes, name: object, charset: str | None = None) -> str:
    """The text of ``data``: UTF-8, UTF-16 or UTF-32 by its mark, else UTF-8, else Windows' Western code page.

    A ``charset`` that is said counts where the bytes are no UTF-8: what is UTF-8 is so by more than chance.

    :raises UnreadableArticle: empty or binary.
    """
    encoding = next((mark for bom, mark in _BOMS if data.startswith(bom)), None)
    if encoding is None and b"\0" in data:
        raise UnreadableArticle(name, reason("binary"))
    try:
        text = data.decode(encoding or "utf-8")
        allowed = _BINARY_SHARE * len(text)
    except UnicodeDecodeError:
        text, allowed = _western(data if encoding is None else b"\0", name, charset), 0
    if len(_CONTROL.findall(text)) > allowed:
        raise UnreadableArticle(name, reason("binary"))
    if not text.strip():
        raise UnreadableArticle(name, reason("empty"))
    return text


def of_fair_length(article: Article, name: str) -> Article:
    """``article``, which came from ``name``.

    :raises UnreadableArticle: it has more than ``MAX_PARAGRAPHS``.
    """
    if (count := len(article.paragraphs)) > MAX_PARAGRAPHS:
        raise UnreadableArticle(name, reason("paragraphs", count=count, limit=MAX_PARAGRAPHS))
    return article


def shown(path: Path) -> str:
    """``path`` on one line that any terminal can print."""
    return printable(str(path))


def read_bytes(path: Path) -> bytes:
    """The content of ``path``. Raises as `read_text`, but for what is binary."""
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            raise UnreadableArticle(path, reason("not_a_file"))
        if status.st_size > MAX_BYTES:
            size = round(status.st_size / 2**20)
            raise UnreadableArticle(path, reason("size", size=size, limit=MAX_BYTES >> 20))
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnreadableArticle(path, system_reason(error)) from error
    except ValueError as error:  # a NUL in the name
        raise UnreadableArticle(path, reason("name")) from error
    if not data:
        raise UnreadableArticle(path, reason("empty"))
    if len(data) > MAX_BYTES:
        raise UnreadableArticle(path, reason("larger", limit=MAX_BYTES >> 20))
    return data


def _western(data: bytes, name: object, charset: str | None) -> str:
    """``data`` by ``charset`` if that is one of those that French and English were written in."""
    if charset and _SAID.fullmatch(charset):
        with suppress(UnicodeDecodeError, LookupError):
            return data.decode("cp1252" if _LATIN_1.fullmatch(charset) else charset)
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise UnreadableArticle(name, reason("encoding")) from error
