"""Files and texts on their way into the library: how far they are, how to stop them, what came of them."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Event
from time import monotonic

from corpus.article import Article, Language
from corpus.errors import CorpusError
from corpus.frontmatter import render as render_file
from rag.answer import AddReport, Skipped
from ui import adding, render
from ui.adding import Under
from ui.answerer import Answerer
from ui.markup import Html, joined
from ui.starting import noted

# Files are added a few at a time, and the index follows each time: about as many as take this long, so that
# the bar moves, a stop is obeyed soon, and the chat sees the first articles before the last.
STEP_SECONDS = 2.0
MOST = 50  # files of one step


class Intake:
    """The callbacks of adding; holds no reader's state. ``clock`` tells seconds."""

    def __init__(self, assistant: Answerer, *, clock: Callable[[], float] = monotonic) -> None:
        self._assistant = assistant
        self._clock = clock

    def add(self, paths: Sequence[str], language: Language, halt: Event) -> Iterator[Html]:
        """Adds files until all are done or ``halt`` is set: how far it is, at last what came of it.

        What has been added before a stop or a failure stays, and is told.
        """
        fit, unfit = adding.sorted_out(paths, language)
        report = AddReport((), (), (), ())
        done, step, started = 0, 1, self._clock()
        failed: list[Html] = []
        try:
            while done < len(fit) and not halt.is_set():
                batch, begun = fit[done : done + step], self._clock()
                left = (begun - started) / done * (len(fit) - done) if done else None
                yield adding.progress(Under(done, len(fit), Path(batch[0]).name, left), language)
                report = _merged(report, self._assistant.add(batch))
                done += len(batch)
                each = (self._clock() - begun) / len(batch)
                step = max(1, min(MOST, int(STEP_SECONDS / each) if each > 0 else MOST))
        except Exception as error:
            failed = [render.problem(noted(error), language)]
        stopped = (done, len(fit)) if done < len(fit) and not failed else None
        yield joined((*failed, self._outcome(report, unfit, language, stopped)))

    def paste(self, title: str, text: str, language: Language) -> tuple[Html, bool]:
        """Adds a pasted text as an article: what came of it, and whether the text has been taken."""
        if not text.strip():
            return adding.nothing_pasted(language), False
        try:
            article = adding.pasted(title, text, language)
            with tempfile.TemporaryDirectory() as folder:
                file = Path(folder, f"{article.id}.md")
                file.write_text(render_file(article), "utf-8")
                return self._outcome(self._assistant.add([file]), (), language), True
        except Exception as error:
            return render.problem(noted(error), language), False

    def _outcome(
        self,
        report: AddReport,
        unfit: Sequence[Skipped],
        language: Language,
        stopped: tuple[int, int] | None = None,
    ) -> Html:
        return adding.outcome(report, unfit, self._taken(report), language, stopped=stopped)

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
