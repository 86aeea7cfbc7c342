"""Answer language: is the answer in the language of the question? Range 0 or 1 per answer.

The language an answer declares must be that of the question, and so must its own words: what it says around
its quotes, or the first line of a refusal. Quotes stay in the language of their article. Names and very short
frames cannot be told apart and count as right.
"""

from corpus.article import Language
from corpus.text.language import identify
from eval.statements import frame
from rag.answer import Answer


def in_language(answer: Answer, language: Language) -> bool:
    """Whether ``answer`` speaks ``language``."""
    own = " ".join(frame(claim, answer) for claim in answer.claims) or answer.text.split("\n", 1)[0]
    return answer.language == language and identify(own, default=language) == language
