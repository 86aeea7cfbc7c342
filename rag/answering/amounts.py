"""A question whether there was more or less, as the question how much there was, which a passage answers."""

import re

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
# Each way to ask whether, and how the amount is asked for instead.
_WAYS: dict[Language, tuple[tuple[re.Pattern[str], str], ...]] = {
    "fr": tuple(
        (re.compile(way + _END, re.IGNORECASE), asked)
        for way, asked in (
            (r"y (?:avait|a|eut)-(?:t-)?il(?: eu)? (?:plus|moins|davantage) (?P<what>d(?:e |['’]))",
             r"Combien y avait-il \g<what>\g<rest>"),
            (rf"(?P<what>.+?) (?:était|étaient|est|sont|fut|furent|a|ont|avait|avaient)-(?:t-)?{_IT}"
             r" (?:été )?(?:plus|moins) [\w-]+", r"À combien s’élevait \g<what>\g<rest>"),
            (rf"(?P<what>.+?) (?:a|ont|avait|avaient)-(?:t-)?{_IT} {_CHANGED_FR}",
             r"À combien s’élevait \g<what>\g<rest>"),
        )
    ),
    "en": tuple(
        (re.compile(way + _END, re.IGNORECASE), asked)
        for way, asked in (
            (r"(?:was|were|is|are) there (?:more|fewer|less) (?P<what>\w+)",
             r"How many \g<what> were there\g<rest>"),
            (r"(?:did|do|does|have|has|had|were|was|are|is) (?:more|fewer) (?P<what>\w+)",
             r"How many \g<what>\g<rest>"),
            (rf"(?:did|has|have|had) (?P<what>.+?) {_CHANGED_EN}", r"What was \g<what>\g<rest>"),
        )
    ),
}  # fmt: skip
_COMPARATIVE = re.compile(
    rf"(?P<be>was|were|is|are) (?P<what>.+?) (?P<more>(?!other|after|over|under|number)[a-z]{{2,}}er){_END}",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?<=s’élevait )(?:L[ae]s? |L['’])")
_DOUBLED = re.compile(r"([bdgmnt])\1\Z")
_MUTE = ("larg", "saf", "wid", "clos", "fierc", "sever", "lat", "nic")


def amount_asked(question: str, language: Language) -> str:
    """“Was the crowd larger on Monday” as “How large was the crowd on Monday”; any other as it is."""
    if language == "en" and (found := _COMPARATIVE.match(question)):
        return f"How {_positive(found['more'])} {found['be'].lower()} {found['what']}{found['rest']}"
    for way, asked in _WAYS[language]:
        if found := way.match(question):
            return _ARTICLE.sub(lambda article: article[0].lower(), found.expand(asked))
    return question


def _positive(comparative: str) -> str:
    """“large” of “larger”, “big” of “bigger”, “heavy” of “heavier”."""
    stem = comparative.lower().removesuffix("er")
    if stem.endswith("i"):
        return f"{stem[:-1]}y"
    return f"{stem}e" if stem in _MUTE else _DOUBLED.sub(r"\1", stem)
