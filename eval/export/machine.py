"""JSON: one line an item, and one summary; the same run gives the same bytes."""

import json
from dataclasses import asdict
from importlib.metadata import version

from eval.explain import reasons
from eval.export.wording import omitted
from eval.metrics.bootstrap import REPEATS, SEED
from eval.record import Record
from eval.run import Outcome
from eval.summary import Measure
from eval.sureness import RISKS, Sureness
from eval.verdict import Verdict

# Beyond, digits are noise of the processor.
DIGITS = 6


def results_jsonl(record: Record) -> str:
    """One JSON object a line for each item, in the order of the sets."""
    rows = (
        _row(outcome, record.verdicts.get(outcome.item.id)) | {"dev": outcome.item.id in record.dev}
        for outcome in record.outcomes
    )
    return "".join(_json(row) + "\n" for row in rows)


def summary_json(record: Record) -> str:
    """Measures, digests, seed, gate and flips as one JSON object; no time and no path in it."""
    summary = {
        "depeche": version("depeche"),
        "digests": dict(record.digests),
        "bootstrap": {"seed": SEED, "repeats": REPEATS},
        "not_measured": str(omitted(record)),
        "items": len(record.outcomes),
        "dev": sorted(record.dev),
        "errors": [{"id": outcome.item.id, "error": outcome.error} for outcome in record.errors],
        "measures": [_measure(measure) for measure in record.measures],
        "confidence": [_sureness(sureness) for sureness in record.sure],
        "gate": {"applied": record.gated, "failures": [str(failure) for failure in record.failures]},
        "flips": [{"id": flip.item, "before": flip.before, "now": flip.now} for flip in record.flips],
        "paired": asdict(record.paired) | {"p": round(record.paired.p, DIGITS)} if record.paired else None,
        "exit_code": record.exit_code,
    }
    return _json(summary, indent=1) + "\n"


def _json(value: object, indent: int | None = None) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=indent, sort_keys=True)
    # A lone surrogate of a broken engine cannot be written as UTF-8; \udXXX is its JSON spelling.
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _measure(measure: Measure) -> dict[str, object]:
    return {
        "name": measure.name, "group": measure.group, "n": measure.n, "count": measure.count,
        "value": round(measure.value, DIGITS), "low": round(measure.low, DIGITS),
        "high": round(measure.high, DIGITS), "better": measure.better,
    }  # fmt: skip


def _sureness(found: Sureness) -> dict[str, object]:
    """The curve at the stated risks; `results.jsonl` has what is needed to draw all of it."""
    bins = ({"low": b.low, "high": b.high, "n": b.n, "said": _rounded(b.said), "worth": _rounded(b.worth)}
            for b in found.bins)  # fmt: skip
    return {
        "group": found.group, "n": found.n, "answered": _rounded(found.curve[-1].coverage),
        "aurc": _rounded(found.aurc),
        "coverage_at_risk": {f"{r:g}": _rounded(c) for r, c in zip(RISKS, found.coverages, strict=True)},
        "calibration_error": _rounded(found.calibration_error), "bins": list(bins),
    }  # fmt: skip


def _row(outcome: Outcome, verdict: Verdict | None) -> dict[str, object]:
    item, answer = outcome.item, outcome.answer
    row: dict[str, object] = {
        "id": item.id, "lang": item.lang, "category": item.category, "question": item.question,
        "answerable": item.answerable, "ranking": [hit.passage.id for hit in outcome.hits],
    }  # fmt: skip
    if answer is None or verdict is None:
        return row | {"error": outcome.error}
    return row | {
        "status": answer.status, "reason": answer.reason, "engine": answer.engine, "text": answer.text,
        "cited": [{"passage_id": c.passage.id, "quote": c.quote} for c in answer.citations],
        "confidence": _rounded(verdict.confidence), "refused": verdict.refused,
        "truth": verdict.truth, "stated": verdict.stated, "missed": verdict.missed, "wrong": verdict.wrong,
        "faults": [str(fault) for fault in verdict.faults], "in_language": verdict.in_language,
        "reasons": reasons(verdict),
        "vital": _rounded(verdict.vital), "nuggets": _rounded(verdict.nuggets),
        "cite_precision": _rounded(verdict.cite_precision), "cite_recall": _rounded(verdict.cite_recall),
        "support_recall": _rounded(verdict.support_recall),
        "support_precision": _rounded(verdict.support_precision), **_ranked(verdict),
    }  # fmt: skip


def _ranked(verdict: Verdict) -> dict[str, object]:
    found = verdict.found
    if found is None:
        return {}
    return {
        "pair": found.pair, "hit@5": found.hit, "recall@5": _rounded(found.recall),
        "nDCG@10": _rounded(found.ndcg), "MRR@10": _rounded(found.reciprocal_rank),
    }  # fmt: skip


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)
