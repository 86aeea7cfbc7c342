"""How fast a model is: texts in a second of one processor, and the first vector of a fresh process."""

import resource
import subprocess
import sys
import time
from collections.abc import Mapping
from statistics import median

import numpy as np

from rag.training.quality import Encode

_TEXTS = 64
_WORDS = ("the", "people", "of", "france", "and", "europe", "in", "government")  # one piece in any vocabulary
_TOKENS = 64  # of a text, with [CLS] and [SEP]
_ROUNDS = 3
_FIRST = "from rag import Settings, open_embedder; open_embedder(Settings()).embed_query('Qui a gagné ?')"


def even_texts() -> list[str]:
    """Texts of 64 tokens, so that no model is paid for a vocabulary that cuts words finer."""
    words = [*_WORDS] * _TOKENS
    return [" ".join(words[number : number + _TOKENS - 2]) for number in range(_TEXTS)]


def one_by_one(encode: Encode) -> Encode:
    """``encode`` called once for each text, as questions come."""
    return lambda texts: np.vstack([encode([text]) for text in texts])


def texts_a_second(models: Mapping[str, Encode]) -> dict[str, float]:
    """Texts of 64 tokens in a second of processor time, which other work on the machine hardly changes.

    Every model has three turns, one after the other; its best one counts. The encoders are to use one thread.
    """
    texts, best = even_texts(), dict.fromkeys(models, 0.0)
    for encode in models.values():
        encode(texts[:2])  # loads the weights
    for _ in range(_ROUNDS):
        for name, encode in models.items():
            began = time.process_time()
            encode(texts)
            best[name] = max(best[name], len(texts) / (time.process_time() - began))
    return best


def cold_start(runs: int = 5) -> dict[str, float]:
    """Seconds from the start of a process to its first vector, by the clock and of the processor; medians."""
    clock, processor = [], []
    for _ in range(runs):
        used, began = _children(), time.perf_counter()
        subprocess.run([sys.executable, "-c", _FIRST], check=True)  # noqa: S603  (our own line)
        clock.append(time.perf_counter() - began)
        processor.append(_children() - used)
    return {"first vector of a process, s": median(clock), "of which processor, s": median(processor)}


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
