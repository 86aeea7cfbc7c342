"""Units and scales as they stand beside a number, in French and English."""

import re
from decimal import Decimal

from corpus.article import Language

_S = r"[ \n\u00a0\u202f]?"
_CURRENCY = {
    "AUD": r"dollars? australiens?|Australian dollars?|AU?\$|\$AU|AUD",
    "CAD": rf"dollars? canadiens?|Canadian dollars?|CA?\$|\${_S}CA|CAD",
    "HKD": r"dollars? (?:hongkongais|de Hong[ -]Kong)|Hong Kong dollars?|HK\$|\$HK|HKD",
    "NZD": r"dollars? néo-zélandais|New Zealand dollars?|NZ\$|\$NZ|NZD",
    "SGD": r"dollars? (?:singapouriens?|de Singapour)|Singapore dollars?|S\$|SGD",
    "TWD": r"dollars? (?:taïwanais|de Taïwan)|(?:New )?Taiwan dollars?|NT\$|TWD",
    "USD": r"dollars?(?: américains?)?|US dollars?|US\$|\$US|\$|USD",
    "EUR": r"euros?|€|EUR",
    "GBP": r"livres? sterling|pounds?(?: sterling)?|£|GBP",
    "CHF": r"francs? suisses?|Swiss francs?|CHF",
    "JPY": r"yens?|¥|JPY",
    "CNY": r"yuans?|CNY",
    "RUB": r"roubles?|rubles?|₽|RUB",
    "UAH": r"hryvnias?|UAH",
    "TRY": r"livres? turques?|Turkish liras?|TRY",
    "HRK": r"kunas?|HRK",
    "BRL": r"reais|R\$|BRL",
}
_MEASURE = {
    "pp": r"points? de pourcentage|percentage points?",
    "%": r"%|pour[ \n\u00a0\u202f]cents?|per[ -]?cent",
    "km²": r"km²|km2|kilomètres? carrés?|square kilomet(?:re|er)s?",
    "km/h": r"km/h|kilomètres?[ -](?:à l['’]heure|heure)|kilomet(?:re|er)s? (?:per|an) hour",
    "km": r"km|kilomètres?|kilomet(?:re|er)s?",
    "mi": r"miles?",
    "m³": r"m³|m3|mètres? cubes?|cubic met(?:re|er)s?",
    "l": r"litres?|liters?",
    "cm": r"cm|centimètres?|centimet(?:re|er)s?",
    "m": r"m|mètres?|met(?:re|er)s?",
    "kg": r"kg|kilos?|kilogrammes?|kilograms?",
    "t": r"t|tonnes?|tons?",
    "ha": r"ha|hectares?",
    "°C": r"°[ \u00a0\u202f]?C|degrés?(?: Celsius)?|degrees? Celsius",
    "GW": r"GW|gigawatts?",
    "MW": r"MW|mégawatts?|megawatts?",
    "MWh": r"MWh|mégawattheures?|megawatt[ -]?hours?",
    "TWh": r"TWh|térawattheures?|terawatt[ -]?hours?",
    "kWh": r"kWh|kilowattheures?|kilowatt[ -]?hours?",
    "MJ": r"MJ|mégajoules?|megajoules?",
    "bbl": r"barils?|barrels?",
}
_END = r"(?![\w²³/]|['’]\w)"
_UNITS = _CURRENCY | _MEASURE
_AFTER = re.compile(_S + "(?:" + "|".join(f"({form})" for form in _UNITS.values()) + ")" + _END)
_LINK = re.compile(r"[ \n\u00a0\u202f](?:d['’]|(?:de|of)[ \n\u00a0\u202f])")
_BEFORE = re.compile(
    r"(?:(?<![^\W_])(?:(?P<AUD>AU?\$|AUD)|(?P<CAD>CA?\$|CAD)|(?P<HKD>HK\$|HKD)|(?P<NZD>NZ\$|NZD)"
    r"|(?P<SGD>S\$|SGD)|(?P<TWD>NT\$|TWD)|(?P<BRL>R\$|BRL)|(?P<USD>US\$|\$|USD))"
    r"|(?P<EUR>€|EUR)|(?P<GBP>£|GBP)|(?P<CHF>CHF))[ \u00a0\u202f]?\Z"
)
_LONGEST_BEFORE = 4  # characters: a code and a space

_POWERS: dict[Language, dict[str, int]] = {
    "fr": {
        r"dizaines?": 10,
        r"douzaines?": 12,
        r"centaines?": 100,
        r"mille|milliers?|k(?=[€$£])": 10**3,
        r"millions?|M(?=[ \u00a0\u202f]?(?:[€$£]|d['’]euros|de dollars))": 10**6,
        r"milliards?|(?:Md|Mrd)s?": 10**9,
        r"billions?": 10**12,
        r"trillions?": 10**18,
    },
    "en": {
        r"dozen": 12,
        r"hundred": 100,
        r"thousand|k": 10**3,
        r"million|mn|mln|m(?= (?:euros|dollars|pounds|people))": 10**6,
        r"billion|bn": 10**9,
        r"trillion|tn|trn": 10**12,
    },
}
_SCALE: dict[Language, re.Pattern[str]] = {
    language: re.compile(
        _S + "-?(?:" + "|".join(f"({form})" for form in powers) + r")(?![^\W_])", re.IGNORECASE
    )
    for language, powers in _POWERS.items()
}
_MILLION_OF_MONEY = re.compile(r" ?m(?!\w)")
_HALF = re.compile(r"[ \n\u00a0\u202f](?:et demie?|and a half)(?!\w)")


def scale_after(text: str, place: int, language: Language, *, money: bool) -> tuple[Decimal, int]:
    """The power of ten that the words at ``place`` multiply by, and where they end; 1 when there are none.

    Two scales may follow each other (« mille milliards ») and end in a half (« un million et demi »).
    An English billion is 10⁹, a French one 10¹². ``money`` says that a currency stands before ("£5m").
    """
    factor = Decimal(1)
    for _ in range(2):
        if match := _SCALE[language].match(text, place):
            factor *= tuple(_POWERS[language].values())[(match.lastindex or 1) - 1]
            place = match.end()
    if money and factor == 1 and (match := _MILLION_OF_MONEY.match(text, place)):
        return Decimal(10**6), match.end()
    if factor > 1 and (match := _HALF.match(text, place)):
        return factor * Decimal("1.5"), match.end()
    return factor, place


def unit_after(text: str, place: int, *, scaled: bool) -> tuple[str, int]:
    """The unit at ``place`` and where it ends; ``""`` when there is none.

    After a scale it may be linked: « milliards d’euros ».
    """
    link = _LINK.match(text, place) if scaled else None
    match = (link and _AFTER.match(text, link.end())) or _AFTER.match(text, place)
    return (tuple(_UNITS)[(match.lastindex or 1) - 1], match.end()) if match else ("", place)


def currency_before(text: str, place: int) -> tuple[str, int]:
    """The currency that ends at ``place`` and where it begins; ``""`` when there is none."""
    match = _BEFORE.search(text, max(0, place - _LONGEST_BEFORE), place)
    return (match.lastgroup or "", match.start()) if match else ("", place)
