"""Which figures a question can mean: times for how long, a currency for how much money, none for how many."""

import re
from collections.abc import Callable

from rag.answering.figures import Figure, is_money, is_time

_Admits = Callable[[str], bool]


def _asks(*ways: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(ways)})", re.IGNORECASE)


# The first that a question matches says which units answer it; one that matches none asks for a count.
_MEASURES: tuple[tuple[re.Pattern[str], _Admits], ...] = (
    (
        _asks(
            r"combien de temps",
            r"quelle (?:est |était |a été |fut )?(?:la )?durée",
            r"how long",
            r"(?:combien d['’e] ?|how many )(?:seconde?s|minutes|heures|hours|jours|days|semaines|weeks|mois"
            r"|months|an|ans|années|years)\b",
        ),
        is_time,
    ),
    (_asks("quel âge", "how old", "at what age"), lambda unit: unit in ("", "year")),
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
            "money", "amount",
        ),
        is_money,
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
            "how much", "volume", "énergie", "energy", "quantité", "quantity", "superficie", "area",
            "vitesse", "speed", "température", "temperature",
        ),
        lambda unit: not is_time(unit),
    ),
)  # fmt: skip
_HURT = re.compile(r"\W{0,2}(?:\w+ )?(?:bless|injur|wounded|hurt|disparus|missing)", re.IGNORECASE)
_ASKS_HURT = _asks("bless", "injur", "wound", "hurt", "disparu", "missing")
# The words that say what a bare figure measures: “50 billion cubic metres”, « 3,15 mégajoules ».
_MEASURED = re.compile(
    r"[ \u00a0\u202f](?:(?:de |of )|d['’])?[^\W\d_A-Z]{3,}(?: (?:cubes?|carrés?|metres?|meters?))?"
)


def admits(question: str, figure: Figure, sentence: str) -> bool:
    """Whether ``figure`` of ``sentence`` has a unit that is asked for and counts nobody hurt unasked."""
    if _HURT.match(sentence, figure.end) and not _ASKS_HURT.search(question):
        return False
    return next((fits(figure.unit) for asks, fits in _MEASURES if asks.search(question)), not figure.unit)


def is_count(question: str) -> bool:
    """Whether ``question`` says what it counts, so that a bare number answers it."""
    return not any(asks.search(question) for asks, _ in _MEASURES)


def measured_until(sentence: str, figure: Figure) -> int:
    """Where the words end that say what a bare ``figure`` measures; its own end when none do."""
    match = _MEASURED.match(sentence, figure.end)
    return match.end() if match else figure.end
