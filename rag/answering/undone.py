"""What was not done answers no question of who did it: “ruled out buying”, « a renoncé à envahir »."""

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
    """Whether ``sentence`` negates or denies whatever it says of the deed of ``question``.

    Deeds are those that one does to another (`rag.answering.opposites`), known in both languages. A question
    that negates asks for just that.
    """
    asked, said = analysed(question.subject, question.spoken), analysed(sentence, language)
    if cues(asked.words, asked.language):
        return False
    return any(_only_negated(deed, said) for deed in one_way() if deed.search(asked.folded))


def _only_negated(deed: re.Pattern[str], said: Said) -> bool:
    """Whether the deed stands in the sentence, everywhere after what negates or denies it."""
    negations = [cue for cue in cues(said.words, said.language) if cue.kind != "maybe"]
    places = list(deed.finditer(said.folded))
    return bool(places) and all(
        any(cue.scope & stems and said.folded.find(folded(cue.word)) < place.start() for cue in negations)
        for place in places
        for stems in [{word.stem for word in said.words if place.start() <= word.start < place.end()}]
    )
