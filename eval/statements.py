"""What an answer says, apart from how it introduces it.

The frame of a quote names source and date of the article ("According to …, on 19 December 2022:"). It is
not looked at for nuggets, or every question about the day of a publication would answer itself.
"""

from eval.matchers import Statement
from rag.answer import Answer, Citation, Claim


def statements(answer: Answer) -> tuple[Statement, ...]:
    """The quotes of each quoted claim, in their own language; the whole text of a claim without quote."""
    said: list[Statement] = []
    for claim in answer.claims:
        quoted = quotes_in(claim, answer)
        said += [Statement(citation.quote, citation.passage.language, quoted=True) for citation in quoted]
        if not quoted:
            said.append(Statement(claim.text, answer.language))
    return tuple(said)


def quotes_in(claim: Claim, answer: Answer) -> tuple[Citation, ...]:
    """The citations of ``claim`` whose quote stands in its text to the letter."""
    return tuple(c for c in answer.citations if c.marker in claim.markers and c.quote in claim.text)


def frame(claim: Claim, answer: Answer) -> str:
    """The text of ``claim`` without its quotes; longest first, as one quote may hold another."""
    text = claim.text
    for citation in sorted(quotes_in(claim, answer), key=lambda c: -len(c.quote)):
        text = text.replace(citation.quote, " ")
    return text
