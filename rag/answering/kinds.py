"""What kind of thing a question asks for, and how many of them: French and English alike."""

import re
from typing import Literal

Kind = Literal["person", "organisation", "date", "number", "place", "reason", "quotation", "verdict", "other"]

_WHICH = r"(?:quel(?:le)?s?|what|which)"
# Up to two words between the question word and its noun: “the corrected death toll”, « est le bilan ».
_BETWEEN = r"(?:(?:est|était|a été|fut|is|was|were|are) )?(?:(?:le|la|les|the|its|their|son|sa|leur) |l['’])?"
_COUNTED = (
    r"(?:nombre|bilan|montant|prix|coût|salaire|loyer|taux|magnitude|score|part|pourcentage|proportion|durée"
    r"|population|distance|profondeur|quantité|superficie|température|énergie|volume|somme|affluence|âge|vitesse"
    r"|hauteur|number|death toll|toll|count|amount|price|cost|salary|rate|share|percentage|total|depth"
    r"|volume|quantity|area|temperature|energy|sum|turnout|age|speed|height|majority|margin)"
)
_TIMES = r"(?:jour|date|heure|année|mois|day|date|year|month|time)"
_PLACES = (
    r"(?:ville|pays|région|lieu|endroit|capitale|province|commune|city|country|place|region|town|capital)"
)
_PEOPLE = (
    r"(?:ministre|président|présidente|dirigeant|dirigeante|responsable|joueur|joueuse|candidat|candidate"
    r"|premier ministre|minister|president|leader|player|official|candidate|prime minister)"
)
_BODIES = (
    r"(?:organisation|parti|entreprise|société|agence|banque|institution|syndicat|club|équipe|tribunal"
    r"|company|party|agency|bank|body|union|team|court|firm|group)"
)
_SAYS = (
    r"(?:dit|déclaré|répondu|affirmé|promis|annoncé|estimé|demandé|expliqué|say|said|declare|answer|claim"
    r"|promise|announce|explain)"
)
_ASKED = r"(?:qu[ei]|quand|où|quel|comment|pourquoi|combien|wh|how)"


def _asks(*ways: str) -> re.Pattern[str]:
    return re.compile("|".join(ways), re.IGNORECASE)


_HOUR = _asks(r"\bquelle heure\b", r"\b(?:what|which) (?:time|hour)\b")
# Patterns are tried in order; the first that matches names the kind.
_ASKS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "number",
        _asks(
            r"\bcombien\b",
            r"\bhow (?:many|much|long|old|big|large|high|far|strong|deep|fast|tall|wide|heavy)\b",
            rf"\b{_WHICH} {_BETWEEN}(?:[\w'’-]+ ){{0,2}}?{_COUNTED}\b",
            # « le bilan du séisme », typed or left of a question about sources
            rf"^(?!.*\b{_ASKED})(?:(?:le|la|les|the) |l['’])?(?:[\w-]+ )?{_COUNTED}"
            r" (?:d['’]|(?:des?|du|of|in)\b)",
        ),
    ),
    (
        "date",
        _asks(
            # « quand » and “when” ask where a clause begins; elsewhere they join two clauses.
            r"(?:^|[,;:] (?:et |and )?|\b(?:depuis|jusqu['’]à|dès|à|pour|c['’]est|est-ce|since|until|by|et"
            r"|and) )(?:quand|when)\b",
            rf"\b{_WHICH} {_BETWEEN}(?:[\w-]+ )?{_TIMES}\b",
        ),
    ),
    (
        "person",
        _asks(r"\b(?:qui|who|whom|whose)\b", rf"\b{_WHICH} (?:\w+ )?{_PEOPLE}\b"),
    ),
    ("place", _asks(r"(?:^|[^\w])(?:d['’])?où\b", r"\bwhere\b", rf"\b{_WHICH} {_PLACES}\b")),
    ("organisation", _asks(rf"\b{_WHICH} (?:\w+ )?{_BODIES}\b")),
    ("reason", _asks(r"\b(?:pourquoi|pour quelles? raisons?|why|how come)\b")),
    (
        "quotation",
        _asks(
            rf"^(?:que\b|qu['’])[^,?]{{0,60}}\b{_SAYS}\b",
            rf"^what (?:did|does|do|has|have)[^,?]{{0,60}}\b{_SAYS}\b",
        ),
    ),
    (
        "verdict",
        _asks(
            r"^(?:est-ce qu|(?:do|does|did|is|are|was|were|has|have|had|can|could|will) )",
            r"^(?!(?:qu|comment|où|de qu|à qu|par qu|en qu|dans qu|pour))"
            r".*[^\W\d_]-(?:t-)?(?:il|elle|ils|elles|on)\b",
        ),
    ),
)

