"""Whose word a sentence gives, and whether it denies what somebody else said."""

import re

from corpus.article import Language, Span
from corpus.text.analyser import content_words
from rag.answering.leaning import leans
from rag.answering.powers import powers_in

# Stems of the verbs by which news gives somebody's word.
_SAYS: dict[Language, str] = {
    "fr": (
        r"affirm|assur|estim|déclar|annonc|rejet|accus|évalu|avanc|compt|dénombr|recens|revendiqu|chiffr|confirm"
        r"|contest|jug|précis|rapport|crédit|identifi|qualifi|réfut|expliqu|indiqu|soulign|répliqu|reproch"
        r"|dénonc|ajout|rectifi|évoqu|ni"
    ),
    "en": (
        r"said|says?|told|tells?|claims?|claimed|announced|insist(?:s|ed)|maintain(?:s|ed)|estimate[sd]?"
        r"|put|puts|count(?:s|ed)|record(?:s|ed)|identified|report(?:s|ed)|sp(?:oken?|eaks?) of"
        r"|admit(?:s|ted)|conced(?:es|ed)"
        r"|den(?:y|ies|ied)|reject(?:s|ed)?|accuse[sd]?|blame[sd]?|confirm(?:s|ed)|dismiss(?:es|ed)|argue[sd]?"
        r"|acknowledge[sd]|declare[sd]|warn(?:s|ed)|complain(?:s|ed)|credit(?:s|ed)|refute[sd]?|replied"
    ),
}
_VERB: dict[Language, str] = {
    "fr": (
        rf"(?:(?:{_SAYS['fr']})(?:t?e|t?ent|ait|aient)|(?:a|ont|avai(?:en)?t) (?:\w+ )?(?:(?:{_SAYS['fr']})é"
        r"|dit|démenti|soutenu|reconnu|admis|répondu|fait état|parlé d(?:es?|u)?)|dit|disent|dément(?:ent)?"
        r"|soutien(?:t|nent)|reconna(?:ît|issent)|répond(?:ent)?|admet(?:tent)?|f(?:ai|on)t état"
        r"|parle(?:nt)?(?:, (?:lui|elle|eux|elles),)? d(?:es?|u)?)"
    ),
    "en": rf"(?:{_SAYS['en']})",
}
# Verbs that may stand before whoever says it: « …, a affirmé dimanche le ministère ».
_TURNED: dict[Language, str] = {
    "fr": (
        r"(?:(?:a|ont) (?:dit|affirmé|assuré|annoncé|déclaré|estimé|précisé|ajouté|indiqué|expliqué|rectifié)"
        r"|affirme|assure|estime|annonce|précise|indique|explique|rectifie)"
    ),
    "en": r"(?:said|says)",
}
_ACCORDING = re.compile(r"\b(?:selon|d['’]après|according to)\s+([^,;:.?]+)", re.IGNORECASE)
_ACCORDING_TO = re.compile(r"\b(?:selon|d['’]après|according to)\b", re.IGNORECASE)
_INVERTED = {
    language: re.compile(rf"[,»”\"]\s+{verb} (?![^.;]*(?:\bthat\b|\bque\b|\bqu['’]))([^,;:.]+)")
    for language, verb in _TURNED.items()
}
_CLOSING: dict[Language, re.Pattern[str]] = {
    "fr": re.compile(r"[,»] ([^,;:]+?) (?:l['’])?(?:a|ont) (?:affirmé|assuré|dit)[.…]?\Z"),
    "en": re.compile(r"[,”\"] ([^,;:]+?) (?:said|says)[.…]?\Z"),
}
_SUBJECT = {
    language: re.compile(rf"(?:\A|[;:] )([^;:]+?),?\s{verb}(?![\w-])") for language, verb in _VERB.items()
}
# Before a verb: a pronoun that names nobody, a passive; before what is no verb: its article.
_NOBODY = re.compile(
    r"(?:\b(?:il|elle|ils|elles|on|qui|he|she|it|they|who|which|was|were|been|be|being|is|are|to|a|an|the"
    r"|this|these|its|their|no|le|la|les|un|une|des|ces?|cette|ses|leurs?|de|du|en|au|aux|par|of|by)|l['’]"
    r"|-(?:il|elle))\Z",
    re.IGNORECASE,
)
# Where the word of one ends and that of another begins within a sentence.
_BREAK = re.compile(
    r"; |,? (?:while|whereas|tandis que|alors que|contre|against|mais|but) "
    r"|(?:,| (?:à|et|and)|(?<!according) to) (?=(?:[^,;]|,\d){0,40} (?:selon|d['’]après|according to)\b)"
    r"| (?:et|and) (?=(?:(?:la|les?|the) |l['’])[^\d,;]{2,40} \d)",
    re.IGNORECASE,
)
# « … et la police 34 000 »: the verb is that of the other.
_GAPPED = re.compile(r"((?:(?:la|les?|the) |l['’])[^\d,;]{2,40}) \d", re.IGNORECASE)
_CHARGES: dict[Language, str] = {
    "fr": r"(?:accusation|reproche|version|critique|allégation|affirmation|mise en cause)s?",
    "en": r"(?:claim|accusation|complaint|allegation|charge|report|criticism|account|version)s?",
}
_DENIES: dict[Language, re.Pattern[str]] = {
    "fr": re.compile(
        r"\b(?:démen(?:t|ti|tent|tait)|ni(?:e|ent|é|ait)|réfut\w+|conteste(?:nt)?|a contesté)\b"
        r"|\bcontredi(?:t|sent)\b|\bfaux\b|\bmensong\w+"
        rf"|\brejet\w+ (?:ces?|cette|les?|la|toutes? \w+|l['’]) ?(?:\w+ )?{_CHARGES['fr']}",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:den(?:y|ies|ied|ying)|refut(?:e|es|ed|ing)|contradict(?:s|ed)?|untrue|false|lies)\b"
        r"|\bdisput(?:es|ed|ing) (?:the|that|this|these|any)\b"
        rf"|\b(?:reject|dismiss)(?:s|es|ed|ing)? (?:the|this|that|these|those|any|all|such) (?:\w+ )?"
        rf"{_CHARGES['en']}",
        re.IGNORECASE,
    ),
}


