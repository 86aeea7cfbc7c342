"""How far a sentence is from the best of those that were found for the question."""

from collections.abc import Sequence
from dataclasses import replace

from rag.answering.engines.candidates import Candidate


def among(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """``candidates``, each with its steps behind the best one: negative, 0 for the best."""
    if not candidates:
        return ()
    strongest = max(candidate.strength for candidate in candidates)
    answerable = max(candidate.answerable for candidate in candidates)
    similarity = max(candidate.similarity for candidate in candidates)
    return tuple(
        replace(
            candidate,
            less_told=candidate.strength - strongest,
            less_answerable=candidate.answerable - answerable,
            less_similar=candidate.similarity - similarity,
        )
        for candidate in candidates
    )
