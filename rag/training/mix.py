"""The distillation mix: sentences, joined runs, English texts on their own and noisy copies."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from corpus.text.normalise import fold_accents
from rag.training.corpora import Pair, read_pairs, read_questions, tidy, without

_RUN = (2, 6)  # sentences in a pseudo-paragraph
_RUN_WORDS = 130  # about 200 tokens


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a parallel file goes into the mix: single lines, and runs of neighbouring lines."""

    file: Path
    sentences: int
    runs: int = 0


def take(share: Share, held_out: set[str], rng: random.Random) -> list[Pair]:
    """Random lines and runs of a file that share nothing with ``held_out``."""
    pairs = list(read_pairs(share.file))
    starts = rng.sample(range(len(pairs)), min(2 * share.runs, len(pairs)))
    members = (run(pairs, start, rng) for start in starts)
    runs = [join(run) for run in members if len(run) > 1 and len([*without(run, held_out)]) == len(run)]
    rng.shuffle(pairs)
    return [*islice(without(pairs, held_out), share.sentences), *runs[: share.runs]]


def run(pairs: Sequence[Pair], start: int, rng: random.Random) -> list[Pair]:
    """Two to six neighbouring pairs, about 200 tokens at most."""
    members = [pairs[start]]
    words = len(members[0].french.split())
    for following in pairs[start + 1 : start + rng.randint(*_RUN)]:
        words += len(following.french.split())
        if words > _RUN_WORDS or following.line != members[-1].line + 1:
            break  # too long, or a line between was dropped: no longer one text
        members.append(following)
    return members


def join(pairs: Sequence[Pair]) -> Pair:
    """One pair of the texts of several."""
    return Pair(" ".join(p.english for p in pairs), " ".join(p.french for p in pairs), pairs[0].line)


def english_texts(files: Sequence[Path], limit: int, held_out: set[str], rng: random.Random) -> list[Pair]:
    """English questions and paragraphs, each its own translation: the guard against drift."""
    texts = {tidy(text) for file in files for q in read_questions(file) for text in (q.text, q.context)}
    kept = sorted(pair.english for pair in without((Pair(text, text) for text in texts), held_out))
    rng.shuffle(kept)
    return [Pair(text, text) for text in kept[:limit]]


def mistype(text: str, rng: random.Random) -> str:
    """The text as a hurried person types it: no accents, no capitals, no final mark, now and then a slip."""
    typed = fold_accents(text).casefold().rstrip(" .?!")
    if len(typed) > 12 and rng.random() < 0.5:
        at = rng.randrange(1, len(typed) - 2)
        swapped = typed[:at] + typed[at + 1] + typed[at] + typed[at + 2 :]
        typed = rng.choice((typed[:at] + typed[at + 1 :], swapped))
    return typed or text
