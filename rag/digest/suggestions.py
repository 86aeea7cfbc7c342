"""Questions worth trying: made from sentences of the articles, kept only when their answer proves them."""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from corpus.article import Language, Passage
from corpus.text.dates import dates_in
from rag.answer import Answer
from rag.digest.sentences import Sentence, sentences_of

if TYPE_CHECKING:
    from rag.index.reading import Index

# Characters of a suggestion: less names nothing, more is no question that a reader would click.
SHORTEST, LONGEST = 25, 110
# Articles looked at, the newest: with one question in three kept, far more than a screen of suggestions.
ARTICLES = 60

_NAME = r"(?:[A-ZÀ-ÖØ-Þ][\w’'-]+)"
_NOBODY = r"(?!(?:Cyclone|Hurricane|Typhoon|Storm|Ouragan|Typhon|Tempête)\b)"  # they have first names too
_CLAUSE = r"[^,.;:«»“”()—]"
# How many: a number, what is counted, and what became of it.
_COUNTED: dict[Language, re.Pattern[str]] = {
    "fr": re.compile(
        r"\d[\d\u00a0\u202f ,]*\s(?P<thing>[a-zà-ÿ]+s)\s"
        rf"(?P<rest>(?:(?:ont|sont|étaient|avaient|manquaient)|(?!et\b)[a-zà-ÿ]+èrent)\s{_CLAUSE}+)"
    ),
    "en": re.compile(
        r"\d[\d,]*\s(?P<thing>people|[a-z]+s)\s"
        rf"(?P<rest>(?:were|have|had|are|died|took|demonstrated|approved|voted)\b{_CLAUSE}*)"
    ),
}
# Who: a person's first and last name, after an office or none, and what this person did.
_DOER: dict[Language, re.Pattern[str]] = {
    "fr": re.compile(
        rf"(?:L[ea’] ?[\w’ -]{{3,60}},? )?{_NOBODY}{_NAME} {_NAME},? "
        rf"(?P<rest>(?:a|avait|va|doit|est|sera|s’est|dirigera) {_CLAUSE}+)"
    ),
    "en": re.compile(
        rf"(?:[A-Z][\w’ -]{{3,60}} )?{_NOBODY}{_NAME} {_NAME},? "
        r"(?P<rest>(?:announced|signed|met|won|agreed|said|told|addressed|described|will|has|had|was|is|resigned"
        rf"|arrived|called|became|led|leads|heads|ordered|visited) {_CLAUSE}+)"
    ),
}
# When: something that took place on a day.
_WHEN: dict[Language, re.Pattern[str]] = {
    "fr": re.compile(
        rf"(?P<who>(?:L[ea’]|Les|Une?) ?{_CLAUSE}{{3,60}}?) (?P<verb>a eu lieu|ont eu lieu|s’est tenue?"
        rf"|a commencé|est prévue?|entrera? en vigueur|aura lieu|a été \w+|est morte?)(?P<rest>{_CLAUSE}*)"
    ),
    "en": re.compile(
        rf"(?P<who>(?:The|A|An) {_CLAUSE}{{3,60}}?|(?:{_NAME} ){{1,4}}?) ?"
        rf"(?P<verb>was|were|is|will) (?P<rest>{_CLAUSE}{{4,70}})"
    ),
}
_LEANING = re.compile(
    r"(?<!-)\b(?:il|elle|ils|elles|lui|leur|leurs|son|sa|ses|celui|celle|ce|cet|cette|ces|he|she|it|they|them"
    r"|his|her|hers|its|their|him|this|that|these|those|there|so|also|too|alone|again|other|autres?|encore|aussi|ainsi|alors|then)\b",
    re.IGNORECASE,
)
# The day in passing, which a question need not say: « dimanche 8 janvier », “on Tuesday evening”.
_TIME_WORD = re.compile(
    r"\s+(?:(?:on|le)\s+)?(?:(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)(?:\s\d{1,2}(?:er)?\s[a-zéû]+)?"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:\s(?:soir|matin|morning|evening|night))?(?!['’\w])"
)
_JOINED = re.compile(r"\s(?:et|and|mais|but|pour)\s")
_BETWEEN = re.compile(r"\b(?:entre|between|both)\b")
_LOOSE_END = re.compile(r"\s*\b(?:on|le|du|au|until|till|from|by|of|in|en|à|de)\s*\Z")
_VOWEL = "aeiouyhéèêàâîôû"


def questions_from(sentence: Sentence) -> tuple[str, ...]:
    """The questions that ``sentence`` answers by its form: how many, who, when; often none.

    A question holds a name that says what it is about, no pronoun, and no word that is not
    the sentence's own except the question word.
    """
    text, language = sentence.text, sentence.passage.language
    made = (*_how_many(text, language), *_who(text, language), *_when(text, language))
    return tuple(dict.fromkeys(question for question in made if _stands_alone(question)))


def suggest(
    index: "Index", ask: Callable[[str], Answer], language: Language, count: int
) -> tuple[str, ...]:
    """At most ``count`` questions in ``language``, one an article: first those that have a short answer.

    Among equals the newest article's comes first. Each was asked, and its answer cites the passage that it
    was made from. Articles are looked at until there are twice as many questions, or enough short answers.
    """
    rows = [row for row in index.articles() if row[2] == language]
    rows.sort(key=lambda row: (-row[1].published.toordinal() if row[1].published else 0, row[0]))
    names = [row[0] for row in rows[:ARTICLES]]
    brief: list[str] = []
    others: list[str] = []
    for passages in index.of_articles(names):
        if len(brief) == count or len(brief) + len(others) == 2 * count:
            break
        question, short = _best(passages, ask)
        if question and question not in (*brief, *others):
            (brief if short else others).append(question)
    return (*brief, *others)[:count]


def _best(passages: tuple[Passage, ...], ask: Callable[[str], Answer]) -> tuple[str, bool]:
    """The first proven question of an article that has a short answer, else the first; whether it has one."""
    first = ""
    for question, passage in _made(passages):
        answer = ask(question)
        if proves(answer, passage):
            if answer.short:
                return question, True
            first = first or question
    return first, False


def proves(answer: Answer, passage: Passage) -> bool:
    """Whether ``answer`` answers, and cites ``passage``."""
    return any(citation.passage.id == passage.id for citation in answer.citations)


def _made(passages: tuple[Passage, ...]) -> Iterator[tuple[str, Passage]]:
    for sentence in sentences_of(passages):
        for question in questions_from(sentence):
            yield question, sentence.passage


def _how_many(text: str, language: Language) -> Iterator[str]:
    for match in _COUNTED[language].finditer(text):
        rest = _clause(text, match)
        if not rest:
            continue
        if language == "fr":
            of = "d’" if match["thing"][0] in _VOWEL else "de "
            yield f"Combien {of}{match['thing']} {rest}\u202f?"
        else:
            yield f"How many {match['thing']} {rest}?"


def _who(text: str, language: Language) -> Iterator[str]:
    match = _DOER[language].match(text)
    if match and (rest := _clause(text, match)):
        yield f"Qui {rest}\u202f?" if language == "fr" else f"Who {rest}?"


def _when(text: str, language: Language) -> Iterator[str]:
    match = _WHEN[language].match(text)
    if not match:
        return
    days = [mention for mention in dates_in(match["rest"], language) if mention.value.count("-") > 1]
    if not days:
        return
    before, after = match["rest"][: days[0].start], match["rest"][days[0].end :]
    rest = " ".join(f"{_LOOSE_END.sub('', _TIME_WORD.sub('', before))} {after}".split())
    who = match["who"].strip()
    if who.startswith(("L", "The ", "A ", "An ", "Un")) and not who.startswith("Lo"):
        who = who[0].lower() + who[1:]
    if language == "fr":
        that = "qu’" if who[0].lower() in _VOWEL else "que "
        yield " ".join(f"Quand est-ce {that}{who} {match['verb']} {rest}".split()) + "\u202f?"
    else:
        yield f"When {match['verb']} {who} {rest}?"


def _clause(text: str, match: re.Match[str]) -> str:
    """What follows the subject, without the day and the next clause; empty when it was cut in a number."""
    if re.match(r"[,.]\d", text[match.end() :]) or _BETWEEN.search(match["rest"]):
        return ""
    return " ".join(_JOINED.split(_TIME_WORD.sub("", match["rest"]), maxsplit=1)[0].split())


def _stands_alone(question: str) -> bool:
    body = question.split(maxsplit=1)[-1]
    named = re.search(rf"(?<=[\s’]){_NAME}", body)
    return bool(SHORTEST <= len(question) <= LONGEST and named and not _LEANING.search(body))
