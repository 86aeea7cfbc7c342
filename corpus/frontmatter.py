"""The file of an article: YAML front matter, a blank line, and paragraphs between blank lines."""

import re
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from corpus.article import LANGUAGES, Article, Byline, Language
from corpus.errors import UnreadableArticle
from corpus.reasons import reason
from corpus.text.clean import blocks, clean
from corpus.text.language import identify
from corpus.unsaid import article_id, date_in_name, title_and_text

_HEADER = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_LONGEST_HEADER = 16_384  # characters; five fields take 500
_LONGEST_URL = 2_000  # characters, what browsers agree on


def parse(text: str, name: str) -> Article:
    """The article that ``text``, the content of a file called ``name``, holds.

    The front matter and each of its keys (title, date, lang, source, url) may be missing: the name and
    the text stand in. Unknown keys are ignored; an address that is not http(s) is dropped.

    :raises UnreadableArticle: no text, or front matter that is no YAML mapping of the right types.
    """
    fields, body = _split(clean(text.removeprefix("\ufeff")), name)
    paragraphs = blocks(body)
    if not paragraphs:
        raise UnreadableArticle(name, reason("no_text"))
    language = _language(fields, name) or identify(" ".join(paragraphs))
    title = _text(fields, "title", name)
    if not title:
        title, paragraphs = title_and_text(paragraphs, language)
    source = _text(fields, "source", name)
    byline = Byline(
        title=title,
        source=name if source is None else source,
        published=_date(fields, name) if fields.get("date") is not None else date_in_name(name),
        url=web_address(_text(fields, "url", name)),
    )
    return Article(article_id(name), language, byline, paragraphs)


def render(article: Article) -> str:
    """The canonical file of ``article``: ``parse(render(article), article.id + ".md") == article``."""
    import yaml

    byline = article.byline
    fields = {
        "title": byline.title,
        "date": byline.published,
        "lang": article.language,
        "source": byline.source,
        "url": byline.url,
    }
    said = {key: value for key, value in fields.items() if value is not None}
    header = yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=float("inf"))
    return f"---\n{header}---\n\n" + "\n\n".join(article.paragraphs) + "\n"


def _split(text: str, name: str) -> tuple[dict[str, Any], str]:
    """The fields of the front matter, none when there is no front matter, and the rest of ``text``."""
    if not re.match(r"---[ \t]*\n", text):
        return {}, text
    header = _HEADER.match(text, 0, _LONGEST_HEADER)
    if not header:
        raise UnreadableArticle(name, reason("matter_open"))
    fields = _yaml(header[1], name)
    if fields is None:
        return {}, text[header.end() :]
    if not isinstance(fields, dict):
        raise UnreadableArticle(name, reason("matter_list"))
    return fields, text[header.end() :]


def _yaml(header: str, name: str) -> object:
    """The value of ``header``; aliases are refused: merged level by level they grow without bound."""
    import yaml

    try:
        if "*" in header and any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(header)):
            raise UnreadableArticle(name, reason("matter_alias"))
        return yaml.safe_load(header)
    except yaml.MarkedYAMLError as error:
        number = error.problem_mark.line + 2 if error.problem_mark else 1
        raise UnreadableArticle(name, reason("matter_line", number=number)) from error
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError) as error:
        raise UnreadableArticle(name, reason("matter_value")) from error


def _text(fields: dict[str, Any], key: str, name: str) -> str | None:
    """The text of one field on one line, without hidden characters; None when it is missing."""
    value = fields.get(key)
    if value is None or isinstance(value, str):
        return value and " ".join(line for line in clean(value).split("\n") if line).strip()
    raise UnreadableArticle(name, reason("field_text", field=key))


def _language(fields: dict[str, Any], name: str) -> Language | None:
    value = _text(fields, "lang", name)
    if not value:
        return None
    code = value.casefold().replace("_", "-").split("-")[0]
    for language in LANGUAGES:
        if code == language:
            return language
    raise UnreadableArticle(name, reason("field_lang", value=value[:20]))


def _date(fields: dict[str, Any], name: str) -> date:
    value = fields["date"]
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)[:10] if isinstance(value, str) else "")
    except ValueError:
        raise UnreadableArticle(name, reason("field_date", value=str(value)[:20])) from None


def web_address(value: str | None) -> str | None:
    """``value`` when it is an http(s) address that a reader may safely open, else None."""
    if not value or len(value) > _LONGEST_URL or re.search(r"[\s<>\"\\]", value):
        return None
    try:
        parts = urlsplit(value)
        return value if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None
