"""Conversations as files: Markdown to read, JSON to check again later, plain text to paste."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, Literal, Protocol

from corpus.article import Article, Language, Span
from corpus.errors import UnknownArticle, UnreadableArticle
from corpus.passage import text_hash
from corpus.text.dates import format_date
from corpus.wording import Line
from rag.answer import Citation, Claim, Turn
from rag.answering.vouching import Source, unvouched
from rag.errors import UsageError
from rag.forms import Json, answer_form
from rag.lines import told
from rag.shown import gist

FORMAT = "depeche-conversation"
VERSION = 1  # raise it when an older reader would misread the file

Fault = Literal["unknown_article", "no_paragraph", "changed", "not_verbatim", "other_byline", "not_vouched"]
_UNDATED: dict[Language, str] = {"fr": "date inconnue", "en": "date unknown"}
_PARAGRAPH: dict[Language, str] = {"fr": "paragraphe", "en": "paragraph"}
# What Markdown would read as markup, images and HTML included; a dispatch must not fetch anything.
_MARKUP = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>!#|~&"})


class Shelf(Protocol):
    """Where articles are looked up: `corpus.library.Library`."""

    def get(self, identifier: str, /) -> Article:
        """The article of this id.

        :raises UnknownArticle: there is none.
        :raises UnreadableArticle: its file is damaged.
        """
        ...


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with citation ``marker`` of exchange ``turn``, both counted from 1."""

    turn: int
    marker: int
    passage_id: str
    fault: Fault
    detail: Line

    def form(self, language: Language) -> Json:
        """The finding as a JSON object; scripts go by ``fault``, ``detail`` is in ``language``."""
        return {**asdict(self), "detail": self.detail.said(language)}

    def said(self, language: Language) -> str:
        """The finding in one line."""
        where = {"turn": self.turn, "marker": self.marker, "passage": self.passage_id}
        return told("finding", **where, detail=self.detail).said(language)


