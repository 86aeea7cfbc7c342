"""What was not done answers no question of who did it: “ruled out buying”, « n’a fermé aucune école »."""

import re
from collections.abc import Sequence

from corpus.article import Language
from rag.answering.assertions import Said, analysed
from rag.answering.draft import Question
from rag.answering.engines.candidates import Candidate
from rag.answering.folding import folded
from rag.answering.opposites import one_way
from rag.answering.polarity import cues


def done(question: Question, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """Those of ``candidates`` that do not deny the deed that ``question`` asks about."""
    return [one for one in candidates if not is_undone(question, one.text, one.language)]


def is_undone(question: Question, sentence: str, language: Language) -> bool:
    """Whether ``sentence`` negates whatever it says of the deed of ``question``.

    A deed that is known in both languages may be denied as well; other words are compared in one language
    only. A question that negates asks for just that.
    """
    asked, said = analysed(question.subject, question.spoken), analysed(sentence, language)
    if cues(asked.words, asked.language):
        return False
    deeds = (deed for deed in one_way() if deed.search(asked.folded))
    if any(_only_negated(deed, said) for deed in deeds):
        return True
    about = {word.stem for word in asked.words if word.stem and not word.capital}
    shared = about & {word.stem for word in said.words}
    return language == question.spoken and bool(shared) and shared <= _negated(said)


def _only_negated(deed: re.Pattern[str], said: Said) -> bool:
    """Whether the deed stands in the sentence, everywhere after what negates or denies it."""
    negations = [cue for cue in cues(said.words, said.language) if cue.kind != "maybe"]
    places = list(deed.finditer(said.folded))
    return bool(places) and all(
        any(cue.scope & stems and said.folded.index(folded(cue.word)) < place.start() for cue in negations)
        for place in places
        for stems in [{word.stem for word in said.words if place.start() <= word.start < place.end()}]
    )


def _negated(said: Said) -> frozenset[str]:
    """The stems of the words that are negated."""
    scopes = (cue.scope for cue in cues(said.words, said.language) if cue.kind == "not")
    return frozenset[str]().union(*scopes)
