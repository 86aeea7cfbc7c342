"""What happens when a reader asks: callbacks without Gradio, from an assistant to HTML."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from time import monotonic
from typing import Any

from corpus.article import Language
from corpus.text.normalise import fold_accents
from rag.answer import Filters, Turn, Update
from rag.errors import DepecheError
from rag.export import export_json, export_markdown
from ui import feedback, filters, masthead, render
from ui.answerer import Answerer, Spoken
from ui.asking import Asking
from ui.evidence import Around, Place
from ui.markup import NOTHING, Html, safe, tag
from ui.starting import READY, Starting, noted
from ui.strings import explain, say

Turns = tuple[Turn, ...]

GAP = 0.1  # seconds between two updates of a growing answer: the eye sees no finer steps
SOURCES = 200  # offered as a filter: more than a reader looks through; a text file is a source of its own


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation: its finished ``turns`` and the exchange asked last, answered or not.

    ``number`` is the place of that exchange, from 1, 0 before the first; ``asking`` stops it while it is
    under way, ``problem`` is what it failed of; ``editing`` tells that the next question takes its place,
    ``any_day`` that the dates in its words are not read (`rag.answer.Filters`).
    """

    turns: Turns = ()
    asked: str = ""
    number: int = 0
    editing: bool = False
    any_day: bool = False
    asking: Asking | None = field(default=None, compare=False)
    problem: Exception | None = field(default=None, compare=False)

    @property
    def unanswered(self) -> bool:
        """Whether the exchange asked last has no answer, or none yet."""
        return self.number > len(self.turns)

    def again(self) -> "Talk":
        """The conversation before the exchange asked last, ready for it to be asked again."""
        return Talk(self.turns[: self.number - 1] if self.number else self.turns, self.asked)

    def filters(self, wanted: Filters) -> Filters:
        """``wanted`` for asking the last exchange again: dates that were not read the first time stay so."""
        return replace(wanted, any_day=wanted.any_day or self.any_day)

    def edited(self, *, on: bool) -> "Talk":
        """The same conversation, its last exchange being rewritten or not."""
        return replace(self, editing=on)


@dataclass(frozen=True, slots=True)
class Shown:
    """What changes on the page: ``past`` is None where it stays as it is."""

    latest: Html
    talk: Talk
    past: Html | None = None
    done: bool = False