def export_json(turns: Sequence[Turn], *, at: datetime) -> Json:
    """The conversation with the SHA-256 of each cited passage, for `verify`; ``at`` is when it was saved."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "saved": at.isoformat(timespec="seconds"),
        "turns": [_turn_form(turn) for turn in turns],
    }


def export_markdown(turns: Sequence[Turn], *, at: datetime) -> str:
    """The conversation as Markdown whose quoted text is inert: no image, link or HTML comes from it."""
    head = f"# Dépêche · {at:%Y-%m-%d %H:%M}"
    parts = [_markdown_turn(place, turn) for place, turn in enumerate(turns, start=1)]
    return "\n\n".join([head, *parts]) + "\n"


def plain_turn(turn: Turn) -> str:
    """One exchange as plain text to paste: question, answer, each source with its quote."""
    answer = turn.answer
    lines = [turn.question, "", *_said(turn, str)]
    for citation in answer.citations:
        lines += ["", f"[{citation.marker}] {_origin(citation, answer.language)}", f"> {citation.quote}"]
        url = citation.passage.byline.url or ""
        lines += [url] if url.startswith(("https://", "http://")) else []
    return "\n".join(lines)


def verify(form: Any, library: Shelf) -> tuple[Finding, ...]:  # noqa: ANN401  (whatever a JSON file holds)
    """Looks every citation of an `export_json` up in ``library``; none found wrong means all still hold.

    What the answers say in a few words is read again in the quotes that these cite.

    :raises UsageError: ``form`` is not such an export, or of a later version.
    """
    if not isinstance(form, dict) or form.get("format") != FORMAT:
        raise UsageError(told("export_other"))
    if form.get("version") != VERSION:
        raise UsageError(told("export_version", version=form.get("version"), known=VERSION))
    try:
        return tuple(
            finding
            for turn, shown in enumerate(form["turns"], start=1)
            for finding in (*_citations_amiss(turn, shown, library), *_gists_amiss(turn, shown))
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise UsageError(told("export_damaged", why=repr(error))) from error


def citations_in(form: Json) -> int:
    """How many citations a verified export holds."""
    return sum(len(turn["citations"]) for turn in form["turns"])


def _turn_form(turn: Turn) -> Json:
    form = answer_form(turn.answer)
    hashes = (text_hash(citation.passage.text) for citation in turn.answer.citations)
    cited = [
        {**citation, "passage_sha256": sha256}
        for citation, sha256 in zip(form["citations"], hashes, strict=True)
    ]
    return {**form, "question": turn.question, "citations": cited}


def _citations_amiss(turn: int, shown: Json, library: Shelf) -> Iterator[Finding]:
    for citation in shown["citations"]:
        if finding := _check(turn, citation, library):
            yield finding


def _gists_amiss(turn: int, shown: Json) -> Iterator[Finding]:
    """The short answer and the sides that their quotes do not hold."""
    short = shown.get("short")
    said: list[tuple[str, list[int], bool | None]]
    said = [(short["text"], short["markers"], bool(short["resolved"]))] if short else []
    said += [(side["value"], side["markers"], None) for side in shown.get("sides", ())]
    for text, markers, resolved in said:
        cited = [citation for citation in shown["citations"] if citation["marker"] in markers]
        if amiss := unvouched(text, shown["language"], map(_source, cited), resolved=resolved):
            marker, passage_id = (cited[0]["marker"], cited[0]["passage_id"]) if cited else (0, "")
            why = told("not_vouched", what=", ".join(amiss))
            yield Finding(turn, marker, passage_id, "not_vouched", why)


def _source(citation: Json) -> Source:
    day = date.fromisoformat(citation["published"]) if citation["published"] else None
    return Source(citation["quote"], citation["language"], day)


def _check(turn: int, citation: Json, library: Shelf) -> Finding | None:
    span = Span(citation["start"], citation["end"])
    passage_id = str(citation["passage_id"])
    article_id, _, place = passage_id.rpartition("#p")
    fault = _fault(citation, span, article_id, int(place), library)
    return Finding(turn, int(citation["marker"]), passage_id, *fault) if fault else None


def _fault(
    citation: Json, span: Span, article_id: str, place: int, library: Shelf
) -> tuple[Fault, Line] | None:
    try:
        article = library.get(article_id)
    except (UnknownArticle, UnreadableArticle) as error:
        return "unknown_article", error.line
    if not 0 <= place < len(article.paragraphs):
        return "no_paragraph", told("no_paragraph", count=len(article.paragraphs), place=place + 1)
    text = article.paragraphs[place]
    if text[span.start : span.end] != citation["quote"]:
        return "not_verbatim", told("not_verbatim")
    if text_hash(text) != citation["passage_sha256"]:
        return "changed", told("changed")
    byline = article.byline
    published = byline.published.isoformat() if byline.published else None
    said = (citation["title"], citation["source"], citation["published"])
    if said != (byline.title, byline.source, published):
        return "other_byline", told("other_byline")
    return None


def _said(turn: Turn, written: Callable[[str], str]) -> list[str]:
    """The notice, what is said in a few words, the claims with their markers, or the refusal."""
    answer = turn.answer
    notice = [written(answer.notice), ""] if answer.notice else []
    few = [*map(written, gist(answer)), ""] if gist(answer) else []
    claims = [written(_with_markers(claim)) for claim in answer.claims]
    return [*notice, *few, *(claims or [written(answer.text)])]


def _with_markers(claim: Claim) -> str:
    missing = (f"[{marker}]" for marker in claim.markers if f"[{marker}]" not in claim.text)
    return " ".join([claim.text, *missing])


def _origin(citation: Citation, language: Language) -> str:
    passage, byline = citation.passage, citation.passage.byline
    when = format_date(byline.published, language) if byline.published else _UNDATED[language]
    where = f"{_PARAGRAPH[language]} {passage.index + 1}"
    return f"{byline.title} — {byline.source}, {when}, {passage.language.upper()}, {where}"


def _markdown_turn(place: int, turn: Turn) -> str:
    said = "\n\n".join(part for part in _said(turn, _inert) if part)
    sources = "\n\n".join(_markdown_source(one, turn.answer.language) for one in turn.answer.citations)
    return "\n\n".join(part for part in (f"## {place}. {_inert(turn.question)}", said, sources) if part)


def _markdown_source(citation: Citation, language: Language) -> str:
    passage = citation.passage
    exact = f"`{passage.id}` {citation.start}–{citation.end}, SHA-256 `{text_hash(passage.text)}`"
    return (
        f"**\\[{citation.marker}\\]** {_inert(_origin(citation, language))}\n\n"
        f"> {_inert(citation.quote)}\n\n{exact}"
    )


def _inert(text: str) -> str:
    """``text`` on one line, for Markdown to show as it is."""
    line = " ".join(text.split()).translate(_MARKUP)
    return line.replace("://", ":\u200b//")  # bare addresses would become links
