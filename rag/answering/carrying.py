"""What a question takes over from the one before it: its place in that question, or its topic."""

import re
from collections.abc import Callable, Sequence

from corpus.article import Language, Span
from corpus.text.analyser import content_words
from rag.answering.beside import Case, Whole, beside, bracketed, capital, with_end
from rag.answering.carried_time import other_time, shifted_day
from rag.answering.countries import is_country
from rag.answering.kinds import kind_of
from rag.answering.leaning_words import (
    ABOUT,
    ADVERBIAL,
    ARTICLE,
    ARTICLE_AHEAD,
    ASKING,
    BARE,
    COUNTED,
    HE,
    HE_ASKED,
    INDIRECT,
    LISTED,
    OPENER,
    PREPOSITION,
    SIDE,
    VOTED,
    WHOM,
)
from rag.answering.spans import names_in

_PARTS = {
    "au": "à", "aux": "à", "en": "à", "dans": "à", "in": "à", "at": "à",
    "du": "de", "des": "de", "d": "de", "of": "de", "from": "de",
}  # fmt: skip


def carried(case: Case) -> Whole:
    """The whole question that ``case`` comes to: the one before changed in a word, or beside it."""
    made = (way(case) for way in _WAYS)
    return next((whole for whole in made if whole is not None), beside(case))


def _other_asking(case: Case) -> Whole | None:
    """« Pourquoi ? » after « Quand … ? »: another question word in the same question."""
    if not case.one_language or not BARE.fullmatch(case.rest):
        return None
    before = case.before
    if ADVERBIAL.fullmatch(case.rest) and (asking := ADVERBIAL.match(before.text)):
        return Whole(capital(case.rest) + before.text[asking.end() :], before.language)
    counted = COUNTED[case.language]
    if counted[0].fullmatch(case.rest) and (asking := counted[1].match(before.text)):
        return Whole(counted[2] + before.text[asking.end() :], before.language)
    return None


def _which_of_them(case: Case) -> Whole | None:
    """« Lesquels ? » after « Combien de pays … ? »: which ones were counted."""
    asks, counting, which = LISTED[case.language]
    counted = counting.match(case.before.text)
    if not counted or not case.one_language or not asks.fullmatch(case.rest):
        return None
    which = which if not case.rest.casefold().startswith("lesquelles") else "Quelles "
    return Whole(which + case.before.text[counted.end() :], case.language)


def _other_side(case: Case) -> Whole | None:
    """« Et pour ? » after « … ont voté contre … ? »: the other side of a vote."""
    voted = VOTED.search(case.before.text)
    if not voted or not case.one_language or not SIDE.fullmatch(case.rest):
        return None
    side = "for" if case.rest.casefold() == "in favour" else case.rest.casefold()
    return _with_instead(case.before, *voted.span("side"), side)


def _other_count(case: Case) -> Whole | None:
    """« Et de blessés ? » after « Combien de morts … ? »: another thing counted."""
    thing = re.sub(
        r"\A(?:combien (?:de |d['’])|how many |de |d['’]|les |des |the )", "", case.rest, flags=re.IGNORECASE
    )
    asking = re.match(r"(combien (?:de |d['’])|how many )([\w-]+)", case.before.text, re.IGNORECASE)
    plain = re.fullmatch(r"[\w-]+(?: [\w-]+)?", thing)
    if not asking or not plain or not case.one_language or names_in(f". {thing}", case.language):
        return None
    if content_words(thing, case.language) and not ASKING.match(thing) and not PREPOSITION.match(thing):
        lead = asking[1]
        if case.language == "fr":
            lead = lead.split()[0].removesuffix("d'") + (" d’" if _is_vowel(thing) else " de ")
        return Whole(lead + thing + case.before.text[asking.end() :], case.before.language)
    return None


def _other_name(case: Case) -> Whole | None:
    """« Et pour Iskander ? »: another name in the place of the one that has its part in the question."""
    before, rest = case.before, case.rest
    lead = PREPOSITION.match(rest) if not ABOUT.match(OPENER.sub("", case.typed)) else None
    article = ARTICLE.match(rest, lead.end() if lead else 0)
    name = rest[article.end() if article else lead.end() if lead else 0 :]
    if not _is_name(name, case.language):
        return None
    spans = names_in(before.text, before.language)
    if lead is None and (who := _in_brackets(before, name)):
        return who
    if lead is None:
        return _other_subject(case, spans, article[0] if article else "", name)
    for span in spans:
        role = _role(before.text[: span.start])
        if role and (len(spans) == 1 or _same_part(lead[0], role, case)):
            said = rest if case.one_language and _same_part(lead[0], role, case) else role + name
            return _with_instead(before, span.start - len(role), span.end, said)
    return Whole(with_end(before.text, rest), before.language) if case.one_language else None


