"""Questions made from parallel text: a name or number of one sentence, asked for in the other language.

No question file pairs a question with a paragraph of the other language. Names and numbers are written alike
in both, so a sentence that lost one is a question, and its translation in a paragraph holds the answer.
"""

import random
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rag.training.corpora import Pair, Question, read_pairs
from rag.training.examples import answer_of
from rag.training.mix import join, run

_NAME = r"[A-ZÀ-ÖØ-Þ][\w-]*[a-zà-öø-ÿ][\w-]*"
_KEPT = re.compile(rf"(?<=\S )(?:\d[\d.,]*\d|\d+|{_NAME}(?: {_NAME})*)(?!\w)")
_AROUND = 10  # words kept on either side of the gap: about as long as a question
_ASKING = {"en": ("who", "what", "which"), "fr": ("qui", "quoi", "quel")}
_COUNTING = {"en": ("how many", "when"), "fr": ("combien", "quand")}
_USES = 15  # questions that one answer may have: « Commission » stands in every tenth sentence of a debate
_DEBATE = 60  # lines that count as one article: neighbours make the paragraphs that do not answer


def clozes(file: Path, limit: int, rng: random.Random) -> list[Question]:
    """At most ``limit`` questions of a parallel file in document order, half of them in each language."""
    pairs = list(read_pairs(file))
    found: list[Question] = []
    uses: Counter[str] = Counter()
    for start in rng.sample(range(len(pairs)), len(pairs)):
        if len(found) == limit:
            break
        question = _cloze(run(pairs, start, rng), rng)
        if question is None or uses[answer_of(question)] == _USES:
            continue
        uses[answer_of(question)] += 1
        found.append(question)
    return found


def _cloze(members: Sequence[Pair], rng: random.Random) -> Question | None:
    """A question about one sentence of ``members``; None when no word is written alike in both languages."""
    told = rng.choice(("en", "fr"))
    pair = rng.choice(members)
    here, there = (pair.english, pair.french) if told == "en" else (pair.french, pair.english)
    shared = sorted({match[0] for match in _KEPT.finditer(there)} & {m[0] for m in _KEPT.finditer(here)})
    whole = join(members)
    context = whole.english if told == "en" else whole.french
    if len(members) < 2 or not shared:
        return None
    answer = rng.choice(shared)
    span = re.search(rf"(?<!\w){re.escape(answer)}(?!\w)", context)
    if span is None:
        return None
    asked = _gap(there, answer, "fr" if told == "en" else "en", rng)
    return Question(asked, context, f"{members[0].line // _DEBATE}", told, span.span())


def _gap(sentence: str, answer: str, language: str, rng: random.Random) -> str:
    """The words around ``answer`` with an asking word in its place."""
    before, _, after = sentence.partition(answer)
    word = rng.choice((_COUNTING if answer[0].isdigit() else _ASKING)[language])
    return " ".join([*before.split()[-_AROUND:], word, *after.split()[:_AROUND]])
