"""Answers, hits and reports as JSON objects: the contract that scripts depend on."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from corpus.article import Language
from rag.answer import AddReport, Answer, Citation, Hit, IndexReport, Short

if TYPE_CHECKING:
    from rag.digest.briefing import Briefing
    from rag.digest.timeline import Timeline

Json = dict[str, Any]


def answer_form(answer: Answer) -> Json:
    """The object of ``ask --json``."""
    return {
        "question": answer.question,
        "language": answer.language,
        "status": answer.status,
        "reason": answer.reason,
        "text": answer.text,
        "short": _short_form(answer.short) if answer.short else None,
        "sides": [{"value": side.value, "markers": list(side.markers)} for side in answer.sides],
        "confidence": round(answer.confidence, 4),
        "claims": [{"text": claim.text, "markers": list(claim.markers)} for claim in answer.claims],
        "citations": [_citation_form(citation) for citation in answer.citations],
        "engine": answer.engine,
        "notice": answer.notice,
        "hits": [{"passage_id": hit.passage.id, "score": hit.score} for hit in answer.hits],
        "timings_ms": dict(answer.timings_ms),
    }


def timeline_form(timeline: "Timeline") -> Json:
    """The object of ``timeline --json``: as ``ask``, and each claim's day and what kind of date it is."""
    entries = [
        {"date": entry.day.isoformat(), "basis": entry.basis, "claim": entry.claim}
        for entry in timeline.entries
    ]
    return answer_form(timeline.answer) | {"entries": entries}


def briefing_form(briefing: "Briefing") -> Json:
    """The object of ``briefing --json``: as ``ask``, and of each claim the articles of its story."""
    stories = [
        {
            "articles": list(story.articles),
            "languages": list(story.languages),
            "newest": story.newest.isoformat() if story.newest else None,
        }
        for story in briefing.stories
    ]
    return answer_form(briefing.answer) | {"stories": stories}


def search_form(query: str, hits: tuple[Hit, ...]) -> Json:
    """The object of ``search --json``."""
    return {"query": query, "hits": [_hit_form(hit) for hit in hits]}


def index_form(report: IndexReport) -> Json:
    """The object of ``index --json``: the report's counts."""
    return asdict(report)


def add_form(report: AddReport, language: Language) -> Json:
    """The object of ``add --json``: article ids by outcome and the skipped files.

    Scripts go by ``reason``, a key of `corpus.reasons` or `rag.lines`; ``why`` is in ``language``.
    """
    skipped = [
        {"path": skip.path, "reason": skip.why.key, "why": skip.why.said(language)} for skip in report.skipped
    ]
    return {**asdict(report), "skipped": skipped}


def _short_form(short: Short) -> Json:
    return {"text": short.text, "markers": list(short.markers), "resolved": short.resolved}


def _citation_form(citation: Citation) -> Json:
    passage = citation.passage
    byline = passage.byline
    return {
        "marker": citation.marker,
        "passage_id": passage.id,
        "article_id": passage.article_id,
        "title": byline.title,
        "source": byline.source,
        "published": byline.published.isoformat() if byline.published else None,
        "language": passage.language,
        "url": byline.url,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
    }


def _hit_form(hit: Hit) -> Json:
    return {
        "passage_id": hit.passage.id,
        "article_id": hit.passage.article_id,
        "score": hit.score,
        "language": hit.passage.language,
        "text": hit.passage.text,
    }
