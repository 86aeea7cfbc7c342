"""Units in words, French and English: one of it and several; the keys are those of `corpus.text.numbers`."""

from corpus.article import Language

UNIT_WORDS: dict[str, dict[Language, tuple[str, str]]] = {
    "EUR": {"fr": ("euro", "euros"), "en": ("euro", "euros")},
    "USD": {"fr": ("dollar", "dollars"), "en": ("dollar", "dollars")},
    "GBP": {"fr": ("livre sterling", "livres sterling"), "en": ("pound", "pounds")},
    "CHF": {"fr": ("franc suisse", "francs suisses"), "en": ("Swiss franc", "Swiss francs")},
    "JPY": {"fr": ("yen", "yens"), "en": ("yen", "yen")},
    "RUB": {"fr": ("rouble", "roubles"), "en": ("rouble", "roubles")},
    "AUD": {
        "fr": ("dollar australien", "dollars australiens"), "en": ("Australian dollar", "Australian dollars"),
    },
    "CAD": {
        "fr": ("dollar canadien", "dollars canadiens"), "en": ("Canadian dollar", "Canadian dollars"),
    },
    "HKD": {
        "fr": ("dollar de Hong Kong", "dollars de Hong Kong"),
        "en": ("Hong Kong dollar", "Hong Kong dollars"),
    },
    "NZD": {
        "fr": ("dollar néo-zélandais", "dollars néo-zélandais"),
        "en": ("New Zealand dollar", "New Zealand dollars"),
    },
    "SGD": {
        "fr": ("dollar de Singapour", "dollars de Singapour"),
        "en": ("Singapore dollar", "Singapore dollars"),
    },
    "TWD": {"fr": ("dollar taïwanais", "dollars taïwanais"), "en": ("Taiwan dollar", "Taiwan dollars")},
    "t": {"fr": ("tonne", "tonnes"), "en": ("tonne", "tonnes")},
    "km": {"fr": ("kilomètre", "kilomètres"), "en": ("kilometre", "kilometres")},
    "mi": {"fr": ("mile", "miles"), "en": ("mile", "miles")},
    "ha": {"fr": ("hectare", "hectares"), "en": ("hectare", "hectares")},
    "m³": {"fr": ("mètre cube", "mètres cubes"), "en": ("cubic metre", "cubic metres")},
    "l": {"fr": ("litre", "litres"), "en": ("litre", "litres")},
    "GW": {"fr": ("gigawatt", "gigawatts"), "en": ("gigawatt", "gigawatts")},
    "MW": {"fr": ("mégawatt", "mégawatts"), "en": ("megawatt", "megawatts")},
    "MJ": {"fr": ("mégajoule", "mégajoules"), "en": ("megajoule", "megajoules")},
    "bbl": {"fr": ("baril", "barils"), "en": ("barrel", "barrels")},
}  # fmt: skip
# Signs that stand in for the words; English alone has one for every dollar.
SIGNS: dict[Language, dict[str, str]] = {
    "fr": {"EUR": "€", "USD": "$", "GBP": "£"},
    "en": {"EUR": "€", "USD": "$", "GBP": "£", "AUD": "A$", "CAD": "C$", "HKD": "HK$", "NZD": "NZ$",
           "SGD": "S$", "TWD": "NT$"},
}


def unit_words(unit: str, language: Language, *, one: bool) -> str:
    """``unit`` in words; a symbol that has none (``km/h``) is the same in both languages."""
    words = UNIT_WORDS.get(unit)
    return words[language][not one] if words else unit


def linked(words: str) -> str:
    """French ``words`` after a scale: « (millions) de tonnes », « (milliards) d’euros »."""
    return f"d’{words}" if words[0] in "aeéhiou" else f"de {words}"
