"""What a sentence has over the others that were found for the question."""

import math
from collections.abc import Sequence
from dataclasses import replace

from rag.answering.engines.candidates import Candidate

# Strengths are sums of two logits: halved they are as steep as one. Of 1, 2 and 4 it made no difference.
_STEEPNESS = 2.0


def among(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """``candidates``, each with its share of all that speaks for an answer, and how far it is from the best.

    The share is 0…1 and all of them come to 1; a step behind is negative, 0 for the best.
    """
    if not candidates:
        return ()
    strongest = max(candidate.strength for candidate in candidates)
    shares = [math.exp((candidate.strength - strongest) / _STEEPNESS) for candidate in candidates]
    answerable = max(candidate.answerable for candidate in candidates)
    similarity = max(candidate.similarity for candidate in candidates)
    return tuple(
        replace(
            candidate,
            share=share / sum(shares),
            less_answerable=candidate.answerable - answerable,
            less_similar=candidate.similarity - similarity,
        )
        for candidate, share in zip(candidates, shares, strict=True)
    )
