"""Adding articles, as the page shows it: what is accepted, how far it is, what came of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path, PurePath

from corpus.article import Article, Language
from corpus.importers.reading import MAX_BYTES
from corpus.importers.txt import article_from
from corpus.passage import text_hash
from corpus.text.typography import number
from corpus.unsaid import article_id
from rag.answer import AddReport
from ui.actions import button
from ui.markup import NOTHING, Html, headline, joined, safe, tag
from ui.strings import clipped, counted, say

KINDS = (".md", ".txt", ".html", ".pdf", ".htm")
NAME_LENGTH = 60  # characters of a title that name its file, before 8 of a hash: two texts may share a title
LIMIT_MB = MAX_BYTES >> 20
LISTED = 12  # titles of new articles that a report names: a screen of a phone
# What the server takes in at all. Gradio drops a whole batch for one file above it, in its own words;
# between the two limits we skip that file alone and say so in the reader's language.
HARD_LIMIT_MB = 8 * LIMIT_MB


def introduction(language: Language, *, sample: bool) -> Html:
    """What may be added; ``sample`` tells that the sample dispatches are still there to be replaced."""
    accepted = say("add_intro", language, kinds=", ".join(KINDS[:4]), limit=LIMIT_MB)
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


@dataclass(frozen=True, slots=True)
class Unfit:
    """A file that is not tried; ``why`` is a key of `ui.strings`, ``named`` the value that it needs."""

    path: str
    why: str
    named: object

    def reason(self, language: Language) -> str:
        """Why, in words."""
        return say(self.why, language, named=self.named)


def sorted_out(paths: Iterable[str]) -> tuple[list[str], list[Unfit]]:
    """The files that may be articles, and those that cannot for kind or size or are there twice."""
    fit: dict[str, str] = {}
    unfit: list[Unfit] = []
    for path in map(Path, paths):
        if path.suffix.lower() not in KINDS:
            unfit.append(Unfit(str(path), "skip_kind", ", ".join(KINDS[:4])))
        elif path.stat().st_size > MAX_BYTES:
            unfit.append(Unfit(str(path), "skip_size", LIMIT_MB))
        elif other := fit.get(content := sha256(path.read_bytes()).hexdigest()):
            unfit.append(Unfit(str(path), "skip_twice", Path(other).name))
        else:
            fit[content] = str(path)
    return list(fit.values()), unfit


@dataclass(frozen=True, slots=True)
class Under:
    """Files under way: ``done`` of ``total``, the name of the next, seconds ``left`` if that is known."""

    done: int
    total: int
    name: str
    left: float | None = None


def progress(under: Under, language: Language) -> Html:
    """How many files are done, which is next and how long it will take, as a bar and in words."""
    done, total = number(under.done, language), number(under.total, language)
    words = safe(say("adding", language, done=done, n=total))
    more = [clipped(under.name, NAME_LENGTH)]
    if under.left is not None:
        more.append(_left(under.left, language))
    bar = tag("progress", words, value=under.done, max=under.total)
    return tag("p", bar, words, tag("span", safe(" · ".join(more))), class_="progress", role="status")


def _left(seconds: float, language: Language) -> str:
    if seconds < 90:
        return counted("seconds_left", max(1, round(seconds)), language)
    return counted("minutes_left", round(seconds / 60), language)


def outcome(
    report: AddReport,
    unfit: Sequence[Unfit],
    taken: Sequence[Article],
    language: Language,
    *,
    stopped: tuple[int, int] | None = None,
) -> Html:
    """What was added, changed, unchanged and skipped, each skipped file with its reason.

    ``taken`` are articles to be opened or asked about; ``stopped`` tells how many of how many files had been
    done by then.
    """
    skipped = [
        *(_reason(one.path, one.reason(language)) for one in unfit),
        *(_reason(one.path, one.why.said(language)) for one in report.skipped),
    ]
    counts = (
        ("added", len(report.added)),
        ("changed", len(report.changed)),
        ("unchanged", len(report.unchanged)),
        ("skipped", len(skipped)),
    )
    lines = (tag("li", safe(counted(key, n, language)), class_=key) for key, n in counts if n)
    return tag(
        "div",
        _stopped(*stopped, language) if stopped else NOTHING,
        tag("ul", *lines, class_="counts"),
        _taken(taken, language),
        tag("ul", *skipped, class_="reasons") if skipped else NOTHING,
        class_="outcome",
        role="status",
    )


def _stopped(done: int, total: int, language: Language) -> Html:
    words = say("add_stopped", language, done=number(done, language), n=number(total, language))
    return tag("p", safe(words), class_="notice")


def _taken(articles: Sequence[Article], language: Language) -> Html:
    """The titles of ``articles``, each a way into the reader, and a way to ask about all of them."""
    if not articles:
        return NOTHING
    titles = (tag("li", headline(one.id, None, one.byline.title, one.language)) for one in articles)
    every = " ".join(one.id for one in articles)
    ask = button("ask_taken", language, data_act="narrow", data_articles=every)
    return joined((tag("ul", *titles, class_="taken"), tag("p", ask)))


def _reason(path: str, why: str) -> Html:
    return tag("li", tag("b", safe(PurePath(path).name)), safe(" — "), safe(why))