def teller(sentence: str, language: Language) -> frozenset[str]:
    """The stems of what names whoever says what ``sentence`` tells; empty when nobody or a pronoun does."""
    return frozenset(content_words(speaker(sentence, language), language))


def speaker(sentence: str, language: Language) -> str:
    """The words that name whoever says what ``sentence`` tells; empty when nobody or a pronoun does."""
    found = (
        _ACCORDING.search(sentence)
        or _INVERTED[language].search(sentence)
        or _CLOSING[language].search(sentence)
        or _SUBJECT[language].search(sentence)
    )
    if not found or leans(found[1].strip() + " ", language) or _NOBODY.search(found[1]):
        return ""
    return found[1]


def clauses(sentence: str, language: Language) -> tuple[tuple[Span, frozenset[str]], ...]:
    """The parts of ``sentence`` that give somebody's word, each with its teller: “A says 5; B says 7”."""
    ends = [(match.start(), match.end()) for match in _BREAK.finditer(sentence)]
    starts = [0, *(end for _, end in ends)]
    spans = zip(starts, [*(start for start, _ in ends), len(sentence)], strict=True)
    told = ((Span(*span), sentence[slice(*span)]) for span in spans)
    found = ((span, teller(text, language) or _gapped(text, language)) for span, text in told)
    return tuple((span, who) for span, who in found if who)


def of_one_teller(question: str) -> bool:
    """Whether ``question`` asks for the word of one: « selon la police »."""
    return len(_ACCORDING_TO.findall(question)) == 1


def _gapped(clause: str, language: Language) -> frozenset[str]:
    found = _GAPPED.match(clause)
    return frozenset(content_words(found[1], language)) if found else frozenset()


def apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two tellers, neither of them nobody, are two: neither is the other in fewer words."""
    return not (one <= other or other <= one)


def on_two_words(one: tuple[str, Language], other: tuple[str, Language]) -> bool:
    """Whether two sentences, each with its language, are told by two."""
    tellers = teller(*one), teller(*other)
    return all(tellers) and apart(*tellers)


def of_two_powers(one: tuple[str, Language], other: tuple[str, Language]) -> bool:
    """Whether those who tell are of two countries: neither brings the count of the other up to date."""
    powers = powers_in(speaker(*one)), powers_in(speaker(*other))
    return all(powers) and not powers[0] & powers[1]


def denies(sentence: str, language: Language) -> bool:
    """Whether ``sentence`` denies what somebody said: no court's refusal of an appeal, no refusal to act."""
    return _DENIES[language].search(sentence) is not None
