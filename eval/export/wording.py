"""What the terminal, Markdown and the page say in the same words."""

from eval.phrases import Phrase, figure, interval, named, phrase
from eval.record import Flip, Record
from eval.summary import Measure


def title(record: Record) -> Phrase:
    """What stands above everything."""
    return phrase("Dépêche evaluation: {headline}", headline=headline(record))


def headline(record: Record) -> Phrase:
    """Green, red or not measured, in a few words."""
    items, errors, missed = len(record.outcomes), len(record.errors), len(record.failures)
    if errors:
        return phrase("NOT MEASURED, {errors} of {items} items failed to run", errors=errors, items=items)
    if not record.gated:
        return phrase("{items} items, no gate (not the whole shipped set)", items=items)
    if missed:
        return phrase("RED, {missed} limits missed by {items} items", missed=missed, items=items)
    return phrase("green, {items} items", items=items)


def omitted(record: Record) -> Phrase:
    """What this run says nothing about, or ""."""
    if record.digests.get("engine") != "extractive":
        return named("")
    return phrase("No chat model was measured: none is configured (DEPECHE_LLM).")


def change(flip: Flip, name: str) -> Phrase:
    """What became of the item that is shown as ``name``."""
    before, now = figure(f"{flip.before:g}"), figure(f"{flip.now:g}")
    return phrase("{item} Truth {before} → {now}", item=name, before=before, now=now)


def called(measure: Measure) -> Phrase:
    """The name of a measure; an arrow says that less is better."""
    name = named(measure.name)
    return name if measure.better == "higher" else phrase("{name} ↓", name=name)


def value(measure: Measure | None) -> Phrase:
    """The value of a measure; "" where there is none."""
    return figure(f"{measure.value:.3f}") if measure else named("")


def within(measure: Measure, places: int = 3) -> Phrase:
    """Its interval, with so many decimals."""
    return interval(f"{measure.low:.{places}f}", f"{measure.high:.{places}f}")
