"""A sentence that tells of another time, another holder or the other outcome than a question asks for."""

import re

from corpus.article import Language, Span
from corpus.text.normalise import fold_accents
from rag.answering.countries import is_country
from rag.answering.days import Day, days_of
from rag.answering.draft import Question
from rag.answering.names import keys_of
from rag.answering.opposites import opposites
from rag.answering.spans import names_in

# “Who is Sweden’s foreign minister?” asks for the holder of a post.
_HOLDER = re.compile(r"\s*(?:who (?:is|was)|who['’]s|qui (?:est|était))\b", re.IGNORECASE)
# The post that a name is given right before it: “Finland’s foreign minister, ”.
_POST = re.compile(r"[^.,;:()«»“”]*,? ?\Z")

# The side of its day on which a question asks: « avant décembre 2022 », “after 6 February”.
_BEFORE = re.compile(r"\b(?:avant|before)(?: (?:le|la|the|mois de|\w+day))*[ \u00a0]?\Z", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:après|after)(?: (?:le|la|the|mois de|\w+day))*[ \u00a0]?\Z", re.IGNORECASE)
# In a country; it sets the scene where the sentence begins with it: « En Syrie voisine, … ».
_SETTING = re.compile(r"(?:in|across|en|au|aux)[ \u00a0]", re.IGNORECASE)
_IN = re.compile(rf"\b{_SETTING.pattern}\Z", re.IGNORECASE)
_AT = re.compile(r"\b(?:à|au|en|in|at|to)[ \u00a0]\Z", re.IGNORECASE)

_LANGUAGES: tuple[Language, ...] = ("en", "fr")


def tells_before(question: Question, sentence: str, language: Language) -> bool:
    """Whether all dates of ``sentence`` are earlier than any that ``question`` names."""
    asked = _years(days_of(question.subject, question.spoken, None))
    told = _years(days_of(sentence, language, None))
    return bool(asked and told) and all(_is_before(one, other) for one in told for other in asked)


def is_out_of_bounds(value: str, question: Question) -> bool:
    """Whether the day, month or year ``value`` lies beyond the one before or after which is asked."""
    text = question.subject
    return any(
        (bool(_BEFORE.search(text, 0, day.start)) and not _is_before(value, day.value))
        or (bool(_AFTER.search(text, 0, day.start)) and not _is_before(day.value, value))
        for day in days_of(text, question.spoken, None)
        if "-" not in (day.value[0], value[0])
    )


def is_other_holder(question: str, sentence: str, name: Span, language: Language) -> bool:
    """Whether ``sentence`` gives ``name`` the post of a country, and ``question`` asks for another one's."""
    if not _HOLDER.match(question):
        return False
    asked = _countries(question, *_LANGUAGES)
    post = _POST.search(sentence[: name.start])
    held = _countries(post[0], language) if post else frozenset()
    return bool(asked and held) and asked.isdisjoint(held)


def is_set_elsewhere(question: str, sentence: str, language: Language) -> bool:
    """Whether ``sentence`` opens in a country, not in the one of ``question``, which it nowhere names."""
    setting = _SETTING.match(sentence)  # first, for it is cheap and seldom
    first = next(iter(names_in(sentence, language)), None) if setting else None
    if not setting or not first or first.start != setting.end() or not is_country(_said(sentence, first)):
        return False
    there = _countries(question, *_LANGUAGES, within=True)
    return bool(there) and there.isdisjoint(_countries(sentence, language))


def says_opposite(question: str, sentence: str) -> bool:
    """Whether ``sentence`` tells only the outcome opposite to the one in ``question``: for, not against."""
    asked, told = (fold_accents(text).casefold() for text in (question, sentence))
    return any(
        one.search(asked) and other.search(told) and not other.search(asked) and not one.search(told)
        for one, other in opposites()
    )


def is_elsewhere(
    day: Day, days: tuple[Day, ...], question: str, sentence: str, language: Language
) -> bool:
    """Whether another of ``days`` stands nearer than ``day`` to a place of ``question`` in ``sentence``."""
    keys = keys_of([question])
    places = [
        name
        for name in names_in(sentence, language)
        if _AT.search(sentence, 0, name.start) and not keys.isdisjoint(keys_of([_said(sentence, name)]))
    ]
    gaps = {one: min((_gap(one, place) for place in places), default=0) for one in days}
    return gaps[day] > min(gaps.values())


def _years(days: tuple[Day, ...]) -> list[str]:
    return [day.value for day in days if not day.value.startswith("-")]


def _is_before(one: str, other: str) -> bool:
    """Whether ISO day, month or year ``one`` ended when ``other`` began."""
    shared = min(len(one), len(other))
    return one[:shared] < other[:shared]


def _countries(text: str, *languages: Language, within: bool = False) -> frozenset[str]:
    """The keys of the countries in ``text``, read in each of ``languages``; ``within``: only “in Turkey”."""
    names = [name for language in languages for name in names_in(text, language)]
    said = [_said(text, name) for name in names if not within or _IN.search(text, 0, name.start)]
    return keys_of(name for word in said if is_country(name := word.removesuffix("’s").removesuffix("'s")))


def _gap(day: Day, name: Span) -> int:
    return max(day.start - name.end, name.start - day.end, 0)


def _said(text: str, name: Span) -> str:
    return text[name.start : name.end]
