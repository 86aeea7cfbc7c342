"""An answer as HTML: pure functions from `Answer` and `Update` to what a reader sees.

Each exchange is one row, question above, answer on the left and its evidence on the right, so that
a marker and the passage it points to always stand together, in old answers too. The rows go into
``gr.HTML``: ``gr.Chatbot`` renders text as Markdown (remote images load), strips ``data-`` and
``aria-`` attributes and reads the HTML source aloud as the message's label (measured on 6.31).
"""

from collections.abc import Mapping, Sequence

from corpus.article import Language, Passage
from corpus.errors import DepecheError
from corpus.text.typography import number
from rag.answer import Answer, Turn, Update
from ui.actions import button, of_attempt, of_turn
from ui.claims import claims
from ui.evidence import Around, Place, found, panel
from ui.gist import gist
from ui.markup import NOTHING, Html, headline, joined, origin, safe, tag
from ui.strings import clipped, counted, explain, say

_SKELETON = tag("div", tag("i"), tag("i"), tag("i"), class_="skeleton", aria_hidden="true")
_CHECK = tag(
    "svg", tag("path", d="M1.5 6.5l3 3 6-7"), viewBox="0 0 12 12", class_="check", aria_hidden="true"
)
ECHO = 600  # characters of a question that are shown again: two sentences, not a pasted article
EVEN = 0.5  # below it the best sentence more likely answers something else: the reader is told at once
NEAREST = 3  # articles that a refusal offers; more would read like an answer


def conversation(turns: Sequence[Turn], language: Language) -> Html:
    """All exchanges of ``turns`` as earlier ones, oldest first."""
    return joined(turn(place, shown, language, latest=False) for place, shown in enumerate(turns, start=1))


def turn(
    place: int, shown: Turn, language: Language, *, latest: bool = True, around: Mapping[str, Around] = {}
) -> Html:
    """One finished exchange, the ``place``-th of the conversation, by an interface in ``language``.

    Only the ``latest`` can be asked again; ``around`` as in `ui.evidence.Place`.
    """
    answer = shown.answer
    where = Place(place, language, answer.language, around)
    refused = answer.status == "abstained"
    body = _refusal(answer, language, latest=latest) if refused else _answered(answer, where)
    heard = (answer.notice, answer.short.text if answer.short else "", answer.text)
    said = tag("div", body, data_announce="\n".join(filter(None, heard)))
    beside = panel(answer.citations, answer.hits, where) if answer.hits or answer.citations else NOTHING
    return _row(where, shown.question, joined((said, of_turn(place, shown, language, latest=latest))), beside)


def growing(question: str, update: Update | None, where: Place, *, ready: bool = True) -> Html:
    """An exchange under way: ``update`` is None before anything has been found or all is ``ready``."""
    if update is None:
        what = "searching" if ready else "preparing"
        return _row(where, question, _waiting(what, where.language), _SKELETON)
    if not update.claims:
        return _row(where, question, _waiting("reading", where.language), found(update.hits, where.language))
    body = claims(update.claims, update.citations, where)
    return _row(where, question, body, panel(update.citations, update.hits, where))


def failed(question: str, error: Exception, where: Place) -> Html:
    """An exchange that ended in ``error``."""
    body = joined((problem(error, where.language), of_attempt(where.language)))
    return _row(where, question, body, NOTHING)


def stopped(question: str, where: Place) -> Html:
    """An exchange that the reader stopped."""
    notice = tag("p", safe(say("stopped", where.language)), class_="notice", role="status")
    return _row(where, question, joined((notice, of_attempt(where.language))), NOTHING)


def problem(error: Exception, language: Language) -> Html:
    """What ``error`` means and what to do, its own line folded below."""
    detail = NOTHING
    if isinstance(error, DepecheError) and str(error):
        summary = tag("summary", safe(say("error_detail", language)))
        spoken = "en" if error.line.key == "plain" else language  # a text is English, a line is in both
        detail = tag("details", summary, tag("p", safe(error.line.said(language)), lang=spoken))
    meaning = tag("p", safe(explain(error, language)))
    return tag("div", meaning, detail, class_="refusal problem", role="alert")


def _row(where: Place, question: str, body: Html, beside: Html) -> Html:
    aside = tag("aside", beside, class_="evidence") if beside else NOTHING
    return tag(
        "article",
        tag("h2", safe(clipped(question, ECHO)), class_="question"),
        tag("div", tag("div", body, class_="said"), aside, class_="spread"),
        class_="turn",
        id=f"turn-{where.number}",
        aria_label=say("you_asked", where.language, n=where.number),
    )


def _waiting(key: str, language: Language) -> Html:
    return joined((tag("p", safe(say(key, language)), class_="waiting"), _SKELETON))


def _answered(answer: Answer, where: Place) -> Html:
    return joined(
        (
            _notice(answer),
            gist(answer, where),
            claims(answer.claims, answer.citations, where),
            _verification(answer, where.language),
        )
    )


def _notice(answer: Answer) -> Html:
    """How the question was understood or the answer was made, when there is something to say."""
    return tag("p", safe(answer.notice), class_="notice", lang=answer.language) if answer.notice else NOTHING


def _verification(answer: Answer, language: Language) -> Html:
    """How the claims were checked: word for word when each quote stands in its claim, else against it.

    Unfolded it says what that means, and how likely the best sentence is to answer; below even it says so.
    """
    kind = "verbatim" if answer.verbatim else "grounded"
    unsure = 0 < answer.confidence < EVEN
    parts = [say("unsure", language)] if unsure else []
    parts.append(counted(kind, len(answer.citations), language))
    if answer.engine != "extractive":
        parts.append(say("engine", language, engine=answer.engine))
    if total := dict(answer.timings_ms).get("total"):
        parts.append(say("took", language, ms=number(max(1, round(total)), language)))
    summary = tag("summary", NOTHING if unsure else _CHECK, safe(" · ".join(parts)))
    meaning = [tag("p", safe(say(f"means_{kind}", language)))]
    if answer.confidence:
        chance = number(round(100 * answer.confidence), language)
        meaning.append(tag("p", safe(say("confidence", language, percent=chance))))
    return tag("details", summary, *meaning, class_="verified unsure" if unsure else "verified")


def _refusal(answer: Answer, language: Language, *, latest: bool) -> Html:
    """Why there is no answer, in the answer's language, and where the reader may look."""
    title = tag("h3", safe(say("no_answer", language)))
    reason = tag("p", safe(say(f"reason_{answer.reason}", answer.language)), lang=answer.language)
    hint = tag("p", safe(say(f"hint_{answer.reason}", answer.language)), lang=answer.language, class_="hint")
    can_widen = latest and answer.reason == "filtered_out"
    wider = tag("p", button("widen", language, data_act="widen")) if can_widen else NOTHING
    nearest = _nearest(answer, language)
    return tag("div", title, reason, _notice(answer), hint, wider, nearest, class_="refusal")


def _nearest(answer: Answer, language: Language) -> Html:
    best: dict[str, Passage] = {}
    for hit in answer.hits:
        best.setdefault(hit.passage.article_id, hit.passage)
    items = [_near(passage, language) for passage in list(best.values())[:NEAREST]]
    if not items:
        return NOTHING
    return joined((tag("h4", safe(say("nearest", language))), tag("ul", *items, class_="nearest")))


def _near(passage: Passage, language: Language) -> Html:
    title = headline(passage.article_id, passage.index, passage.byline.title, passage.language)
    return tag("li", title, origin(passage.byline, passage.language, language))
