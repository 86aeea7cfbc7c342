"""Answers, hits and reports as plain text for a terminal, in the language of the answer."""

from collections.abc import Iterable
from dataclasses import asdict
from textwrap import shorten

from corpus.article import Language
from corpus.text.dates import format_date
from corpus.text.typography import decimal, number
from rag.answer import AddReport, Answer, Citation, Hit, IndexReport
from rag.lines import engine_called, told

_UNKNOWN_DATE: dict[Language, str] = {"fr": "date inconnue", "en": "date unknown"}
_PARAGRAPH: dict[Language, str] = {"fr": "paragraphe", "en": "paragraph"}
_VERIFIED: dict[Language, tuple[str, str]] = {
    "fr": ("1 citation vérifiée mot à mot", "{} citations vérifiées mot à mot"),
    "en": ("1 citation verified word for word", "{} citations verified word for word"),
}
_CHECKED: dict[Language, tuple[str, str]] = {
    "fr": ("1 passage cité, affirmations contrôlées", "{} passages cités, affirmations contrôlées"),
    "en": ("1 passage cited, claims checked against it", "{} passages cited, claims checked against them"),
}
_COUNTED: dict[Language, str] = {
    "fr": "date comptée à partir de celle de l’article",
    "en": "date counted from the article’s own date",
}
# Characters of a passage shown in a list of hits: two terminal lines.
EXCERPT = 160


def answer(value: Answer) -> str:
    """The answer, in a few words first, its sources and how it was verified; or a refusal."""
    lines = [value.notice] if value.notice else []
    if few := gist(value):
        lines += [*few, "─" * max(map(len, few)), ""]
    lines.append(value.text)
    if value.citations:
        lines += ["", *(_source(citation, value.language) for citation in value.citations)]
        one, many = (_VERIFIED if value.verbatim else _CHECKED)[value.language]
        count = len(value.citations)
        verified = one if count == 1 else many.format(count)
        took = dict(value.timings_ms).get("total")
        ms = "" if took is None else f" · {number(round(took), value.language)} ms"
        lines += ["", f"{verified}{ms} · {engine_called(value.engine).said(value.language)}"]
    return "\n".join(lines)


def gist(value: Answer) -> tuple[str, ...]:
    """The sides of a disagreement, a line each, or else the short answer; nothing when there is neither."""
    if value.sides or value.short is None:
        return tuple(f"– {side.value} {_printed(side.markers)}" for side in value.sides)
    counted = f" ({_COUNTED[value.language]})" if value.short.resolved else ""
    return (f"{value.short.text} {_printed(value.short.markers)}{counted}",)


def hits(found: tuple[Hit, ...], language: Language) -> str:
    """One block a hit: rank, passage id, language, score and the start of the passage.

    Scores are written, and that there is none is said, in ``language``.
    """
    if not found:
        return told("no_hits").said(language)
    return "\n".join(
        f"{rank:>2}. {hit.passage.id} ({hit.passage.language}, {decimal(hit.score, 4, language)})\n"
        f"    {shorten(hit.passage.text, EXCERPT, placeholder=' …')}"
        for rank, hit in enumerate(found, start=1)
    )


def index_report(report: IndexReport, language: Language) -> str:
    """The counts of a synchronisation in one line."""
    return told("indexed", **asdict(report)).said(language)


def add_report(report: AddReport, language: Language) -> str:
    """What was added, and each skipped file with its reason."""
    counts = told(
        "added",
        added=len(report.added),
        changed=len(report.changed),
        unchanged=len(report.unchanged),
        skipped=len(report.skipped),
    )
    ids = [f"  {article_id}" for article_id in (*report.added, *report.changed)]
    skipped = (told("skipped", path=skip.path, why=skip.why) for skip in report.skipped)
    return "\n".join([counts.said(language), *ids, *(f"  {one.said(language)}" for one in skipped)])


def _printed(markers: Iterable[int]) -> str:
    return "".join(f"[{marker}]" for marker in markers)


def _source(citation: Citation, language: Language) -> str:
    passage, byline = citation.passage, citation.passage.byline
    when = format_date(byline.published, language) if byline.published else _UNKNOWN_DATE[language]
    where = f"{_PARAGRAPH[language]} {passage.index + 1}"
    origin = f"{byline.source}, {when}, {passage.language.upper()}, {where}"
    return f"[{citation.marker}] {byline.title} — {origin}"
