"""A sentence that cannot give the figure asked for: no price is in tonnes, no number of people in euros."""

import re
from collections.abc import Sequence

from corpus.article import Language
from corpus.text.normalise import fold_accents
from corpus.text.words import STOP_WORDS, word_set
from rag.answering.draft import Question
from rag.answering.engines.candidates import Candidate
from rag.answering.figures import Figure, figures_of, is_money
from rag.answering.kinds import kind_of
from rag.answering.measures import is_coins
from rag.answering.mentions import new_in, said_in

# « Combien de voyageurs », “how many tokens”: things, for a plural is counted; « combien d’eau » is measured.
_COUNTS = re.compile(
    r"\b(?:combien d(?:e |['’])|how many )(?P<noun>[^\W\d_]{3,}[sx]|people|children|men|women)\b",
    re.IGNORECASE,
)
_MEASURES = word_set(
    "temps fois times secondes seconds minutes heures hours jours days semaines weeks mois months ans annees"
    " years tonnes tons kilometres kilometers metres meters miles hectares acres litres liters barils barrels"
    " degres degrees watts megawatts euros dollars francs roubles rubles pounds livres points millions"
    " milliards billions"
)
_MONEY = re.compile(
    r"\b(?:prix|coûts?|salaires?|loyer|price|costs?|salary|wages?)\b"
    r"|\bcombien (?!d[e'’])[^?]*\b(?:co[ûu]t|gagn|pa(?:y[eéa]|ie)|vers(?:e|é|er)\b)"
    r"|\bhow much (?:money\b|[^?]*\b(?:earn|pays?\b|paid|spen[dt]|owe))",
    re.IGNORECASE,
)
# How much dearer something got may be told in per cent.
_CHANGE = re.compile(
    r"augment|hausse|baiss|grimp|bond|rise|rose|raise|increas|fall|fell|drop|jump", re.IGNORECASE
)
_THING = re.compile(r"[ \u00a0\u202f](?:of |de |d['’])?(?P<noun>[a-zà-ÿœ]{3,})")
# After a bare figure these begin what is no noun.
_NO_THING = word_set(
    "contre against last more less plus moins apres after avant before instead since depuis selon"
)


def able(question: Question, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """Those of ``candidates`` whose figures can be what ``question`` asks for, none if none of them can."""
    return [one for one in candidates if not is_amiss(question, one.text, one.language)]


def is_amiss(question: Question, sentence: str, language: Language) -> bool:
    """Whether ``question`` asks for money or a count, and no new figure of ``sentence`` can be that."""
    asked = question.subject
    counts = _COUNTS.search(asked)
    if kind_of(asked) != "number" or (counts and fold_accents(counts["noun"]).casefold() in _MEASURES):
        return False
    if not counts and (not _MONEY.search(asked) or _CHANGE.search(asked)):
        return False
    said = said_in(asked, question.spoken)
    new = {mention.start for mention in new_in("number", sentence, language, said)}
    figures = (figure for figure in figures_of(sentence, language) if figure.start in new)
    return not any(
        not figure.unit if counts else _may_be_money(figure, sentence, language) for figure in figures
    )


def _may_be_money(figure: Figure, sentence: str, language: Language) -> bool:
    """Whether ``figure`` is a sum, or a bare number of nothing else: « un total de 17 millions »."""
    if figure.unit:
        return is_money(figure.unit)
    thing = _THING.match(sentence, figure.end)
    if thing is None or is_coins(sentence, figure.end):
        return True
    noun = fold_accents(thing["noun"]).casefold()
    return noun in STOP_WORDS[language] or noun in _NO_THING
