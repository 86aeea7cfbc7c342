"""What happens when a reader asks, opens or adds: callbacks without Gradio, from an assistant to HTML."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from time import monotonic
from typing import Literal, Protocol

from corpus.article import LANGUAGES, Article, Language
from rag.answer import AddReport, Answer, Facts, Turn, Update
from rag.errors import DepecheError, UsageError
from rag.forms import Json, answer_form
from ui import adding, masthead, reader, render
from ui.evidence import Place
from ui.markup import NOTHING, Html, joined
from ui.strings import explain, say

Spoken = Language | Literal["auto"]
SPOKEN: tuple[Spoken, ...] = ("auto", *LANGUAGES)
Turns = tuple[Turn, ...]

GAP = 0.1  # seconds between two updates of a growing answer: the eye sees no finer steps
EXAMPLES = 4  # questions offered on the empty page: two rows of two
STEPS = 10  # a progress bar that moves at most ten times: every step synchronises the index once
_log = logging.getLogger(__name__)


class Answerer(Protocol):
    """What the page needs of `rag.assistant.Assistant`."""

    def ask(self, question: str, *, language: Spoken = "auto") -> Answer:
        """The whole answer."""
        ...

    def stream(
        self, question: str, *, language: Spoken = "auto", history: Sequence[Turn] = ()
    ) -> Iterator[Update]:
        """The answer as it grows."""
        ...

    def add(self, paths: Iterable[Path | str]) -> AddReport:
        """Imports files and synchronises the index."""
        ...

    def articles(self) -> tuple[Article, ...]:
        """All articles."""
        ...

    def article(self, article_id: str) -> Article:
        """One article."""
        ...

    def facts(self) -> Facts:
        """Counts and names."""
        ...


@dataclass(frozen=True, slots=True)
class Shown:
    """What changes on the page: ``past`` and ``turns`` are None where they stay as they are."""

    latest: Html
    past: Html | None = None
    turns: Turns | None = None


class Desk:
    """The callbacks of one app; holds no reader's state, so that every reader may share it."""

    def __init__(self, assistant: Answerer) -> None:
        self._assistant = assistant
        self._examples: dict[tuple[str, Language], tuple[str, ...]] = {}

    def answer(self, question: str, turns: Turns, language: Language, spoken: Spoken) -> Iterator[Shown]:
        """The exchange as it grows; the last step carries the conversation with this turn in it."""
        where = Place(len(turns) + 1, language, None if spoken == "auto" else spoken)
        yield Shown(render.growing(question, None, where), past=render.conversation(turns, language))
        try:
            updates = self._assistant.stream(question, language=spoken, history=turns)
            for update in throttled(updates):
                if update.answer is None:
                    yield Shown(render.growing(question, update, where))
                else:
                    turn = Turn(question, update.answer)
                    yield Shown(render.turn(where.number, turn, language), turns=(*turns, turn))
        except Exception as error:
            yield Shown(render.failed(question, _noted(error), where))

    def conversation(self, turns: Turns, language: Language) -> tuple[Html, Html]:
        """The exchanges but the latest, and the latest."""
        latest = render.turn(len(turns), turns[-1], language) if turns else NOTHING
        return render.conversation(turns[:-1], language), latest

    def masthead(self, language: Language) -> Html:
        """The head of the page with the facts of the library, or why there are none."""
        try:
            line = masthead.contents(self._assistant.facts(), language)
        except DepecheError as error:
            line = explain(error, language)
        return masthead.masthead(line, language)

    def welcome(self, language: Language) -> Html:
        """The empty state with questions that the library answers."""
        return masthead.welcome(self.examples(language), language)

    def examples(self, language: Language) -> tuple[str, ...]:
        """At most `EXAMPLES` questions; those of the extractive engine have been tried and are answered."""
        facts = self._facts()
        if facts is None:
            return ()
        key = (facts.generation, language)
        if key not in self._examples:
            self._examples[key] = self._tried(facts, language)
        return self._examples[key]

    def table(self, language: Language) -> Html:
        """The articles of the library."""
        try:
            return reader.table(self._assistant.articles(), language)
        except Exception as error:
            return render.problem(_noted(error), language)

    def reading(self, article_id: str, paragraph: int | None, language: Language) -> Html:
        """An article in the reader; an empty id means that none is open."""
        if not article_id:
            return reader.nothing_open(language)
        try:
            return reader.reading(self._assistant.article(article_id), paragraph, language)
        except Exception as error:
            return render.problem(_noted(error), language)

    def introduction(self, language: Language) -> Html:
        """What may be added."""
        facts = self._facts()
        return adding.introduction(language, sample=facts is not None and facts.sample)

    def add(self, paths: Sequence[str], language: Language) -> Iterator[Html]:
        """Adds files in a few steps: how far it is, at last what came of it."""
        report = AddReport((), (), (), ())
        step = max(1, ceil(len(paths) / STEPS))
        try:
            for done in range(0, len(paths), step):
                yield adding.progress(done, len(paths), language)
                report = _merged(report, self._assistant.add(paths[done : done + step]))
        except Exception as error:
            yield joined((render.problem(_noted(error), language), adding.outcome(report, language)))
            return
        yield adding.outcome(report, language)

    def api(self, question: str, lang: str = "auto") -> Json:
        """The answer as one JSON object, the same that ``depeche ask --json`` prints.

        :raises UsageError: ``lang`` is not auto, fr or en; else as `Assistant.ask`.
        """
        if lang not in SPOKEN:
            raise UsageError(f"lang={lang!r} is not {', '.join(SPOKEN)}")
        return answer_form(self._assistant.ask(question, language=SPOKEN[SPOKEN.index(lang)]))

    def _facts(self) -> Facts | None:
        try:
            return self._assistant.facts()
        except DepecheError:
            return None  # the masthead says why

    def _tried(self, facts: Facts, language: Language) -> tuple[str, ...]:
        """Candidates that are answered; a chat model is not called to find out."""
        if facts.sample:
            candidates = [say(f"example_{n}", language) for n in range(1, 7)]
        else:
            own = [article for article in self._assistant.articles() if article.language == language]
            titles = [article.byline.title for article in own[: 2 * EXAMPLES]]
            candidates = [say("example_about", language, title=title) for title in titles]
        if facts.engine == "extractive":
            candidates = [one for one in candidates if self._assistant.ask(one).status != "abstained"]
        return tuple(candidates[:EXAMPLES])


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


def _noted(error: Exception) -> Exception:
    """``error``, written to the log with its traceback unless it was raised on purpose."""
    if not isinstance(error, DepecheError):
        _log.error("unexpected error", exc_info=error)
    return error


def _merged(first: AddReport, second: AddReport) -> AddReport:
    return AddReport(
        first.added + second.added,
        first.changed + second.changed,
        first.unchanged + second.unchanged,
        first.skipped + second.skipped,
    )
