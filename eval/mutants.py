"""The test of the tests: does the evaluation see every falsified answer? `python -m eval.mutants`.

Right answers are those quoted from the gold passages, the same in a paraphrase, and whatever the shipped
assistant gets right. Each is falsified (`eval.mutations`); a mutant is killed when a hard fault or grounding
says why it is wrong. Of quotes every mutant must be, of paraphrases and short answers 99 %, and no harmless
change may be.
"""

import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.article import Language, Passage
from corpus.library import Library
from eval.items import Item
from eval.loader import load_sets
from eval.metrics.faults import faults
from eval.metrics.support import ungrounded
from eval.mutations import harmful, harmless
from eval.phrases import Phrase, joined, named, phrase, told
from eval.pins import passages_by_id
from eval.plain import one_line
from eval.report import say, table
from eval.run import Outcome, open_shipped
from eval.verdict import judge
from rag.answer import Answer, Citation, Claim, Hit, Short
from rag.answering.citations import compose, plain_text
from rag.answering.days import days_of, write_day
from rag.answering.draft import Evidence, Proposal, Question
from rag.answering.figures import figures_of, write_figure
from rag.answering.phrases import frame, quotation
from rag.settings import SAMPLE_ARTICLES, Settings

# The name of an engine that does not quote; what it says is only checked by grounding.
PARAPHRASE = "paraphrase"
# The share of falsified paraphrases and short answers that must be seen; all of the quotes. Another date of
# the same quote is no less of it than the right one.
LEAST_IN_OWN_WORDS = 0.99


@dataclass(frozen=True, slots=True)
class Trial:
    """One mutant on trial: which checks flagged it, and what it says."""

    engine: str
    kind: str
    item: str
    harmful: bool
    by_faults: bool
    by_grounding: bool
    shown: str

    @property
    def in_own_words(self) -> bool:
        """Whether it is no quote that was falsified, but what is said about one."""
        return self.engine == PARAPHRASE or self.kind.endswith(", in short")

    @property
    def flagged(self) -> bool:
        """Whether any check saw it."""
        return self.by_faults or self.by_grounding


def quoted(item: Item, passages: Mapping[str, Passage]) -> Answer:
    """The right answer to an answerable item: one passage of each gold group, quoted whole."""
    proposals = []
    for group in item.gold:
        passage = passages[group[0]]
        words = f"{frame(passage.byline, passage.language, item.lang)} {quotation(passage.text, item.lang)}"
        proposals.append(Proposal(words, (Evidence(passage, 0, len(passage.text)),), quoted=True))
    hits = tuple(Hit(proposal.evidence[0].passage, 1.0) for proposal in proposals)
    answer = compose(Question(item.question, item.lang), proposals, hits, "extractive", asked=item.question)
    return replace(answer, short=in_short(passages[item.gold[0][0]], item.lang))


def in_short(passage: Passage, language: Language) -> Short | None:
    """The first date of ``passage``, else its first figure, as a short answer that cites it as [1]."""
    days = days_of(passage.text, passage.language, passage.byline.published)
    figures = figures_of(passage.text, passage.language)
    if days:
        return Short(write_day(days[0].value, language), (1,), days[0].resolved)
    return Short(write_figure(figures[0], language), (1,)) if figures else None


def paraphrased(item: Item, passages: Mapping[str, Passage]) -> Answer:
    """The first gold sentence in the language of its passage, as a model would say it: without marks."""
    passage = passages[item.gold[0][0]]
    span = passage.sentences[0]
    claim = Claim(passage.text[span.start : span.end], (1,))
    return Answer(
        item.question, passage.language, "answered", plain_text([claim]), PARAPHRASE,
        (claim,), (Citation(1, passage, span.start, span.end),), (Hit(passage, 1.0),),
    )  # fmt: skip


def trials(item: str, answer: Answer, passages: Mapping[str, Passage]) -> Iterator[Trial]:
    """Every mutant of ``answer``, tried."""
    for is_harmful, mutants in ((True, harmful(answer, passages)), (False, harmless(answer))):
        for mutant in mutants:
            seen = (bool(faults(mutant.answer, passages)), _ungrounded(mutant.answer))
            yield Trial(answer.engine, mutant.kind, item, is_harmful, *seen, one_line(mutant.shown))


