"""The process that reads untrusted files: one on stdin, one JSON object on stdout, within limits.

A process of its own because the parsers cannot be trusted to end: one tag with 200,000 attributes keeps
trafilatura busy for minutes, one stream of a PDF can unpack to gigabytes. Run as
``python -I -m corpus.importers.extraction html|pdf|feed``.
"""

import contextlib
import json
import sys
from typing import Any

_MEMORY = 2 * 2**30  # bytes of address space: the libraries take 0.5 GB of it, a page of 10 MB another
SECONDS = 20  # of processor time; ordinary pages take 0.1, and the parent allows 30 on the clock


def main() -> None:
    """Read a file of the kind named, write what was found, or ``{"error": key}`` of `corpus.reasons`.

    Pages and feeds come in UTF-8, whatever they say themselves.
    """
    _limit()
    readers = {"html": _page, "pdf": _pdf, "feed": _feed}
    try:
        found = json.dumps(readers[sys.argv[1]](sys.stdin.buffer.read()))
    except MemoryError:
        found = json.dumps({"error": "large"})
    sys.stdout.buffer.write(found.encode())


def _limit() -> None:
    with contextlib.suppress(ImportError):  # Windows has no such limits; the parent's clock holds there
        import resource

        allowed = resource.getrlimit(resource.RLIMIT_AS)[1]  # by whoever started us
        memory = _MEMORY if allowed == resource.RLIM_INFINITY else min(_MEMORY, allowed)
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))  # told first, then killed


def _page(data: bytes) -> dict[str, Any]:
    import trafilatura
    from lxml import html

    # Without huge_tree text below 256 levels vanishes silently; beyond 2,048 the parser says so.
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    tree = html.document_fromstring(data, parser=parser)
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        return {"error": "html_deep"}
    found = trafilatura.bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None or isinstance(found, dict) or not found.text:
        return {"error": "no_article"}
    keys = ("title", "date", "url", "sitename", "hostname", "text")
    return {key: getattr(found, key) for key in keys}


def _pdf(data: bytes) -> dict[str, Any]:
    from corpus.importers.extraction_pdf import pages_in

    return pages_in(data)


def _feed(data: bytes) -> dict[str, Any]:
    from corpus.importers.extraction_feed import items_in

    return items_in(data)


if __name__ == "__main__":
    main()
