"""Adding articles, as the page shows it: what is accepted, how far it is, what came of it."""

from pathlib import PurePath

from corpus.article import Language
from rag.answer import AddReport
from ui.markup import NOTHING, Html, joined, safe, tag
from ui.strings import counted, number, say

KINDS = (".md", ".txt")
LIMIT_MB = 5  # a year of a daily column in one file is about 1 MB; ten times a long book chapter


def introduction(language: Language, *, sample: bool) -> Html:
    """What may be added; ``sample`` tells that the sample dispatches are still there to be replaced."""
    accepted = say("add_intro", language, kinds=", ".join(KINDS), limit=LIMIT_MB)
    replaced = tag("p", safe(say("add_sample", language)), class_="hint") if sample else NOTHING
    return joined((tag("h2", safe(say("add_title", language))), tag("p", safe(accepted)), replaced))


def progress(done: int, total: int, language: Language) -> Html:
    """How many of ``total`` files are done, as a bar and in words."""
    words = safe(say("adding", language, done=number(done, language), n=number(total, language)))
    return tag("p", tag("progress", words, value=done, max=total), words, class_="progress", role="status")


def outcome(report: AddReport, language: Language) -> Html:
    """What was added, changed, unchanged and skipped, each skipped file with its reason."""
    counts = (
        ("added", len(report.added)),
        ("changed", len(report.changed)),
        ("unchanged", len(report.unchanged)),
        ("skipped", len(report.skipped)),
    )
    lines = (tag("li", safe(counted(key, n, language)), class_=key) for key, n in counts if n)
    reasons = (
        tag("li", tag("b", safe(PurePath(one.path).name)), safe(" — "), tag("span", safe(one.why), lang="en"))
        for one in report.skipped
    )
    skipped = tag("ul", *reasons, class_="reasons") if report.skipped else NOTHING
    return tag("div", tag("ul", *lines, class_="counts"), skipped, class_="outcome", role="status")
