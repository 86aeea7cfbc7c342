"""The library on the page: the table of articles and the article that is being read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.article import Article, Language
from corpus.text.typography import number
from rag.answer import Answer, Citation
from ui.actions import button
from ui.markup import NOTHING, Html, badge, day, headline, joined, opener, origin, outward, safe, tag
from ui.strings import counted, say

# Rows that a table holds: at about 450 bytes each the page stays below 250 kB; the newest come first.
MAX_ROWS = 500
# A summary of more than this share of its article is no shorter to read, and is left out.
SHORTER = 0.6


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known of an article besides its text: its gist, its neighbours by date, whose it is."""

    gist: Answer | None = None
    newer: Article | None = None
    older: Article | None = None
    own: bool = False


def table(articles: Sequence[Article], language: Language) -> Html:
    """The ``articles``, newest first; a button in each row opens the reader."""
    newest = newest_first(articles)[:MAX_ROWS]
    columns = ("column_title", "column_source", "column_date", "column_language", "column_paragraphs")
    head = tag("tr", *(_column(column, language) for column in columns))
    rows = (row(article, language) for article in newest)
    search = say("filter_articles", language)
    return joined(
        (
            tag("input", type="search", class_="filter", placeholder=search, aria_label=search),
            tag("p", safe(_count(len(newest), len(articles), language)), class_="count"),
            tag("table", tag("thead", head), tag("tbody", *rows), class_="articles"),
        )
    )


def newest_first(articles: Sequence[Article]) -> tuple[Article, ...]:
    """``articles`` by date, undated ones last, ties in their order."""
    return tuple(sorted(articles, key=lambda article: article.byline.published or date.min, reverse=True))


def _column(key: str, language: Language) -> Html:
    """A column's head; its button sorts by it, the newest come first to begin with."""
    name = say(key, language)
    sort = tag(
        "button", safe(name), type="button", data_sort="", aria_label=say("sort_by", language, column=name)
    )
    return tag("th", sort, scope="col", aria_sort="descending" if key == "column_date" else "none")


def row(article: Article, language: Language) -> Html:
    """One article in the table."""
    byline = article.byline
    return tag(
        "tr",
        tag("td", headline(article.id, None, byline.title, article.language)),
        tag("td", safe(byline.source), class_="outlet"),
        tag("td", day(byline.published, language)),
        tag("td", badge(article.language, language)),
        tag("td", safe(number(len(article.paragraphs), language)), class_="many"),
    )


def reading(
    article: Article,
    paragraph: int | None,
    language: Language,
    beside: Beside = Beside(),
    *,
    quotes: Sequence[str] = (),
) -> Html:
    """An article with addressable paragraphs ``p1``, ``p2``…; ``paragraph``, from 0, is the one to show.

    In it ``quotes`` are marked, those that still stand there. One of the reader's own can be removed.
    """
    byline = article.byline
    paragraphs = (
        _paragraph(article, place, language, quotes=quotes if place == paragraph else None)
        for place in range(len(article.paragraphs))
    )
    return tag(
        "article",
        origin(byline, article.language, language),
        tag("h2", safe(byline.title), lang=article.language, tabindex=-1),
        tag(
            "div",
            button("about", language, data_act="about", data_article=article.id),
            outward(byline.url, say("web_page", language)),
            _removal(article, language) if beside.own else NOTHING,
            class_="actions",
        ),
        _gist(article, beside.gist, language),
        tag("div", *paragraphs, lang=article.language, class_="body"),
        _neighbours(beside, language),
        class_="reading",
        data_article=article.id,
    )


def _gist(article: Article, gist: Answer | None, language: Language) -> Html:
    """The article in a few of its own sentences, each with a link to its paragraph."""
    cited = gist.citations if gist else ()
    if not cited or sum(len(one.quote) for one in cited) > SHORTER * sum(map(len, article.paragraphs)):
        return NOTHING
    lines = (tag("li", safe(one.quote), _place(one, language)) for one in cited)
    title = tag("h3", safe(say("gist", language)))
    checked = tag("p", safe(counted("verbatim", len(cited), language)), class_="hint")
    listed = tag("ul", *lines, lang=article.language)
    return tag("section", title, listed, checked, class_="gist", aria_label=say("gist", language))


def _place(citation: Citation, language: Language) -> Html:
    n = citation.passage.index + 1
    title = say("paragraph", language, n=n)
    href = _address(citation.passage.article_id, citation.passage.index)
    return tag("a", safe(f"[p{n}]"), class_="marker", href=href, title=title)


def _neighbours(beside: Beside, language: Language) -> Html:
    """The next newer and the next older article."""
    sides = (("newer", beside.newer), ("older", beside.older))
    found = [_neighbour(key, article, language) for key, article in sides if article]
    label = say("neighbours", language)
    return tag("nav", *found, class_="neighbours", aria_label=label) if found else NOTHING


def _neighbour(key: str, article: Article, language: Language) -> Html:
    label = tag("span", safe(say(key, language)))
    title = opener(article.id, None, article.byline.title, css="headline")
    return tag("p", label, tag("span", title, lang=article.language), class_=key)


def _removal(article: Article, language: Language) -> Html:
    """A button that asks once more before it removes."""
    sure = tag("p", safe(say("remove_sure", language, title=article.byline.title)))
    yes = button("remove_yes", language, data_act="remove", data_article=article.id)
    no = button("remove_no", language, data_fold="")
    summary = tag("summary", safe(say("remove", language)))
    return tag("details", summary, tag("div", sure, yes, no, class_="sure"), class_="removal")


def removed(article: Article, language: Language) -> Html:
    """What stands in the reader after ``article`` was removed: the way back."""
    words = tag("p", safe(say("removed", language, title=article.byline.title)), role="status")
    return tag("div", words, button("put_back", language, data_act="restore"), class_="reading gone")


def nothing_open(language: Language) -> Html:
    """What stands in the reader before an article has been chosen."""
    return tag("p", safe(say("pick_article", language)), class_="hint")


def _paragraph(article: Article, place: int, language: Language, *, quotes: Sequence[str] | None) -> Html:
    """A paragraph and its address; the one to show is that whose ``quotes`` are not None."""
    wanted: dict[str, str | int] = {"data_wanted": "", "tabindex": -1} if quotes is not None else {}
    label = say("paragraph", language, n=place + 1)
    href = _address(article.id, place)
    anchor = tag("a", safe(str(place + 1)), class_="pilcrow", href=href, aria_label=label)
    text = _marked(article.paragraphs[place], quotes or ())
    return tag("p", anchor, text, id=f"p{place + 1}", **wanted)


def _address(article_id: str, place: int) -> str:
    """What follows the page's address to open the article at this paragraph; `ui/assets/app.js` reads it."""
    return f"#/{article_id}/p{place + 1}"


def _marked(text: str, quotes: Sequence[str]) -> Html:
    """``text`` with the first place of each of ``quotes`` marked; an article may have changed since."""
    parts: list[Html] = []
    end = 0
    for at, quote in sorted((text.find(quote), quote) for quote in quotes if quote):
        if at >= end:
            parts += [safe(text[end:at]), tag("mark", safe(quote), tabindex=-1)]
            end = at + len(quote)
    return joined((*parts, safe(text[end:])))


def _count(shown: int, total: int, language: Language) -> str:
    if shown == total:
        return counted("articles", total, language)
    return say("shown_of", language, shown=number(shown, language), n=number(total, language))
