"""Feeds: each item an article by its own text or its page; hostile ones give one clear line."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from served_pages import PUBLIC, Reply, Town, newspaper

from corpus.article import Article, Byline
from corpus.errors import UnreadableArticle
from corpus.importers import import_address, import_files
from corpus.importers.addresses import address_id
from corpus.importers.extraction_feed import items_in
from corpus.importers.feed import articles_in, feed_from

HERE = "http://journal.example"
FULL = "<p>Le train est arrivé hier à l’aube.<br>Il portait des chars.</p><script>x</script><p>Il repart.</p>"
RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Le Journal</title>
 <link>http://journal.example/</link>{items}</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Paper</title><link href="/"/>{items}</feed>"""


def item(number: int, inside: str = "", *, day: str = "") -> str:
    when = day or f"{number:02} Jan 2023 10:00:00 +0100"
    head = f"<title>Titre {number}</title><link>{HERE}/{number}</link><pubDate>{when}</pubDate>"
    return f"<item>{head}{inside}</item>"


def content(html: str) -> str:
    return f"<content:encoded><![CDATA[{html}]]></content:encoded>"


def read(xml: str, linked: Callable[[str], Article] | None = None, limit: int = 20) -> list[Article]:
    """The articles of a feed; none may be refused."""
    feed = feed_from(xml.encode(), "a", f"{HERE}/f")
    outcomes = [outcome for _, outcome in articles_in(feed, limit, linked)]
    articles = [outcome for outcome in outcomes if isinstance(outcome, Article)]
    assert len(articles) == len(outcomes)
    return articles


def refused(xml: str | bytes) -> str:
    with pytest.raises(UnreadableArticle) as caught:
        feed_from(xml if isinstance(xml, bytes) else xml.encode(), "a.xml")
    return caught.value.why.key


def page(address: str) -> Article:
    byline = Byline("The page", "Site", None, address)
    return Article(address_id(address), "en", byline, ("The page’s own text.",))


def test_an_item_with_a_full_text_is_an_article_by_it() -> None:
    (article,) = read(RSS.format(items=item(6, content(FULL))))
    byline = Byline("Titre 6", "Le Journal", date(2023, 1, 6), f"{HERE}/6")
    text = ("Le train est arrivé hier à l’aube.\nIl portait des chars.", "Il repart.")
    assert article == Article(address_id(f"{HERE}/6"), "fr", byline, text)


@pytest.mark.parametrize(
    "inside",
    [
        "", "<description>Un train.</description>", content("<p> </p>"),
        content("<p>Un train est arrivé…</p>"),
        content("<p>Un train est arrivé [...]</p>"),
        "<description>Un train.</description>" + content("<p>Un train.</p>"),
    ],
)  # fmt: skip
def test_otherwise_the_page_that_it_links_to_is_read_with_the_items_date(inside: str) -> None:
    (article,) = read(RSS.format(items=item(6, inside)), page)
    assert article.paragraphs == ("The page’s own text.",)
    assert article.byline == Byline("The page", "Site", date(2023, 1, 6), f"{HERE}/6")


def test_the_newest_come_first_and_no_more_than_asked_for() -> None:
    items = "".join(item(number, content("<p>Texte.</p>")) for number in (3, 9, 5, 7))
    titles = [article.byline.title for article in read(RSS.format(items=items), limit=3)]
    assert titles == ["Titre 9", "Titre 7", "Titre 5"]
    undated = items + item(1, content("<p>Texte.</p>"), day="hier")
    titles = [article.byline.title for article in read(RSS.format(items=undated), limit=2)]
    assert titles == ["Titre 3", "Titre 9"]


def test_an_item_that_comes_twice_is_read_once() -> None:
    older = item(6, content("<p>Vieux.</p>"), day="05 Jan 2023 10:00:00 GMT")
    (article,) = read(RSS.format(items=older + item(6, content("<p>Neuf.</p>"))))
    assert article.paragraphs == ("Neuf.",)


@pytest.mark.parametrize(
    "body",
    [
        '<content type="html">&lt;p&gt;Fish &amp;amp; chips.&lt;/p&gt;</content>',
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
        "<p>Fish <b>&amp;</b> chips.</p></div></content>",
        "<content>Fish &amp; chips.</content>",
        '<content type="text">Fish &amp; chips.</content>',
    ],
)
def test_every_type_of_text_of_atom_is_read(body: str) -> None:
    entry = (
        '<entry><title type="html">A &amp;lt;b&amp;gt; &lt;i&gt;title&lt;/i&gt;</title><id>urn:1</id>'
        '<link rel="self" href="/no"/><link href="../a"/><updated>2023-01-06T23:30:00-02:00</updated>'
        f"{body}</entry>"
    )
    (article,) = read(ATOM.format(items=entry))
    assert article.paragraphs == ("Fish & chips.",)
    assert article.byline == Byline("A <b> title", "The Paper", date(2023, 1, 7), f"{HERE}/a")


