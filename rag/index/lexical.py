"""Passages by their words: BM25 over the passages of one language."""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.article import LANGUAGES, Language
from corpus.text.analyser import terms

_ANALYSED = (
    "L’accord de cessez-le-feu du 1er mars 2023 : 4 000 soldats, 1,5 % des élus français, aujourd’hui. "
    "The U.S. army's S-400 and F-16s were delivered, 4,000 of them, after the cease-fire elections."
)

_WORD = re.compile(r"[^\W\d_]+")
_WORDS = "words.json"


def analysis() -> str:
    """Eight digits that change when words are analysed otherwise than they were for an older index."""
    analysed = [terms(_ANALYSED, language) for language in LANGUAGES]
    return sha256(repr(analysed).encode()).hexdigest()[:8]


class LexicalIndex:
    """BM25 (Lucene's form, k1 1.5, b 0.75) over texts of one language, with its own word statistics.

    Texts are analysed as their language; a question is analysed as each language, since it may be asked
    in the other one and a name or number must be found all the same.
    """

    def __init__(
        self,
        matcher: Any,  # noqa: ANN401
        ids: Sequence[str],
        language: Language,
        words: Mapping[str, int] | None = None,
    ) -> None:
        """``matcher`` is a bm25s index over as many texts as there are ``ids``, None if none has a word."""
        self.words = words or {}
        """How often each word stands in the texts, as it is written there."""
        self._matcher = matcher
        self._ids = ids
        self._language = language

    @classmethod
    def build(cls, texts: Sequence[str], ids: Sequence[str], language: Language) -> "LexicalIndex":
        """An index of ``texts``; text ``i`` is found as ``ids[i]``."""
        import bm25s

        vocabulary: dict[str, int] = {}
        numbered = [
            [vocabulary.setdefault(term, len(vocabulary)) for term in terms(text, language)] for text in texts
        ]
        if not vocabulary:
            return cls(None, ids, language)
        matcher = bm25s.BM25(method="lucene", k1=1.5, b=0.75)
        matcher.index((numbered, vocabulary), show_progress=False)
        return cls(matcher, ids, language, Counter(word for text in texts for word in _WORD.findall(text)))

    def save(self, folder: Path) -> None:
        """Writes the index to ``folder``, which stays empty when no text has a word."""
        folder.mkdir(parents=True)
        if self._matcher is not None:
            self._matcher.save(folder, show_progress=False)
            words = json.dumps(self.words, ensure_ascii=False, sort_keys=True)
            (folder / _WORDS).write_text(words, encoding="utf-8")

    @classmethod
    def load(cls, folder: Path, ids: Sequence[str], language: Language) -> "LexicalIndex":
        """The index that `save` wrote, mapped into memory; ``ids`` are those it was built with."""
        if not any(folder.iterdir()):
            return cls(None, ids, language)
        import bm25s

        words = json.loads((folder / _WORDS).read_text(encoding="utf-8"))
        return cls(bm25s.BM25.load(folder, mmap=True, show_progress=False), ids, language, words)

    def knows(self, word: str) -> bool:
        """Whether a text holds ``word`` in one of its forms."""
        found = (term for language in self._query_languages() for term in terms(word, language))
        return self._matcher is not None and any(term in self._matcher.vocab_dict for term in found)

    def search(
        self, query: str, k: int, allowed: NDArray[np.bool_] | None = None
    ) -> tuple[tuple[str, float], ...]:
        """The ``k`` best ids with their BM25 scores (> 0), best first, ties in the order of the ids.

        ``allowed`` (n,) restricts the candidates without changing a score.
        """
        words = dict.fromkeys(term for language in self._query_languages() for term in terms(query, language))
        if self._matcher is None or not words:
            return ()
        scores = self._matcher.get_scores(list(words))
        if allowed is not None:
            scores[~allowed] = 0
        found = np.flatnonzero(scores)
        best = found[np.argsort(-scores[found], kind="stable")][:k]
        return tuple((self._ids[row], float(scores[row])) for row in best)

    def _query_languages(self) -> tuple[Language, ...]:
        return (self._language, *(language for language in LANGUAGES if language != self._language))