def _in_brackets(before: Whole, name: str) -> Whole | None:
    """``name`` for the « il » of a question whose topic, in brackets, did not say who that is."""
    question, bracket, _ = before.text.partition(" (")
    text = _naming(question, name, before.language) if bracket else None
    return Whole(text, before.language) if text else None


def _other_subject(case: Case, spans: Sequence[Span], article: str, name: str) -> Whole | None:
    """``name`` for the first of ``spans`` without a preposition, with an article if it has one itself."""
    before = case.before
    ahead = {span: ARTICLE_AHEAD.search(before.text[: span.start]) for span in spans}
    free = [span for span in spans if _role(before.text[: span.start]) is None]
    like = [span for span in free if article and case.one_language and ahead[span]] or free
    if not like:
        alike = [span for span in spans if is_country(_said(before, span)) == is_country(name)]
        like = [*spans] if len(spans) == 1 else alike
        return _with_instead(before, like[0].start, like[0].end, name) if len(like) == 1 else None
    span, there = like[0], ahead[like[0]]
    if article and there and case.one_language:
        return _with_instead(before, there.start(), span.end, article + name)
    return _with_instead(before, span.start, span.end, name)


def _with_instead(whole: Whole, start: int, end: int, said: str) -> Whole:
    return Whole(whole.text[:start] + said + whole.text[end:], whole.language)


def _pronoun(case: Case) -> Whole | None:
    """« Quand est-il arrivé ? »: who he is, where the question before or its answer tells."""
    who = _antecedent(case)
    if who is None or (case.language == "fr" and re.search(r"\bqu['’]", case.typed, re.IGNORECASE)):
        return None
    named = _naming(case.typed, who, case.language)
    if named is None:
        return None
    text = OPENER.sub("", named, count=1)
    others = [name for name in _names(case.before) if name not in who and name not in text]
    return bracketed(capital(text), ", ".join(others), case.language)


def _naming(text: str, who: str, language: Language) -> str | None:
    """``text`` with the name ``who`` where it says « il » or "she"; None where it does not."""
    if language == "fr" and (asked := HE_ASKED.search(text)):
        return f"{text[: asked.start()]}{who} {text[asked.start() :]}"
    if whom := WHOM.match(text):
        verb = re.sub(r"ée?s?\b", "é", whom["verb"])
        return with_end(f"{whom['who']} {verb}\u202f?", who)
    if he := HE[language].search(text):
        return text[: he.start()] + who + text[he.end() :]
    return None


def _antecedent(case: Case) -> str | None:
    """Whom « il », "she" means: who the last answer names, else the one whom the question is about."""
    short = case.turn.answer.short
    if short and kind_of(case.before.text) == "person" and "," not in short.text:
        return short.text
    free = [
        _said(case.before, span)
        for span in names_in(case.before.text, case.before.language)
        if _role(case.before.text[: span.start]) is None
    ]
    if case.language == "en":  # no country is "he"
        free = [name for name in free if not is_country(name)]
    return free[0] if free else None


def _names(whole: Whole) -> list[str]:
    return [_said(whole, span) for span in names_in(whole.text, whole.language)]


def _said(whole: Whole, span: Span) -> str:
    return whole.text[span.start : span.end]


def _is_name(text: str, language: Language) -> bool:
    """Whether ``text`` is one name and nothing else; the first word of a question may be one."""
    return names_in(f"x {text}", language) == (Span(2, 2 + len(text)),)


def _role(lead: str) -> str | None:
    """The preposition, with its article, on which ``lead`` ends; None without one."""
    found = INDIRECT.search(lead)
    return found[0] if found else None


def _same_part(one: str, other: str, case: Case) -> bool:
    """Whether two prepositions give a name the same part: « en Ukraine », « à Paris », and "to" for both."""
    parts = {_PARTS.get(word, word) for word in (_first_word(one), _first_word(other))}
    return len(parts) == 1 or (not case.one_language and parts == {"à", "to"})


def _first_word(preposition: str) -> str:
    return preposition.casefold().replace("’", "'").split()[0].rstrip("'")


def _is_vowel(word: str) -> bool:
    return word[:1].casefold() in "aeiouyhéèêâîôû"


_WAYS: tuple[Callable[[Case], Whole | None], ...] = (
    shifted_day, _other_asking, _which_of_them, _other_side, other_time, _other_name, _other_count, _pronoun,
)  # fmt: skip
