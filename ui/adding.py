"""Adding articles, as the page shows it: what is accepted, how far it is, what came of it."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePath

from corpus.article import Article, Language
from corpus.importers.reading import MAX_BYTES
from corpus.importers.txt import article_from
from corpus.passage import text_hash
from corpus.unsaid import article_id
from rag.answer import AddReport, Skipped
from ui.markup import NOTHING, Html, joined, safe, tag
from ui.strings import counted, number, say

KINDS = (".md", ".txt", ".html", ".htm")
NAME_LENGTH = 60  # characters of a title that name its file, before 8 of a hash: two texts may share a title
LIMIT_MB = MAX_BYTES >> 20
# What the server takes in at all. Gradio drops a whole batch for one file above it, in its own words;
# between the two limits we skip that file alone and say so in the reader's language.
HARD_LIMIT_MB = 8 * LIMIT_MB


def introduction(language: Language, *, sample: bool) -> Html:
    """What may be added; ``sample`` tells that the sample dispatches are still there to be replaced."""
    accepted = say("add_intro", language, kinds=", ".join(KINDS[:3]), limit=LIMIT_MB)
    replaced = tag("p", safe(say("add_sample", language)), class_="hint") if sample else NOTHING
    return joined((tag("h2", safe(say("add_title", language))), tag("p", safe(accepted)), replaced))


def nothing_pasted(language: Language) -> Html:
    """What is said when there is no text to add."""
    return tag("p", safe(say("paste_empty", language)), class_="outcome", role="status")


def pasted(title: str, text: str, language: Language) -> Article:
    """A pasted ``text`` as an article; an empty ``title`` is taken from the text.

    :raises UnreadableArticle: nothing but white space and hidden characters.
    """
    heading = " ".join(title.split())
    name = article_id(f"{heading[:NAME_LENGTH]}-{text_hash(text)[:8]}.txt")
    article = article_from(f"{heading}\n\n{text}", name)
    return replace(article, byline=replace(article.byline, source=say("pasted", language)))


def sorted_out(paths: Iterable[str], language: Language) -> tuple[list[str], list[Skipped]]:
    """The files that may be articles, and those that cannot for their kind or size, with the reason."""
    fit: list[str] = []
    unfit: list[Skipped] = []
    for path in map(Path, paths):
        if path.suffix.lower() not in KINDS:
            unfit.append(Skipped(str(path), say("skip_kind", language, kinds=", ".join(KINDS[:3]))))
        elif path.stat().st_size > MAX_BYTES:
            unfit.append(Skipped(str(path), say("skip_size", language, limit=LIMIT_MB)))
        else:
            fit.append(str(path))
    return fit, unfit


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
        tag("li", tag("b", safe(PurePath(one.path).name)), safe(" — "), safe(one.why))
        for one in report.skipped
    )
    skipped = tag("ul", *reasons, class_="reasons") if report.skipped else NOTHING
    return tag("div", tag("ul", *lines, class_="counts"), skipped, class_="outcome", role="status")