# What a source gives of its own.
_ACCOUNT = (
    r"(?:figures?|numbers?|tolls?|counts?|ratios?|estimates?|stor(?:y|ies)|versions?|things?|chiffres?|nombres?"
    r"|bilans?|estimations?|récits?|choses?)"
)
# Sides that say something; two that meet or sign are none.
_TOLD = (
    r"\b(?:dit|dis|affirm|selon|d['’]après|avanc|revendiqu|annonc|déclar|recon+a|sa(?:y|id)|claim|accord|report"
    r"|admit|announc|put|g[ia]ve)"
)
_CONTESTED = _asks(
    r"\b(?:concord|d['’]accord|contredi|divergen|désaccord|vraiment)",
    r"\b(?:la même chose|le même nombre|différentes? (?:sources|estimations?|versions?|chiffres|bilans))",
    rf"^(?=.*{_TOLD}).*\b(?:chaque camp|(?:les|des) deux (?:camps|côtés)|l['’]un et l['’]autre camp"
    r"|de part et d['’]autre|(?:both|two|either|each) (?:sides?|camps?))\b",
    r"\b(?:agree(?:d|ment)?|disagree|differ|contradict|different (?:sources|estimates|versions))",
    rf"\b{_WHICH} [^?]*\b(?:versions|accounts|récits)\b|\b(?:les deux|both|two) (?:versions|accounts)\b",
    rf"\b(?:the same|les? mêmes?|la même) (?:[\w-]+ )?{_ACCOUNT}\b",
    rf"\b{_ACCOUNT} [^?]*\b(?:disputed|contested|contestée?s?|controversée?s?|var(?:y|ies|ie|ient))\b",
    r"\bd['’]une source à l['’]autre|\bfrom (?:one )?source to (?:source|another)",
    r"\b(?:qui a raison|who(?: is|['’]s) right|qui accuse qui|who (?:accuses|blames) whom)\b",
    r"\b(?:selon|d['’]après|according to) [^?]+ (?:et|and) (?:selon|d['’]après|according to|to)\b",
)
_PLURAL = _asks(
    r"\bquel(?:le)?s (?!que soit)",
    r"\b(?:what|which) (?:other |two |three |four |new )?(?:[\w’'-]+ ){0,2}?"
    r"(?!(?:is|was|has|does|gas|news)\b)[a-z]{2,}(?<![sui])s\b",
    r"\b(?:what|which|quels?) (?:other )?(?:people|men|women|children|countries|media)\b",
    r"\bqui (?:sont|étaient|furent) (?:les|ces)\b",
    r"\bwho (?:are|were) (?:the|these) (?:[\w’'-]+ ){0,2}?[a-z]{2,}s\b",
    r"^comment s['’]appel(?:l?ent|aient)\b|^(?:sur|de) quoi (?:porte(?:nt|ront)?|portai(?:en)?t|ont porté)\b",
    r"^(?:que|de quoi) (?:comprend|contient|contenait|comprenait|se compose)",
    r"^what (?:does|did|do) [^?]*\b(?:include|contain|consist)",
    r"\b(?:citez|nommez|énumérez|list|name) ",
)
# The present, or the last of several counts; a final alone may be a match.
_NOW = _asks(
    r"\b(?:now|nowadays|presently|at present|these days|today|so far|to date|yet|in the end)\b",
    r"\b(?:current(?:ly)?|latest|newest|most recent|corrected|revised|updated)\b",
    r"\b(?:last|final) (?:[\w-]+ )?(?:count|figure|toll|tally|report|number)s?\b",
    r"\b(?:maintenant|désormais|actuel\w*|à présent|aujourd['’]hui|ces jours-ci|à ce jour|au final)\b",
    r"\b(?:en fin de compte|plus récente?s?|définiti\w+|rectifiée?s?|corrigée?s?|révisée?s?)\b",
    r"\b(?:derniers?|nouveaux?|nouvel) (?:bilan|chiffre|décompte|compte|comptage|nombre)s?\b",
    r"\b(?:bilan|chiffre|décompte|compte|comptage|nombre)s? (?:[\w-]+ )?fina(?:l|ux)\b",
    # Who leads is who does now; “who is the …” may describe somebody once and for all.
    r"^(?:qui|who) (?:dirige|préside|gouverne|leads|heads|runs|governs|chairs)\b",
)
_LIKENS = _asks(r"\b(?:compar|differ|diff[èé]r)\w*\b")
_QUESTION_WORD = (
    r"(?:(?:à|de|par|pour|depuis|dans|en|avec|vers|sur|jusqu['’]à|in|on|at|by|to|from|since|for|with|of) )?"
    r"(?:qui|que|quel(?:le)?s?|combien|quand|où|comment|pourquoi|what|which|who|whom|whose|when|where|how|why)\b"
)
_JOINT = re.compile(rf",? (?:et|and) (?={_QUESTION_WORD})", re.IGNORECASE)


def asks_for_hour(question: str) -> bool:
    """Whether a time of day is asked for: « À quelle heure … ? », “What time …?”."""
    return bool(_HOUR.search(question))


def kind_of(question: str) -> Kind:
    """The kind of answer that ``question`` asks for; ``other`` when its words do not say."""
    return next((kind for kind, pattern in _ASKS if pattern.search(question)), "other")


def is_contested(question: str) -> bool:
    """Whether ``question`` asks how what several say compares."""
    return _CONTESTED.search(question) is not None


def asks_for_now(question: str) -> bool:
    """Whether ``question`` asks what holds now, or for the newest of several counts; not how they differ."""
    return _NOW.search(question) is not None and not _LIKENS.search(question)


def asks_for_several(question: str) -> bool:
    """Whether one thing may not answer ``question``: a list, or how several accounts compare."""
    return _PLURAL.search(question) is not None or is_contested(question)


def parts_of(question: str) -> tuple[str, ...]:
    """The questions that « et » or “and” joins to ``question``, itself alone when it is one."""
    return tuple(_JOINT.split(question))
