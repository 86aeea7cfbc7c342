"""A question whether there was more or less, as the question how much there was, which a passage answers."""

import re
from typing import NamedTuple

from corpus.article import Language

_END = r"(?P<rest>\b.*)\Z"
_CHANGED_FR = (
    r"(?:augment|diminu|baiss|progress|grandi|gross|recul|doubl|chang|évolu|chut|bond|grimp|mont)\w*"
)
_CHANGED_EN = (
    r"(?:gr[oe]w|grown|r[io]se|risen|f[ea]ll|fallen|increased?|decreased?|dropp?e?d?|shr[aiu]nk|changed?|doubled?"
    r"|climb(?:ed)?|jump(?:ed)?)"
)
_IT = r"(?:ils?|elles?)"
# “Has Lima built more bridges”.
_DONE_FR = (
    rf"(?P<one>[^,?]+?) (?P<has>a|ont|avait|avaient)-(?P<it>(?:t-)?{_IT}) (?P<verb>[\w’' -]+?)"
    r" (?:plus|moins|autant|davantage) (?P<what>d(?:e |['’])[\w’'-]+)"
)
_DONE_EN = (
    r"(?P<has>did|do|does|has|have|had) (?P<one>[^,?]+?) (?P<verb>[\w’'-]+)"
    r" (?:more|fewer|less|as (?:many|much)) (?P<what>[\w’' -]+?)"
)
# Each way to ask whether, and how the amount is asked for instead.
_WAYS: dict[Language, tuple[tuple[re.Pattern[str], str], ...]] = {
    "fr": tuple(
        (re.compile(way + _END, re.IGNORECASE), asked)
        for way, asked in (
            (r"y (?:avait|a|eut)-(?:t-)?il(?: eu)? (?:plus|moins|davantage) (?P<what>d(?:e |['’]))",
             r"Combien y avait-il \g<what>\g<rest>"),
            (rf"(?P<what>.+?) (?:était|étaient|est|sont|fut|furent|a|ont|avait|avaient)-(?:t-)?{_IT}"
             r" (?:été )?(?:plus|moins) [\w-]+", r"À combien s’élevait \g<what>\g<rest>"),
            (rf"(?:de combien )?(?P<what>.+?) (?:a|ont|avait|avaient)-(?:t-)?{_IT} {_CHANGED_FR}",
             r"À combien s’élevait \g<what>\g<rest>"),
            (rf"(?P<lead>(?:[^,?]+, )?){_DONE_FR}",
             r"\g<lead>combien \g<what> \g<one> \g<has>-\g<it> \g<verb>\g<rest>"),
        )
    ),
    "en": tuple(
        (re.compile(way + _END, re.IGNORECASE), asked)
        for way, asked in (
            (r"(?P<has>was|were|is|are) (?P<what>.+?) (?P<more>(?!other|after|over|under|number)[a-z]{2,}er)",
             r"How {more} \g<has> \g<what>\g<rest>"),
            (r"(?:was|were|is|are) there (?:more|fewer|less) (?P<what>\w+)",
             r"How many \g<what> were there\g<rest>"),
            (r"(?:did|do|does|have|has|had|were|was|are|is) (?:more|fewer) (?P<what>\w+)",
             r"How many \g<what>\g<rest>"),
            (rf"(?:by how much )?(?:did|has|have|had) (?P<what>.+?) {_CHANGED_EN}",
             r"What was \g<what>\g<rest>"),
            (_DONE_EN, r"How many \g<what> \g<has> \g<one> \g<verb>\g<rest>"),
        )
    ),
}  # fmt: skip
# Whom or what a second « que », “than” sets beside the first; a day or place would follow a preposition.
_OTHER_FR = (
    r"qu(?:e |['’])(?P<other>(?:(?:l[ae]s? |l['’])(?!\d)|ce(?:lui|lle|ux|lles) |(?-i:[A-ZÀ-ÖØ-Þ]))[^?]+?)"
)
_OTHER_EN = r"(?:than|as) (?P<other>(?:the |that of |those of |its |their |his |her )?(?!\d)[\w’'-]+[^?]*?)"
_NOT_EN = (
    r"(?:in|on|at|for|from|during|against|by|when|before|after|ever|expected|a"
    r"|the (?:day|week|month|year) before)"
)
_STOP = r"[\s\u00a0\u202f]*\?*\s*\Z"
_EACH: dict[Language, tuple[tuple[re.Pattern[str], str, str], ...]] = {
    "fr": (
        (
            re.compile(rf"{_DONE_FR} {_OTHER_FR}{_STOP}", re.IGNORECASE),
            r"Combien \g<what> ",
            r" \g<has>-\g<it> \g<verb>",
        ),
    ),
    "en": (
        (
            re.compile(rf"{_DONE_EN} (?!(?:than|as) {_NOT_EN}\b){_OTHER_EN}{_STOP}", re.IGNORECASE),
            r"How many \g<what> \g<has> ",
            r" \g<verb>",
        ),
        (
            re.compile(
                r"(?P<has>was|were|is|are) (?P<one>[^,?]+?) (?P<more>[a-z]{2,}er)"
                rf" (?!than {_NOT_EN}\b){_OTHER_EN}(?P<verb> (?:when|in|on|at) [^?]+?)?{_STOP}",
                re.IGNORECASE,
            ),
            r"How {more} \g<has> ",
            r"\g<verb>",
        ),
    ),
}
# Comparatives where no “than” follows, for a leader is none.
_SIZES = (
    r"(?:bigg|bright|cheap|clos|cold|deadli|deep|earli|fast|great|hard|heavi|high|hott|larg|lat|light|long|loud"
    r"|low|narrow|new|old|poor|quick|rich|saf|short|slow|small|steep|strong|tall|thick|thin|warm|weak|wid|young)"
    r"(?:er|est)"
)
_MOST_FR = r" (?:le )?(?:plus|moins|davantage) (?P<what>d(?:e |['’])[\w’'-]+)"
# “Who lost more people in the quake”, of which two follow: “…, Lima or Quito”.
_WHOSE: dict[Language, tuple[tuple[re.Pattern[str], str, str], ...]] = {
    "fr": (
        (
            re.compile(
                r"(?P<lead>(?:[^,?]+, )?)(?:qui|lequel|laquelle|quel(?:le)? [\w-]+)"
                rf" (?P<has>a|ont|avait|avaient) (?P<verb>[\w’' -]+?){_MOST_FR}{_END}",
                re.IGNORECASE,
            ),
            r"\g<lead>combien \g<what> ",
            r" \g<has>-t-il \g<verb>\g<rest>",
        ),
        (
            re.compile(
                r"(?P<lead>(?:[^,?]+, )?)(?:(?:qui|lequel|laquelle) (?P<verb>(?!a\b|ont\b)[\w’'-]+)"
                rf"|quel(?:le)? [^,?]+? (?P<had>(?:a|ont|avait|avaient) [\w’'-]+)){_MOST_FR}{_END}",
                re.IGNORECASE,
            ),
            r"\g<lead>combien \g<what>\g<rest> \g<verb>\g<had> ",
            "",
        ),
        (
            re.compile(
                rf"où (?P<one>[^,?]+?) (?P<has>a|ont|avait|avaient)-(?P<it>(?:t-)?{_IT}) (?P<verb>[\w’'-]+)"
                rf"{_MOST_FR}{_END}",
                re.IGNORECASE,
            ),
            r"combien \g<what> \g<one> \g<has>-\g<it> \g<verb>\g<rest> ",
            "",
        ),
    ),
    "en": (
        (
            re.compile(
                r"(?P<lead>(?:[^,?]+, )?)(?:who|which(?: [\w-]+)?) (?P<be>is|was|are|were) (?:the )?"
                rf"(?P<more>{_SIZES}(?: one)?){_END}",
                re.IGNORECASE,
            ),
            r"\g<lead>how {more} \g<be> ",
            r"\g<rest>",
        ),
        (
            re.compile(
                r"(?P<lead>(?:[^,?]+, )?)(?:who|which(?: [\w-]+)?) (?P<verb>(?:has |have |had )?\w+)"
                rf" (?:the )?(?:more|most|fewer|fewest|less|least) (?P<what>[\w-]+){_END}",
                re.IGNORECASE,
            ),
            r"\g<lead>how many \g<what> ",
            r" \g<verb>\g<rest>",
        ),
        (
            re.compile(
                r"where (?:did|do|have|has) (?:the )?(?:more|most|fewer|fewest) (?P<what>[\w-]+)"
                rf" (?P<verb>[\w’'-]+){_END}",
                re.IGNORECASE,
            ),
            r"how many \g<what> \g<verb>\g<rest> ",
            "",
        ),
    ),
}
_MASS = re.compile(
    r"How many(?= (?:energy|money|power|water|oil|gas|time|aid|help|land|ground|territory|support|damage)\b)"
)
_ARTICLE = re.compile(r"(?<=s’élevait )(?:L[ae]s? |L['’])")
_DOUBLED = re.compile(r"([bdgmnt])\1\Z")
_MUTE = ("larg", "saf", "wid", "clos", "fierc", "sever", "lat", "nic")


