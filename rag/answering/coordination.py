"""Two things that a question names side by side: « la police et les organisateurs », “Ann Lee or Bo Ray”."""

import re

# What leads to a name or noun, and the name or noun; capitals tell them apart, so case counts.
_ARTICLE = r"(?:[Ll][ae]s? |[Tt]he |[Ll]['’])"
LEAD = rf"(?:(?:de |à )?{_ARTICLE}|d['’]|(?:du|des|de|aux?|of|in|à|en) )?"
_NAME = r"[A-ZÀ-ÖØ-Þ][\w’'-]*(?: (?:(?:de|du|of) )?[A-ZÀ-ÖØ-Þ][\w’'-]*)*"
_NO_QUESTION = (
    r"(?!(?i:which|who|whom|what|where|when|how|why|d[io]d?|does|is|are|was|were|ha[sd]|have|can|qui|que|où|quand"
    r"|combien|comment|pourquoi|quel(?:le)?s?)\b)"
)
HEAD = rf"{_NO_QUESTION}(?:{_NAME}|[\w-]+(?:['’]s)?)"
_PAIR = re.compile(
    rf"(?P<one>{_ARTICLE}[\w-]+ (?:[\w-]+ )?(?=(?:et|and|ou|or) {_ARTICLE})|{LEAD}{HEAD} )"
    rf"(?P<or>et|and|ou|or) (?P<other>{LEAD}{HEAD})"
)
_END = r"[\s\u00a0\u202f]*\?*\s*\Z"
_EITHER = re.compile(
    rf"[,:]\s(?P<one>[^,:?]+?),? (?:ou|or) (?P<other>[^,:?]+?)(?P<rest>,[^,?]+?)?{_END}", re.IGNORECASE
)
_FIRST = re.compile(
    r"^(?P<one>[^,:?]+?) (?:ou|or) (?P<other>[^,:?]+?)[\s\u00a0\u202f]*[,:–—-] "
    rf"(?P<rest>(?:qui|lequel|laquelle|lesquel(?:le)?s|who|which)\b[^?]+?){_END}",
    re.IGNORECASE,
)
_OF_TWO = re.compile(
    r"^(?:entre|between|of|d['’]entre|de) (?P<one>[^,?]+?) (?:et|and) (?P<other>[^,?]+?), "
    rf"(?P<rest>[^?]+?){_END}",
    re.IGNORECASE,
)
_BY = r"(?:selon|d['’]après|according to)"
_TELLERS = re.compile(
    rf"(?P<by>\b{_BY}) (?P<one>[^,?]+?),? (?:et|and) (?:{_BY} |to |(?={_ARTICLE}|[A-ZÀ-ÖØ-Þ]))"
    r"(?P<other>[^,?]+?)(?=[\s\u00a0\u202f]*(?:[?,]|\Z))"
)
# What a teller does with a figure: “how many did Lima admit losing”, « combien Lima en revendique-t-elle ».
_TELLS = (
    r"(?:sa(?:y|id)|admit|claim|report|announce|acknowledge|concede|declare|estimate|count|give|put|speak|confirm"
    r"|reconna[iî]|admet|admis|revendiqu|annonc|affirm|avanc|compt|déclar|donn|di(?:t|s)|estim|évoqu|dénombr"
    r"|recens|confirm|parl)"
)
_HOW_MANY = r"(?:how (?:many|much)|combien)"
_TELLER = (
    rf"(?:(?<=do )|(?<=does )|(?<=did )|(?<=have )|(?<=has )|(?=[^,?]+?-(?:t-)?(?:il|elle)s?\b))"
    rf"(?P<{{name}}>{LEAD}{HEAD}) (?:en )?(?:a-t-|ont-|avai(?:en)?t-)?(?:(?:il|elle)s? )?{_TELLS}"
)
_EACH_TELLS = re.compile(
    rf"^(?P<first>[^,?]*?\b(?i:{_HOW_MANY})\b[^,?]*?{_TELLER.format(name='one')}[^,?]*?),? "
    rf"(?:et|and|but|mais) {_HOW_MANY} (?:do |does |did |have |has )?{_TELLER.format(name='other')}[\w-]*"
    rf"(?: (?:to have|avoir) \w+)?(?P<where> (?:in|at|on|during|à|au|aux|en|dans|lors) [^,?]+?)?{_END}"
)
_EACH = re.compile(
    r"\b(?:chacune?s?|respectivement|tous deux|toutes deux|each|respectively|both)\b ?", re.IGNORECASE
)
# What two do, each for himself: they say, answer, think; their ages and figures are compared.
_SINGLY = re.compile(
    r"\b(?:réag\w+|répond\w*|répliqu\w+|dit|disent|affirm\w+|pens\w+|voi(?:en)?t|jug\w+|estim\w+|avanc\w+"
    r"|donn\w+|annonc\w+|défend\w+|expliqu\w+|âges?|s['’]accord\w+|d['’]accord|(?:le|la|les) mêmes?|versions?"
    r"|react\w*|respon[ds]\w*|repl(?:y|ies|ied)|sa(?:y|id|ys)|claim\w*|think|thought|views?|viewed|describ\w*"
    r"|g[ia]ves?|explain\w*|argu\w+|old|agree|the same|accounts?|which of|l(?:e|a)quel(?:le)? (?:de|d['’]))"
    r"(?![\w-]*\bby\b)",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"(?:(?:de |à )?{_ARTICLE}|{LEAD}[A-ZÀ-ÖØ-Þ])")


def apart(question: str, *, compares: bool) -> tuple[str, ...]:
    """The questions about each of the two that “A and B” joins, where they do not do one thing together.

    « Comment Rome et Lima ont-elles réagi ? »; “A or B” is one of two when the question ``compares``.
    """
    each = _EACH.search(question) is not None
    for found in _PAIR.finditer(question):
        both = found["or"] in ("et", "and")
        named = all(_NAMED.match(found[side]) for side in ("one", "other"))
        if (both and (each or (named and _SINGLY.search(question)))) or (not both and named and compares):
            before, after = question[: found.start()], question[found.end() :]
            return tuple(_EACH.sub("", f"{before}{found[side].rstrip()}{after}") for side in ("one", "other"))
    return ()


def told_by_each(question: str) -> tuple[str, ...]:
    """“How many does A admit losing, and how many does B claim?”: the first half, of A and of B."""
    found = _EACH_TELLS.search(question)
    if not found:
        return ()
    before, after = question[: found.start("one")], question[found.end("one") : found.end("first")]
    return tuple(f"{before}{found[side]}{after}{found['where'] or ''}?" for side in ("one", "other"))


def alternatives(question: str) -> tuple[str, str, str] | None:
    """What “…, A or B?”, “A or B: …?” and “Of A and B, …?” ask for, and the two; None without two."""
    if found := _OF_TWO.search(question) or _FIRST.search(question):
        return found["rest"][:1].upper() + found["rest"][1:], found["one"], found["other"]
    if found := _EITHER.search(question):
        stem = question[: found.start()] + (found["rest"] or "").removeprefix(",")
        return stem, found["one"], found["other"]
    return None


def tellers(question: str) -> tuple[str, ...]:
    """The questions for the word of either: “…, according to Lima and according to the press?”."""
    found = _TELLERS.search(question)
    if not found:
        return ()
    before, after = question[: found.start()], question[found.end() :]
    return tuple(f"{before}{found['by']} {found[side]}{after}" for side in ("one", "other"))
