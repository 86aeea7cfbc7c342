"""Markdown as an article: front matter when there is some, headings as plain paragraphs."""

import re

from corpus.article import Article
from corpus.frontmatter import parse

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(?=\S)")


def article_from(text: str, name: str) -> Article:
    """The article in ``text``, the content of a file called ``name``; only headings lose their marks.

    :raises UnreadableArticle: as :func:`corpus.frontmatter.parse`.
    """
    return parse("\n".join(_plain(line) for line in text.replace("\r\n", "\n").split("\n")), name)


def _plain(line: str) -> str:
    """``line``, between blank lines and without its marks when it is a heading (``## Title ##``)."""
    heading = _HEADING.match(line)
    if not heading:
        return line
    title = line[heading.end() :].rstrip()
    bare = title.rstrip("#")
    return f"\n{bare.rstrip() if bare[-1:].isspace() else title}\n"
