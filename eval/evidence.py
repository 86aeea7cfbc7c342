"""What the engine sees of a question before it decides, beside what is known: the ground of its weights."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from corpus.article import Passage, Span
from eval.items import Item
from eval.matchers import Statement, matched
from rag.answer import Hit
from rag.answering.draft import Draft, Question
from rag.answering.engines.asking import asked_of
from rag.answering.engines.candidates import Candidate
from rag.answering.engines.extractive import ExtractiveEngine

# Whether a sentence of a passage answers: what is asked, for one thing, is told there.
Judge = Callable[[Passage, Span], bool]


@dataclass(frozen=True, slots=True)
class Case:
    """A ``question`` for one thing: the sentences that may answer, and which of them do (none may)."""

    question: str
    answerable: bool
    candidates: tuple[Candidate, ...]
    right: tuple[bool, ...]


class Witness:
    """Stands where the engine does, answers nothing, and notes down what ``engine`` would choose from."""

    name = "witness"

    def __init__(self, engine: ExtractiveEngine) -> None:
        self._engine = engine
        self._seen: tuple[Candidate, ...] | None = None

    def propose(self, question: Question, hits: Sequence[Hit]) -> Draft:
        """Nothing; what joins or compares several things is passed by."""
        if len(asked_of(question)) == 1:
            self._seen = tuple(self._engine.fitting(question, hits))
        return Draft(self.name, reason="not_in_corpus")

    def told(self) -> tuple[Candidate, ...] | None:
        """What was noted down since the last call; None where nothing was asked of the engine."""
        seen, self._seen = self._seen, None
        return seen


def cases(
    asked: Iterable[tuple[str, bool, Judge]], ask: Callable[[str], object], witness: Witness
) -> tuple[Case, ...]:
    """One case for each question (its words, whether it has an answer, who judges) that is about one thing.

    ``ask`` puts the words to the assistant of which ``witness`` is the engine.
    """
    found: list[Case] = []
    for words, answerable, judge in asked:
        ask(words)
        if (seen := witness.told()) is not None:
            right = tuple(judge(one.hit.passage, one.span) for one in seen)
            found.append(Case(words, answerable, seen, right))
    return tuple(found)


def judge_of(item: Item) -> Judge:
    """A sentence is right that states a vital nugget of ``item`` in a passage that may be cited for it."""
    may = {*item.acceptable, *(ref for group in item.gold for ref in group)}
    vital = [way for nugget in item.nuggets if nugget.vital for way in nugget.any_of]

    def judge(passage: Passage, span: Span) -> bool:
        said = [Statement(passage.text[span.start : span.end], passage.language)]
        return passage.id in may and any(matched(way, said) for way in vital)

    return judge
