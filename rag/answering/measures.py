"""Which figures a question can mean: times for how long, a currency for how much money, none for how many."""

import re
from collections.abc import Callable, Sequence

from corpus.text.normalise import fold_accents
from corpus.text.units import unit_after
from rag.answering.figures import Figure, is_money, is_time

_Admits = Callable[[str], bool]


def _asks(*ways: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(ways)})", re.IGNORECASE)


_COINS = "coins"  # the unit of a bare figure before the name of money that is no `corpus.text.numbers` unit
_OTHER_MONEY = re.compile(
    r"[ \u00a0\u202f](?:(?:de |of )|d['’])?(?:\w+ )?(?:francs?|rands?|roupies?|rupees?|livres?|yens?|yuans?"
    r"|roubles?|rubles?|shekels?|lires?|liras?|couronnes?|kron[aeo]\w*|crowns?|zlotys?|pesos?|dirhams?|dinars?"
    r"|hryvnias?|wons?|pounds?|kina|kunas?|ringgits?|bahts?|takas?|gourdes?|nairas?|cedis?|birrs?|shillings?"
    r"|tenges?|dongs?|riy?als?|afghanis?|kyats?|quetzals?|bolivianos?|soles|reais|lempiras?|guaran[ií]s?"
    r"|colone?s|leva?|lei|forints?|ariary|kwachas?|meticais|rupiahs?|ouguiyas?|manats?|rufiyaas?|vatus?"
    r"|escudos?|dalasis?|drams?|cents?|pence|centimes?)\b",
    re.IGNORECASE,
)
_LENGTHS = ("s", "min", "h", "day", "week", "month", "year")  # of time, shortest first
_IN_UNITS = re.compile(
    r"\b(?:combien d['’e] ?|how many )(?:(?P<s>second)|(?P<min>minute)|(?P<h>heure|hour)|(?P<day>jour|day)"
    r"|(?P<week>semaine|week)|(?P<month>mois|month)|(?P<year>ans?\b|année|year))",
    re.IGNORECASE,
)
_AGE = _asks("quel âge", "how old", "at what age")
# « Ana Roy, 37 ans, », “Roy (37)”, “aged 37”, “a 37-year-old”: thirteen years may also be a time in office.
_AGED = re.compile(r"(?:[,(] ?|\A[ÀA]t? |\b(?:aged?|âgée?s?(?: de)?|fête|turned|turns) )\Z", re.IGNORECASE)
_OLD = re.compile(r"(?:[-\u2010-\u2012 \u00a0]years?)?[- ]olds?\b")
_OLDEST = 130  # years of a human life
_COUNTED = re.compile(r"\b(?:combien d(?:e |['’])|how many )(?P<noun>[^\W\d_]{3,})", re.IGNORECASE)
# « 37 des 40 pilotes », “eleven of the coalition’s 64 seats”: both count the same.
_PART = re.compile(
    r"[ \u00a0\u202f](?:des|de (?:ses|leurs)|sur(?: les)?|(?:out )?of)[ \u00a0\u202f]"
    r"(?:[^\W\d]+(?:['’]s?)? ){0,3}"
)
# The first that a question matches says which units answer it; one that matches none asks for a count.
_MEASURES: tuple[tuple[re.Pattern[str], _Admits], ...] = (
    (
        _asks(
            r"combien de temps",
            r"quelle (?:est |était |a été |fut )?(?:la )?durée",
            r"how long", r"combien (?!de |d['’])[^?]*\bdur(?:e|ent|é|ait|era)\b",
            r"(?:combien d['’e] ?|how many )(?:seconde?s|minutes|heures|hours|jours|days|semaines|weeks|mois"
            r"|months|an|ans|années|years)\b",
        ),
        is_time,
    ),
    (_AGE, lambda unit: unit in ("", "year")),
    (
        _asks(
            "pourcentage", "percentage", "proportion", "per ?cent", "pour cent", "share of", "quelle part",
            "taux", "rate",
        ),
        lambda unit: unit in ("%", "pp"),
    ),
    (
        _asks(
            "montant", "prix", "coût", "budget", "somme", "euros", "dollars", "price", "cost", "worth",
            "money", "amount", r"combien (?!de |d['’])[^?]*\b(?:gagn|co[ûu]t|vaut|valent|pa[iy]|vers)",
            r"how much (?:\w+ )?[^?]*\b(?:cost|earn|pay|paid|spen[dt])",
        ),
        lambda unit: is_money(unit) or unit == _COINS,
    ),
    (
        _asks(
            "quelle distance", "how far", "kilom", "mètres", "metres", "miles", "profondeur", "depth",
            "how (?:deep|tall|high)",
        ),
        lambda unit: unit in ("km", "m", "cm", "mi"),
    ),
    (
        _asks(
            "how much", r"combien (?!d[e'’]|sont |étaient |furent |ont |avaient |seront |y )", "volume",
            "énergie", "energy", "quantité", "quantity", "superficie", "area",
            "vitesse", "speed", "température", "temperature",
        ),
        lambda unit: not is_time(unit),
    ),
)  # fmt: skip
# « 14 morts et non 18 », “700 jobs instead of the 860 first announced”: the second figure answers nothing.
_TAKEN_BACK = re.compile(
    r"\b(?:et non|and not|instead of|au lieu d[eu]s?|rather than|plutôt que)(?: (?:the|les))?\s\Z",
    re.IGNORECASE,
)
_HURT = re.compile(r"\W{0,2}(?:\w+ )?(?:bless|injur|wounded|hurt|disparus|missing)", re.IGNORECASE)
_ASKS_HURT = _asks("bless", "injur", "wound", "hurt", "disparu", "missing")
# The words that say what a bare figure measures: “50 billion cubic metres”, « 3,15 mégajoules ».
_MEASURED = re.compile(
    r"[ \u00a0\u202f](?:(?:de |of )|d['’])?[^\W\d_A-Z]{3,}(?: (?:cubes?|carrés?|metres?|meters?))?"
)


