"""Files and texts on their way into the library: how far they are, how to stop them, what came of them."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from time import monotonic

from corpus.article import Article, Language
from corpus.errors import CorpusError
from corpus.frontmatter import render as render_file
from rag.answer import AddReport
from ui import adding, render
from ui.adding import Under, Unfit
from ui.answerer import Answerer
from ui.markup import Html, joined
from ui.starting import noted

# Files are added a few at a time, and the index follows each time: about as many as take this long, so that
# the bar moves, a stop is obeyed soon, and the chat sees the first articles before the last.
STEP_SECONDS = 2.0
MOST = 50  # files of one step
NOTHING_ADDED = AddReport((), (), (), ())


@dataclass(frozen=True, slots=True)
class Came:
    """What came of adding, to be told in any language; ``empty`` means that nothing had been pasted.

    ``stopped`` tells how many of how many files were done when adding was stopped, ``problem`` why it failed.
    """

    report: AddReport = NOTHING_ADDED
    unfit: tuple[Unfit, ...] = ()
    stopped: tuple[int, int] | None = None
    problem: Exception | None = None
    empty: bool = False


class Intake:
    """The callbacks of adding; holds no reader's state. ``clock`` tells seconds."""

    def __init__(self, assistant: Answerer, *, clock: Callable[[], float] = monotonic) -> None:
        self._assistant = assistant
        self._clock = clock

    def add(
        self, paths: Sequence[str], language: Language, halt: Event
    ) -> Iterator[tuple[Html, Came | None]]:
        """Adds files until all are done or ``halt`` is set: how far it is, at last what came of it.

        What has been added before a stop or a failure stays, and is told.
        """
        fit, unfit = adding.sorted_out(paths)
        report = NOTHING_ADDED
        done, step, started = 0, 1, self._clock()
        problem: Exception | None = None
        try:
            while done < len(fit) and not halt.is_set():
                batch, begun = fit[done : done + step], self._clock()
                left = (begun - started) / done * (len(fit) - done) if done else None
                yield adding.progress(Under(done, len(fit), Path(batch[0]).name, left), language), None
                report = _merged(report, self._assistant.add(batch))
                done += len(batch)
                each = (self._clock() - begun) / len(batch)
                step = max(1, min(MOST, int(STEP_SECONDS / each) if each > 0 else MOST))
        except Exception as error:
            problem = noted(error)
        stopped = (done, len(fit)) if done < len(fit) and not problem else None
        came = Came(report, tuple(unfit), stopped, problem)
        yield self.told(came, language), came

    def paste(self, title: str, text: str, language: Language) -> Came:
        """Adds a pasted text as an article."""
        if not text.strip():
            return Came(empty=True)
        try:
            article = adding.pasted(title, text, language)
            with tempfile.TemporaryDirectory() as folder:
                file = Path(folder, f"{article.id}.md")
                file.write_text(render_file(article), "utf-8")
                return Came(self._assistant.add([file]))
        except Exception as error:
            return Came(problem=noted(error))

    def told(self, came: Came, language: Language) -> Html:
        """What came of adding, in words."""
        if came.empty:
            return adding.nothing_pasted(language)
        taken = self._taken(came.report)
        outcome = adding.outcome(came.report, came.unfit, taken, language, stopped=came.stopped)
        return joined((render.problem(came.problem, language), outcome)) if came.problem else outcome

    def _taken(self, report: AddReport) -> tuple[Article, ...]:
        """The articles that are new or changed, as many as are listed."""
        taken = []
        for article_id in (*report.added, *report.changed)[: adding.LISTED]:
            try:
                taken.append(self._assistant.article(article_id))
            except CorpusError:
                continue  # somebody else has removed it
        return tuple(taken)


def _merged(first: AddReport, second: AddReport) -> AddReport:
    return AddReport(
        first.added + second.added,
        first.changed + second.changed,
        first.unchanged + second.unchanged,
        first.skipped + second.skipped,
    )
