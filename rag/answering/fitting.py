"""Can a name answer a question? A country where a country is asked, nobody's prize for who won it."""

import re

from corpus.text.normalise import fold_accents
from corpus.text.words import word_set
from rag.answering.countries import is_country, is_only_a_country
from rag.answering.kinds import Kind

_WHICH = (
    r"\b(?:quel(?:le)?s?|what|which) (?:(?:est|sont|était|is|are|was|were) )?(?:(?:le|la|les|the) )?"
    r"(?:(?:autres?|other|two|three|deux|trois) )?"
)
_COUNTRY = re.compile(_WHICH + r"(?:pays|country|countries|nations?)\b", re.IGNORECASE)
_CITY = re.compile(_WHICH + r"(?:villes?|capitales?|city|cities|towns?|capitals?)\b", re.IGNORECASE)
# Who does something may be a company or a state; which minister, player or leader does is a human being.
_WHO = re.compile(r"\b(?:qui|who|whom|whose)\b", re.IGNORECASE)
# What somebody does, or is by birth, is told in common words.
_IN_WORDS = re.compile(
    r"\b(?:quel(?:le)?s?|what|which) (?:est |était |is |was )?(?:(?:la|le|son|sa|his|her|the|new) )*"
    r"(?:postes?|métiers?|professions?|fonctions?|emplois?|nationalités?|jobs?|posts?|positions?"
    r"|occupations?|nationality|nationalities)\b",
    re.IGNORECASE,
)
# What is won, held, signed or passed: none of it is anybody. No word that is a name too: Bill, Oscar, Law.
_THINGS = word_set(
    "chelem slam coupe cup tournoi tournament championnat championship championships trophee trophy prix"
    " prize award medaille medal oscars cesars grammys traite treaty accord accords agreement pact"
    " constitution reforme guerre war bataille battle sommet summit election elections referendum festival"
)


def can_answer(question: str, kind: Kind, name: str) -> bool:
    """Whether a thing called ``name`` is of the sort that ``question``, of ``kind``, asks for."""
    if _COUNTRY.search(question):
        return is_country(name)
    if _CITY.search(question):
        return not is_only_a_country(name)
    if kind == "person":
        return _may_be_somebody(question, name)
    if kind == "place":
        return not _is_coded(name)
    return not _IN_WORDS.search(question)


def _may_be_somebody(question: str, name: str) -> bool:
    words = re.split(r"[\s-]", fold_accents(name).casefold())
    if not _THINGS.isdisjoint(words) or any(map(str.isdigit, name)):
        return False
    return _WHO.search(question) is not None or not (_is_coded(name) or is_country(name))


def _is_coded(name: str) -> bool:
    """Whether ``name`` is written in capitals or figures: « OTAN », “COP15”."""
    return name.isupper() or any(map(str.isdigit, name))
