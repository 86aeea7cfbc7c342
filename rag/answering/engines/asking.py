"""The questions that are put to the sentences for one that a reader asks."""

from dataclasses import replace

from rag.answering.comparing import compared
from rag.answering.contested import without_tellers
from rag.answering.draft import Question
from rag.answering.kinds import parts_of


def asked_of(question: Question) -> tuple[Question, ...]:
    """The questions that ``question`` joins or compares, each to be answered by itself."""
    comparison = compared(question.subject, question.spoken)
    parts = comparison.sides if comparison else parts_of(question.subject)
    if len(parts) == 1:
        return (question,)
    return tuple(replace(question, text=part, period=None) for part in parts)


def bare(question: Question) -> Question:
    """``question`` without the words that ask how accounts compare: no sentence that answers it has them."""
    return replace(question, text=without_tellers(question.subject), period=None)