def amount_asked(question: str, language: Language) -> str:
    """“Was the crowd larger on Monday” as “How large was the crowd on Monday”; any other as it is."""
    for way, asked in _WAYS[language]:
        if found := way.match(question):
            return _ARTICLE.sub(lambda article: article[0].lower(), _told(found, asked))
    return question


class AmountOfEach(NamedTuple):
    """The question how much there is of ``one`` or the ``other``, of what stands ``before`` and ``after``."""

    one: str
    other: str
    before: str
    after: str

    def of(self, *sides: str) -> tuple[str, ...]:
        """The question about each of ``sides``."""
        return tuple(f"{self.before}{side}{self.after}" for side in sides)


def amount_of_each(question: str, language: Language) -> AmountOfEach | None:
    """What “Has Lima built more bridges than Quito?” compares; None when it sets nobody beside another."""
    return next(
        (
            AmountOfEach(found["one"], found["other"], *_asked(found, before, after))
            for way, before, after in _EACH[language]
            if (found := way.match(question))
        ),
        None,
    )


def amount_of_either(stem: str, one: str, other: str, language: Language) -> AmountOfEach | None:
    """What ``stem``, “Who built more bridges”, asks of ``one`` and ``other``; None when of no amount."""
    return next(
        (
            AmountOfEach(one, other, *_asked(found, before, after))
            for way, before, after in _WHOSE[language]
            if (found := way.match(stem))
        ),
        None,
    )


def _asked(found: re.Match[str], before: str, after: str) -> tuple[str, str]:
    """What stands before and after the side that the question how much is about."""
    return _told(found, before), found.expand(after)


def _told(found: re.Match[str], asked: str) -> str:
    """The question how much, or its beginning, with the positive of a comparative."""
    words, told = found.groupdict(), found.expand(asked)
    if has := words.get("has"):
        told = told.replace(f" {has} ", f" {has.lower()} ")
    told = _MASS.sub("How much", told)
    if more := words.get("more"):
        told = told.replace("{more}", _positive(more))
    return told[:1].upper() + told[1:]


def _positive(comparative: str) -> str:
    """“large” of “larger” and “largest”, “big” of “bigger”, “heavy” of “heavier”, “old” of “younger”."""
    stem = comparative.lower().removesuffix(" one").removesuffix("er").removesuffix("est")
    if stem == "young":
        return "old"
    if stem.endswith("i"):
        return f"{stem[:-1]}y"
    return f"{stem}e" if stem in _MUTE else _DOUBLED.sub(r"\1", stem)
