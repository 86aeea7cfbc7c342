"""From outcomes to a record: judged, counted, and tied to what they were measured on."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from corpus.article import Language, Passage
from corpus.library import Library
from eval.explain import explanation
from eval.record import Record
from eval.report import say
from eval.run import Outcome
from eval.summary import summarise
from eval.sureness import surenesses
from eval.verdict import judge
from rag.answer import Facts


def judged(
    outcomes: tuple[Outcome, ...],
    passages: Mapping[str, Passage],
    digests: Mapping[str, str],
    dev: frozenset[str] | None,
) -> Record:
    """The record of ``outcomes``; ``dev`` are the ids that count apart, None for what is not gated."""
    verdicts = {o.item.id: judge(o, passages) for o in outcomes if not o.error}
    tuning = dev or frozenset()
    judgements = tuple(verdicts.values())
    measures, sure = summarise(judgements, tuning), surenesses(judgements, tuning)
    return Record(outcomes, verdicts, measures, digests, gated=dev is not None, dev=tuning, sure=sure)


def digests_of(sets: Iterable[Path], library: Library, facts: Facts) -> dict[str, str]:
    """What the measures depend on besides our code; ``sets`` are the files of items, in order."""
    digest = sha256()
    for path in sets:
        digest.update(f"{path.name}\0{sha256(path.read_bytes()).hexdigest()}\0".encode())
    return {
        "sets": digest.hexdigest(),
        "corpus": library.digest(),
        "model": facts.embedder,
        "reader": facts.reader,
        "engine": facts.engine,
    }


def explain_one(outcome: Outcome, passages: Mapping[str, Passage], language: Language) -> int:
    """Prints all about one outcome; returns 0, or 2 when it is an error."""
    verdict = None if outcome.error else judge(outcome, passages)
    say((explanation(outcome, verdict, passages, language),))
    return 2 if outcome.error else 0