class Desk:
    """The callbacks of one app; holds no reader's state, so that every reader may share it."""

    def __init__(self, assistant: Answerer, starting: Starting = READY) -> None:
        self._assistant = assistant
        self._starting = starting
        self._outlets: tuple[str, tuple[str, ...]] = ("", ())

    def answer(
        self, question: str, talk: Talk, language: Language, spoken: Spoken, wanted: Filters = Filters()
    ) -> Iterator[Shown]:
        """The exchange as it grows; the last step carries the conversation with this turn in it.

        ``wanted`` are the filters. While ``talk`` is being edited the answer replaces its last exchange.
        """
        turns = talk.again().turns if talk.editing else talk.turns
        where = Place(len(turns) + 1, language, None if spoken == "auto" else spoken)
        asking = Asking()
        asked = Talk(turns, question, where.number, any_day=wanted.any_day, asking=asking)
        waiting = render.growing(question, None, where, ready=self._starting.ready)
        yield Shown(waiting, asked, past=render.conversation(turns, language))
        try:
            updates = self._updates(question, language=spoken, filters=wanted, history=turns)
            for update in asking.listen(throttled(updates)):
                if update.answer is None:
                    yield Shown(render.growing(question, update, where), asked)
                else:
                    turn = Turn(question, update.answer)
                    whole = replace(asked, turns=(*turns, turn))
                    yield Shown(self._turn(where.number, turn, language), whole, done=True)
                    return
            yield Shown(render.stopped(question, where), asked, done=True)
        except Exception as error:
            failed = replace(asked, problem=noted(error))
            yield Shown(render.failed(question, error, where), failed, done=True)

    def conversation(self, talk: Talk, language: Language) -> tuple[Html, Html]:
        """The exchanges but the latest, and the latest; one under way goes on in its own language."""
        turns = talk.turns
        if talk.unanswered:
            where = Place(talk.number, language)
            growing = talk.asking and not talk.asking.over
            if growing:
                latest = render.growing(talk.asked, None, where, ready=self._starting.ready)
            elif talk.problem:
                latest = render.failed(talk.asked, talk.problem, where)
            else:
                latest = render.stopped(talk.asked, where)
            return render.conversation(turns, language), latest
        latest = self._turn(len(turns), turns[-1], language) if turns else NOTHING
        return render.conversation(turns[:-1], language), latest

    def bar(self, wanted: Filters, talk: Talk, language: Language) -> Html:
        """The filters in force and the form that sets them."""
        titles: dict[str, str] = {}
        for article_id in wanted.articles:
            with suppress(DepecheError):  # then the chip names the article by its id
                titles[article_id] = self._assistant.article(article_id).byline.title
        number = talk.number if talk.editing else 0
        return filters.bar(wanted, self._sources(), titles, language, editing=number)

    def judge(self, turn: Turn, verdict: str, comment: str, language: Language) -> Html:
        """Writes the verdict down and says where; an unknown ``verdict`` counts as "wrong"."""
        known = feedback.VERDICTS[verdict != "useful"]
        home = self._assistant.settings.home
        try:
            feedback.append(home, feedback.entry(turn, known, comment, at=_now()))
        except DepecheError as error:
            return render.problem(error, language)
        words = say("noted", language, file=home / feedback.FILE)
        return tag("p", safe(words), class_="noted", role="status")

    def saved(self, turns: Turns, kind: str) -> Html:
        """The conversation as a file for the browser to save, Markdown unless ``kind`` is "json"."""
        now = _now()
        if kind == "json":
            text = json.dumps(export_json(turns, at=now), ensure_ascii=False, indent=1) + "\n"
        else:
            text = export_markdown(turns, at=now)
        name = f"depeche-{now:%Y-%m-%d-%H%M%S}.{'json' if kind == 'json' else 'md'}"
        return tag("span", data_file=name, data_text=text)

    def opening(self, language: Language) -> Iterator[Html]:
        """The head of the page, at last when everything is ready."""
        early = not self._starting.ready
        yield self.masthead(language)
        if early:
            self._starting.wait()
            yield self.masthead(language)

    def masthead(self, language: Language) -> Html:
        """The head of the page with the facts of the library, or why there are none."""
        if not self._starting.ready:
            return masthead.masthead(say("preparing", language), language)
        try:
            line = masthead.contents(self._assistant.facts(), language)
        except Exception as error:
            line = explain(noted(error), language)
        if (problem := self._starting.problem) and (why := explain(problem, language)) != line:
            line = f"{line} · {why}"
        return masthead.masthead(line, language)

    def _updates(self, question: str, **asked: Any) -> Iterator[Update]:  # noqa: ANN401  (as `stream`)
        """The answer's updates once everything is ready."""
        self._starting.wait()
        yield from self._assistant.stream(question, **asked)

    def _sources(self) -> tuple[str, ...]:
        """The sources that most articles have, by name; read once for each state of the index."""
        try:
            generation = self._assistant.facts().generation
            if self._outlets[0] != generation:
                counted = Counter(article.byline.source for article in self._assistant.articles())
                commonest = (name for name, _ in counted.most_common(SOURCES))
                names = sorted(commonest, key=lambda name: fold_accents(name).casefold())
                self._outlets = (generation, tuple(names))
        except DepecheError:
            return ()  # the masthead says what is wrong
        return self._outlets[1]

    def _turn(self, number: int, turn: Turn, language: Language) -> Html:
        return render.turn(number, turn, language, around=self._around(turn))

    def _around(self, turn: Turn) -> dict[str, Around]:
        """The neighbours of each cited passage, of articles that are still there and unchanged."""
        around: dict[str, Around] = {}
        for passage in (citation.passage for citation in turn.answer.citations):
            try:
                texts = ("", *self._assistant.article(passage.article_id).paragraphs, "")
            except DepecheError:
                continue
            place = passage.index + 1
            if place < len(texts) - 1 and texts[place] == passage.text:
                around[passage.id] = (texts[place - 1], texts[place + 1])
        return around


def throttled(
    updates: Iterable[Update], *, gap: float = GAP, clock: Callable[[], float] = monotonic
) -> Iterator[Update]:
    """``updates`` without the claims that come less than ``gap`` seconds after the last one shown."""
    shown = float("-inf")
    for update in updates:
        now = clock()
        if update.stage != "claim" or now - shown >= gap:
            shown = now
            yield update


def _now() -> datetime:
    return datetime.now().astimezone()
