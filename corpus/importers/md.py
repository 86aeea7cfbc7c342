"""Markdown as an article: front matter when there is some, headings as plain paragraphs."""

import re

from corpus.article import Article
from corpus.frontmatter import parse

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(\S[^\n]*?)(?:[ \t]+#+)?[ \t]*$", re.MULTILINE)


def article_from(text: str, name: str) -> Article:
    """The article in ``text``, the content of a file called ``name``; only headings lose their marks.

    :raises UnreadableArticle: as :func:`corpus.frontmatter.parse`.
    """
    return parse(_HEADING.sub(r"\n\1\n", text.replace("\r\n", "\n")), name)
