"""What was measured, in plain words: a row for each measure that a reader can make sense of."""

from math import ceil, floor

from corpus.article import Language
from corpus.text.typography import number
from rag.answer import Facts
from rag.measured import Measured
from ui.markup import NOTHING, Html, joined, safe, tag
from ui.strings import say

# The measure of the evaluation and the row that says it; good news first, then what still goes wrong.
ROWS = (
    ("hit@5 all", "found"),
    ("hit@5 fr→en", "found_fr_en"),
    ("hit@5 en→fr", "found_en_fr"),
    ("vital nuggets all", "facts"),
    ("supporting citations all", "support"),
    ("answer language all", "language"),
    ("faulty answer all", "faulty"),
    ("forbidden value all", "wrong"),
    ("needlessly silent (ER) all", "silent"),
    ("answered far (HR) all", "far"),
    ("answered near (HR) all", "near"),
)


def figures(measured: Measured | None, facts: Facts, language: Language) -> Html:
    """The limits of ``measured``, and whether they are about what answers here."""
    if measured is None:
        return NOTHING
    about = say("figures_intro", language, n=number(measured.questions, language))
    other = tag("p", safe(say("figures_other", language)), class_="notice")
    rows = (_row(key, name, measured, language) for key, name in ROWS)
    return joined(
        (
            tag("h2", safe(say("figures_title", language))),
            tag("p", safe(about)),
            NOTHING if measured.tells_of(facts) else other,
            tag("dl", *rows, class_="quality"),
        )
    )


def _row(key: str, name: str, measured: Measured, language: Language) -> Html:
    """One measure; a share is rounded to the cautious side."""
    if key in measured.floors:
        n = floor(100 * measured.floors[key])
        limit = say("at_least", language, n=n) if n < 100 else say("always", language)
    elif key in measured.ceilings:
        n = ceil(100 * measured.ceilings[key])
        limit = say("at_most", language, n=n) if n else say("never", language)
    else:
        return NOTHING
    value = tag("strong", safe(limit))
    words = tag("span", safe(say(f"figure_{name}_is", language)))
    return tag("div", tag("dt", safe(say(f"figure_{name}", language))), tag("dd", value, words))
