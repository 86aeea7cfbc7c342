"""A question that leans on the conversation becomes one that can be understood, and searched, alone.

What it asks for takes its place in the question before: another name, number, day or question word. Where
that would bend the grammar, the topic of the question before stands in brackets behind what was typed.
A question with a subject of its own is left as it is, so that nothing is carried along unseen.
"""

import re
from collections.abc import Sequence

from corpus.article import Language
from corpus.text.analyser import content_words
from corpus.text.language import identify
from rag.answer import Turn
from rag.answering.beside import Case, Whole
from rag.answering.carrying import carried
from rag.answering.leaning_words import ABOUT, ASKING, LEANS, OPENER, SHIFTED_DAY, WHICH_OF
from rag.answering.spans import names_in
from rag.answering.unfit import is_unfit

# Earlier turns that a question may lean on, one through the other.
TURNS = 6
# Words of content up to which a question that opens with « et », or has a pronoun, leans on another.
OPENED = 2
LEANING = 3


def whole_question(text: str, language: Language, history: Sequence[Turn]) -> Whole:
    """``text`` (of ``language``) as it stands, or made whole from the turns before it, oldest first.

    What was no question is passed over.
    """
    before: Whole | None = None
    last: Turn | None = None
    for turn in [turn for turn in history[-TURNS:] if not is_unfit(turn.question)]:
        typed = " ".join(turn.question.split())
        spoken = identify(typed, before.language if before else turn.answer.language)
        before, last = _made_whole(typed, spoken, before, last), turn
    return _made_whole(text, language, before, last)


def _made_whole(text: str, language: Language, before: Whole | None, turn: Turn | None) -> Whole:
    if before is None or turn is None or is_unfit(text) or not leans(text, language):
        return Whole(text, language)
    return carried(Case(text, language, before, turn, _rest(text)))


def leans(text: str, language: Language) -> bool:
    """Whether ``text`` cannot be understood without what was asked before."""
    rest = _rest(text)
    content = len(set(content_words(rest, language)))
    asks = bool(ASKING.match(rest))
    if ABOUT.match(text) or SHIFTED_DAY.search(text):
        return content <= LEANING
    if OPENER.match(text):
        return content <= (OPENED if asks else LEANING)
    if content <= LEANING and LEANS[language].search(text) and not _named_before(text, language):
        return True
    return content <= 1 and (asks or text.rstrip().endswith("?"))


def _named_before(text: str, language: Language) -> bool:
    """Whether the pronoun of ``text`` stands for something that ``text`` itself says before it.

    « Quand le train est-il arrivé ? » has its subject; « Quel âge a-t-il ? » asks for a word, not with one.
    """
    pronoun = LEANS[language].search(text)
    lead = WHICH_OF.sub("", text[: pronoun.start()]) if pronoun else ""
    verb = re.search(r"[\w’']+-(?:t-)?\Z", lead) if language == "fr" else None
    if verb:
        return bool(content_words(lead[: verb.start()], language))
    return bool(names_in(lead, language))


def _rest(text: str) -> str:
    rest = OPENER.sub("", text.strip(), count=1)
    rest = ABOUT.sub("", rest, count=1)
    return rest.strip(" \u00a0\u202f?!.…,")