def admits(question: str, figure: Figure, sentence: str) -> bool:
    """Whether ``figure`` of ``sentence`` has a unit that is asked for and counts nobody hurt unasked.

    Not if the sentence takes it back, nor half a thing where whole ones are counted.
    """
    if _TAKEN_BACK.search(sentence, 0, figure.start):
        return False
    if _HURT.match(sentence, figure.end) and not _ASKS_HURT.search(question):
        return False
    if _AGE.search(question) and not _is_age_in(sentence, figure):
        return False
    if not figure.unit and figure.value % 1 and _counts_whole(question, figure, sentence):
        return False
    unit = _COINS if not figure.unit and is_coins(sentence, figure.end) else figure.unit
    fits = next((fits for asks, fits in _MEASURES if asks.search(question)), _is_bare)
    return (fits(unit) or unit == _counted_unit(question)) and _is_long(question, unit)


def is_coins(sentence: str, end: int) -> bool:
    """Whether the figure that ends at ``end`` is an amount of money that is no `corpus.text.numbers` unit."""
    return _OTHER_MONEY.match(sentence, end) is not None


def counts_another(question: str, figure: Figure, others: Sequence[Figure], sentence: str) -> bool:
    """Whether ``sentence`` counts what ``question`` counts, in the same word, with one of ``others`` only."""
    asked = _COUNTED.search(question)
    if asked is None:
        return False
    counting = [other for other in others if _is_of(asked["noun"], other, sentence)]
    if figure in counting or any(_PART.fullmatch(sentence, figure.end, other.start) for other in counting):
        return False
    return bool(counting)


def _counts_whole(question: str, figure: Figure, sentence: str) -> bool:
    """Whether ``question`` counts things, and ``sentence`` does not say that ``figure`` is of them."""
    asked = _COUNTED.search(question)
    return asked is not None and not _is_of(asked["noun"], figure, sentence)


def _is_of(noun: str, figure: Figure, sentence: str) -> bool:
    """Whether ``noun`` stands in ``sentence`` right after ``figure``, accents aside: it may be a measure."""
    word = re.escape(fold_accents(_singular(noun)))
    after = fold_accents(sentence[figure.end :])
    return re.match(rf"[ \u00a0\u202f](?:de |d['’])?{word}", after, re.IGNORECASE) is not None


def _is_age_in(sentence: str, figure: Figure) -> bool:
    """Whether ``sentence`` gives ``figure`` as the age of somebody."""
    if figure.value > _OLDEST or figure.hedge is not None:
        return False
    closed = sentence[figure.end : figure.end + 1] in (",", ")", ".", "")
    before = _AGED.search(sentence, 0, figure.start)
    return bool(_OLD.match(sentence, figure.end)) or bool(before and (closed or before[0][0].isalpha()))


def _is_bare(unit: str) -> bool:
    return unit in ("", _COINS)


def _counted_unit(question: str) -> str | None:
    """The unit that is counted by its name: « combien de tonnes », “how many barrels”; None for none."""
    asked = _COUNTED.search(question)
    return (asked and unit_after(question, asked.start("noun"), scaled=False)[0]) or None


def _is_long(question: str, unit: str) -> bool:
    """Whether a time of ``unit`` can be counted in the one that ``question`` names: no minutes in days."""
    asked = _IN_UNITS.search(question)
    if asked is None or not is_time(unit):
        return True
    return _LENGTHS.index(unit) >= _LENGTHS.index(asked.lastgroup or "s")


def _singular(noun: str) -> str:
    return noun[:-1] if noun[-1] in "sx" else noun


def is_count(question: str) -> bool:
    """Whether ``question`` says what it counts, so that a bare number answers it; an age needs no unit."""
    return bool(_AGE.search(question)) or not any(asks.search(question) for asks, _ in _MEASURES)


def measured_until(sentence: str, figure: Figure) -> int:
    """Where the words end that say what a bare ``figure`` measures; its own end when none do."""
    match = _MEASURED.match(sentence, figure.end)
    return match.end() if match else figure.end
