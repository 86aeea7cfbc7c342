"""The items of an RSS or Atom feed; runs only within the limits of `corpus.importers.extraction`."""

import re
from typing import Any

_ATOM = "{http://www.w3.org/2005/Atom}"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}RDF"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}date"
_SILENT = frozenset(("script", "style", "noscript", "template", "iframe", "object", "form", "button", "svg"))
_BLOCKS = frozenset((
    "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table", "tr",
    "figure", "figcaption", "section", "article", "header", "footer", "aside", "hr", "dl", "dt", "dd",
))  # fmt: skip
_SPACES = re.compile(r"[ \t\r\n]+")  # no-break ones stay
_MOST = 2_000  # items; feeds have ten to a hundred


def items_in(data: bytes) -> dict[str, Any]:
    """``{"title", "link", "items"}`` or ``{"error": key}``.

    An item has title, link, id, date, text and summary, each text, empty when it is not said; the blank
    lines of a text part its paragraphs.
    """
    from lxml import etree

    # Entities of the file's own are neither expanded nor fetched, and a file that declares any is refused.
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        recover=True, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return {"error": "feed"}
    if root is None:
        return {"error": "feed"}
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        return {"error": "feed_entities"}
    return _atom(root) if root.tag == f"{_ATOM}feed" else _rss(root)


def _rss(root: Any) -> dict[str, Any]:  # noqa: ANN401  (lxml's)
    space = "{http://purl.org/rss/1.0/}" if root.tag == _RDF else ""
    channel = root.find(f"{space}channel")
    if channel is None or root.tag not in ("rss", _RDF):
        return {"error": "feed"}
    items = (root if space else channel).findall(f"{space}item")[:_MOST]
    head = {"title": _html(_said(channel, f"{space}title")), "link": _said(channel, f"{space}link").strip()}
    return {**head, "items": [_rss_item(item, space) for item in items]}


def _rss_item(item: Any, space: str) -> dict[str, str]:  # noqa: ANN401
    guid = item.find("guid")
    named = _said(item, "guid").strip()
    permanent = guid is not None and guid.get("isPermaLink", "true") == "true" and "://" in named
    return {
        "title": _html(_said(item, f"{space}title")),
        "link": _said(item, f"{space}link").strip() or (named if permanent else ""),
        "id": named,
        "date": (_said(item, "pubDate") or _said(item, _DUBLIN)).strip(),
        "text": _html(_said(item, _CONTENT)),
        "summary": _html(_said(item, f"{space}description")),
    }


def _atom(root: Any) -> dict[str, Any]:  # noqa: ANN401
    entries = root.findall(f"{_ATOM}entry")[:_MOST]
    head = {"title": _construct(root, "title"), "link": _alternate(root)}
    return {**head, "items": [_entry(entry) for entry in entries]}


def _entry(entry: Any) -> dict[str, str]:  # noqa: ANN401
    said = {name: _said(entry, f"{_ATOM}{name}").strip() for name in ("id", "published", "updated")}
    return {
        "title": _construct(entry, "title"),
        "link": _alternate(entry),
        "id": said["id"],
        "date": said["published"] or said["updated"],
        "text": _construct(entry, "content"),
        "summary": _construct(entry, "summary"),
    }


def _alternate(element: Any) -> str:  # noqa: ANN401
    """The address of the page that a feed or an entry stands for."""
    links = [link for link in element.findall(f"{_ATOM}link") if link.get("rel", "alternate") == "alternate"]
    return (links[0].get("href") or "").strip() if links else ""


def _said(element: Any, tag: str) -> str:  # noqa: ANN401
    found = element.find(tag)
    return "" if found is None else "".join(found.itertext())


def _construct(element: Any, name: str) -> str:  # noqa: ANN401
    """A text of Atom, by its type (RFC 4287, 3.1); content that lies elsewhere or is no text is empty."""
    found = element.find(f"{_ATOM}{name}")
    if found is None or found.get("src"):
        return ""
    kind = found.get("type", "text")
    if kind == "xhtml":
        return _paragraphs(found)
    text = "".join(found.itertext())
    if kind in ("html", "text/html"):
        return _html(text)
    return text.strip() if kind in ("text", "text/plain") else ""


def _html(markup: str) -> str:
    """What a reader sees of ``markup``, which may be plain text."""
    from lxml import etree, html

    if not markup.strip():
        return ""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    try:
        return _paragraphs(html.document_fromstring(f"<div>{markup}</div>"))
    except (etree.ParserError, ValueError):  # a NUL, or nothing but marks
        return ""


def _paragraphs(element: Any) -> str:  # noqa: ANN401
    """The visible text of ``element``, block elements between blank lines."""
    from lxml import etree

    parts: list[str] = []
    silent = 0
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            parts.append("" if silent else node.tail or "")
            continue
        name = etree.QName(node).localname.lower()
        silent += (event == "start") - (event == "end") if name in _SILENT else 0
        parts.append("\n\n" if name in _BLOCKS else "\n" if name == "br" and event == "start" else "")
        said = node.text if event == "start" else node.tail if node is not element else None
        parts.append("" if silent else _SPACES.sub(" ", said or ""))
    lines = "".join(parts).split("\n")
    return "\n".join(line.strip() for line in lines).strip()