def _ungrounded(answer: Answer) -> bool:
    """Whether grounding finds fault with some claim; one without citation has none to stand on."""
    quoted = answer.engine != PARAPHRASE
    return any(
        ungrounded(
            claim.text,
            tuple(c for c in answer.citations if c.marker in claim.markers),
            answer.language,
            quoted=quoted,
        )
        for claim in answer.claims
    )


def report(done: Sequence[Trial], language: Language = "en") -> Iterator[str]:
    """A table by engine and kind, then every survivor and every harmless change that was flagged."""
    rows = []
    for key in sorted({(trial.engine, not trial.harmful, trial.kind) for trial in done}):
        same = [t for t in done if (t.engine, not t.harmful, t.kind) == key]
        flags = [(t.by_faults, t.by_grounding, t.flagged) for t in same]
        seen = [sum(column) for column in zip(*flags, strict=True)]
        what = "{engine}: {kind} (harmless)" if key[1] else "{engine}: {kind}"
        kind = told(what, language, engine=named(key[0]), kind=_called(key[2]))
        rows.append((kind, str(len(same)), *map(str, seen)))
    head = (phrase("mutants"), named("n"), phrase("by faults"), phrase("by grounding"), phrase("flagged"))
    yield from table([cell.said(language) for cell in head], rows)
    every = sum(trial.harmful for trial in done)
    lists = (
        ("Survivors: {count} of {n}", survivors(done), every),
        ("Harmless, yet flagged: {count} of {n}", false_alarms(done), len(done) - every),
    )
    for title, wrong, n in lists:
        yield from ("", told(title, language, count=len(wrong), n=n))
        for t in wrong:
            names = {"item": t.item, "engine": named(t.engine), "kind": _called(t.kind), "text": t.shown}
            yield f"  {told('{item} {engine}: {kind}: {text}', language, **names)}"


def _called(kind: str) -> Phrase:
    """What was altered, and where."""
    return joined(", ", map(named, kind.split(", ")))


def survivors(done: Iterable[Trial]) -> tuple[Trial, ...]:
    """The harmful mutants that nothing flagged."""
    return tuple(trial for trial in done if trial.harmful and not trial.flagged)


def false_alarms(done: Iterable[Trial]) -> tuple[Trial, ...]:
    """The harmless ones that something flagged."""
    return tuple(trial for trial in done if not trial.harmful and trial.flagged)


def passed(done: Sequence[Trial]) -> bool:
    """Whether all falsified quotes, enough of what is in own words, and no harmless change were flagged."""
    groups = ([t for t in done if t.harmful and t.in_own_words and (t.engine == PARAPHRASE) == paraphrased]
              for paraphrased in (True, False))  # fmt: skip
    enough = all(sum(t.flagged for t in group) >= LEAST_IN_OWN_WORDS * len(group) for group in groups)
    lost = any(not trial.in_own_words for trial in survivors(done))
    return bool(done) and enough and not lost and not false_alarms(done)


def evaluate(settings: Settings, *, shipped: bool = True, language: Language = "en") -> int:
    """Tries the mutants of all right answers over the sample corpus; 0, or 1 when one got through.

    ``shipped``: also of the answers that the shipped assistant gets right, which takes a minute.
    """
    items = load_sets()
    passages = passages_by_id(Library(SAMPLE_ARTICLES).articles())
    done = [trial for item in items if item.answerable for trial in oracle_trials(item, passages)]
    if shipped:
        with tempfile.TemporaryDirectory(prefix="depeche-mutants-") as folder:
            assistant = open_shipped(Settings(home=Path(folder), embedder=settings.embedder))
            assistant.sync()
            for item in items:
                answer = assistant.ask(item.question)
                if answer.claims and judge(Outcome(item, answer), passages).truth == 1:
                    done += trials(f"{item.id} (shipped)", answer, passages)
    say(report(done, language))
    return 0 if passed(done) else 1


def oracle_trials(item: Item, passages: Mapping[str, Passage]) -> Iterator[Trial]:
    """The mutants of both right answers to an answerable ``item``."""
    yield from trials(item.id, quoted(item, passages), passages)
    yield from trials(item.id, paraphrased(item, passages), passages)


if __name__ == "__main__":
    sys.exit(evaluate(Settings.from_env(), shipped="--oracle" not in sys.argv[1:]))