def test_rss_1_0_is_read_too() -> None:
    xml = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Le Journal</title></channel><item>'
        f"<title>Un</title><link>{HERE}/1</link><dc:date>2023-01-06</dc:date></item></rdf:RDF>"
    )
    ((only,),) = (feed_from(xml.encode(), "a").items,)
    assert (only.title, only.link, only.moment) == ("Un", f"{HERE}/1", datetime(2023, 1, 6, tzinfo=UTC))


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("&lt;img src=x onerror=alert(1)&gt;Un train", "Un train"),
        ("L&amp;#8217;été &amp;amp; l’hiver", "L’été & l’hiver"),
        ("<![CDATA[<b>Un</b> train<script>x</script>]]>", "Un train"), ("1 &lt; 2 &amp; 3", "1 < 2 & 3"),
        ("Un\n  train\u202e\u200b", "Un train"), ("l’&nbsp;été", "l’\u00a0été"),
    ],
)  # fmt: skip
def test_a_title_is_plain_text_whatever_is_in_it(title: str, shown: str) -> None:
    xml = RSS.format(items=f"<item><title>{title}</title>{content('<p>Texte.</p>')}</item>")
    (article,) = read(xml)
    assert article.byline.title == shown


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "file:///a", "http://a b", ""])
def test_a_link_that_is_no_page_is_dropped(link: str) -> None:
    bare = f"<item><title>Un</title><link>{link}</link></item>"
    whole = bare.replace("</item>", content("<p>Texte.</p>") + "</item>")
    (article,) = read(RSS.format(items=whole), page)
    assert article.byline.url is None
    ((name, outcome),) = articles_in(feed_from(RSS.format(items=bare).encode(), "a", f"{HERE}/f"), 9, page)
    assert isinstance(outcome, UnreadableArticle)
    assert (name, outcome.why.key) == ("Un", "item_unlinked")


def test_an_item_without_address_has_a_stable_id() -> None:
    xml = RSS.format(items=f"<item><guid>42</guid><title>Un</title>{content('<p>Texte.</p>')}</item>")
    other = xml.replace("Texte", "Autre texte")
    assert read(xml)[0].id == read(other)[0].id != read(xml.replace("42", "43"))[0].id


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha" * 10}">' for n in range(12))
BOMBS = {
    "laughs": f"<!DOCTYPE rss [{LAUGHS}]>" + RSS[38:].format(items="<item><title>&l11;</title></item>"),
    "attribute": f"<!DOCTYPE rss [{LAUGHS}]>" + RSS[38:].format(items='<item a="&l11;"/>'),
    "file": '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    + RSS[38:].format(items="<item><title>&x;</title></item>"),
    "network": '<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://127.0.0.1:1/x"> %x;]>'
    + RSS[38:].format(items="<item><title>x</title></item>"),
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", BOMBS)
def test_a_feed_with_entities_of_its_own_is_refused(name: str) -> None:
    assert refused(BOMBS[name]) in ("feed_entities", "feed")
    assert "root:" not in str(items_in(BOMBS[name].encode()))


@pytest.mark.parametrize(
    ("xml", "why"),
    [
        (RSS.format(items=""), "feed_empty"), ("<html><body>x</body></html>", "feed"), ("<rss/>", "feed"),
        ("plain text", "feed"), ("<" * 5_000, "feed"), (b"\0\1\2\3", "binary"), (b"  ", "empty"),
    ],
)  # fmt: skip
def test_what_is_no_feed_is_told(xml: str | bytes, why: str) -> None:
    assert refused(xml) == why


def test_a_sloppy_feed_is_read_all_the_same() -> None:
    sloppy = RSS.format(items=item(6, content(FULL))).replace("Titre 6", "Un & deux\x02")
    (article,) = read(sloppy.replace("utf-8", "no-such-charset"))
    assert article.byline.title.startswith("Un")
    deep = feed_from(("<rss><channel><item>" + "<a>" * 100_000).encode(), "a")
    assert deep.items[0].paragraphs == ()
    western = RSS.replace("utf-8", "iso-8859-15").format(items=item(6, content("<p>Été à 3 €.</p>")))
    feed = feed_from(western.encode("iso-8859-15"), "a")
    assert feed.items[0].paragraphs == ("Été à 3 €.",)


def test_a_file_s_items_are_read_by_their_texts_and_nothing_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "fil.xml"
    path.write_text(RSS.format(items=item(7, content(FULL)) + item(6)), encoding="utf-8")
    (_, whole), (name, bare) = import_files([path], 20)
    assert isinstance(whole, Article)
    assert isinstance(bare, UnreadableArticle)
    assert (name, bare.why.key) == (f"{HERE}/6", "item_elsewhere")


def test_a_failed_item_does_not_stop_the_others_and_none_leads_to_a_private_network() -> None:
    text = "<p>The train arrived at dawn yesterday, the ministry of defence said. It carried tanks.</p>" * 3
    items = f"<item><title>In</title><link>http://10.0.0.1/admin</link></item>{item(5)}{item(6)}"
    with newspaper() as press:
        press.pages["/feed"] = Reply(RSS.format(items=items).encode(), "application/rss+xml")
        press.pages["/6"] = Reply(f"<html><body><article>{text}</article></body></html>".encode())
        hosts: dict[str, tuple[str, ...]] = {"journal.example": (PUBLIC,), "10.0.0.1": ("10.0.0.1",)}
        outcomes = dict(import_address(f"{HERE}/feed", Town(port=press.server_port, hosts=hosts), 20))
    whys = {name: one.why.key for name, one in outcomes.items() if isinstance(one, UnreadableArticle)}
    assert whys == {"http://10.0.0.1/admin": "private", f"{HERE}/5": "page_absent"}
    assert isinstance(outcomes[f"{HERE}/6"], Article)
