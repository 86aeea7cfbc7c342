"""When a reader wants the articles to be from, read in the words of the question.

The rule. Some words ask for news *of* a time: those told from today (« hier », "last week") and a day or
month after *since*, *before* or *between*. They become a filter on the date of publication, and the
answer shows it. Other words say when an *event* was: "on 25 January 2023", « en janvier 2023 », « le
séisme du 6 février », "in 2018", "after 31 January". An article about it may be published later, so these
filter nothing. Nor do bare years (history: "before 1992"), deadlines ("by 31 March", « jusqu'au 5 mai »,
what *must* or *will* be "before 14 May"), the past of what is asked *when* it was ("when … before May?"),
offsets ("two days before 5 January"), and what is quoted.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.article import Language, Span
from rag.answering.calendar_days import MONTHS, Mention, latest, mentions_in, stretch
from rag.answering.deixis import WEEKDAYS, Time, before, told_from_today


@dataclass(frozen=True, slots=True)
class Period:
    """Both days inclusive, None where it is open; ``words`` are where the question says so, in order.

    :raises ValueError: open on both sides, or ending before it begins.
    """

    since: date | None
    until: date | None
    words: tuple[Span, ...]

    def __post_init__(self) -> None:
        if self.since is None and self.until is None:
            raise ValueError("a period has a first or a last day")
        if self.since and self.until and self.since > self.until:
            raise ValueError(f"a period cannot begin on {self.since} and end on {self.until}")


def period_in(text: str, language: Language, today: date) -> Period | None:
    """When the articles must be from for ``text``, a question asked on ``today``; None: at any time.

    A missing year is the latest one in which the day or month is not after ``today``. Two times mean
    all from the first to the last; "since" one and "before" another mean what lies between.
    """
    plain = _plain(text)
    named = mentions_in(plain, language)
    found = [
        *_relative(plain, language, today),
        *_since_weekday(plain, language, today),
        *_calendar_bound(plain, language, today, named),
        *_between(plain, language, today, named),
    ]
    return _joined(found)


# One character for one: curly to straight, every space to a plain one, every hyphen to "-".
_SAME = str.maketrans("’ʼ\u00a0\u202f\u2009\t\n\r‐‑", "''      --")
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")


def _plain(text: str) -> str:
    """``text`` without what it quotes, place for place."""
    return _QUOTED.sub(lambda quoted: "¤" * len(quoted[0]), text.translate(_SAME))


def _lead(pattern: str) -> re.Pattern[str]:
    """What must stand right before a time."""
    return re.compile(rf"(?<![\w-])(?:{pattern})\s*\Z".replace(" ", r"\s+"), re.IGNORECASE)


# « depuis le début du mois de janvier », "before Monday the": how a day or month follows its preposition.
_DAY_NAME = {language: f"(?: (?:{'|'.join(names)}),?)?" for language, names in WEEKDAYS.items()}
_ARTICLE: dict[Language, str] = {
    "fr": "(?: (?:tout )?(?:le )?début)?(?: (?:de|du|le))?(?: mois d[e'])?" + _DAY_NAME["fr"] + "(?: le)?",
    "en": "(?: (?:early|the (?:start|beginning) of))?" + _DAY_NAME["en"] + "(?: the)?(?: month of)?",
}
_SINCE = {"fr": _lead(f"depuis{_ARTICLE['fr']}"), "en": _lead(f"since{_ARTICLE['en']}")}
_BEFORE = {"fr": _lead(f"avant{_ARTICLE['fr']}"), "en": _lead(f"before{_ARTICLE['en']}")}
_FROM = {"fr": _lead(f"entre{_ARTICLE['fr']}"), "en": _lead(f"between{_ARTICLE['en']}")}
_AND = {
    "fr": re.compile(f" et{_ARTICLE['fr']} ".replace(" ", r"\s+"), re.IGNORECASE),
    "en": re.compile(f" and{_ARTICLE['en']} ".replace(" ", r"\s+"), re.IGNORECASE),
}
_BARE_DAY = {
    "fr": re.compile(r"(?<!\w)entre\s+(?:le\s+)?(\d\d?)(?:er)?\s+et\s+(?:le\s+)?\Z", re.IGNORECASE),
    "en": re.compile(
        r"(?<!\w)between\s+(?:the\s+)?(\d\d?)(?:st|nd|rd|th)?\s+and\s+(?:the\s+)?\Z", re.IGNORECASE
    ),
}
# "two days before", « juste avant », "the last time before": when an event was, told from the other.
_OFFSET = {
    "fr": _lead(r"juste|peu|pas|jamais|bien|longtemps|fois|(?:heure|jour|semaine|moi|an|année)s?"),
    "en": _lead(
        r"just|right|shortly|soon|long|well|not|never|even|eve|(?:hour|day|night|week|month|year|time)s?"
    ),
}
# A time after these ends or follows something.
_BARRED = {
    "fr": _lead(r"jusqu'(?:à|a|au)?(?: l[ae])?|d'ici(?: à)?|après|dès"),
    "en": _lead(r"until|till|by|up to|as of|after|following|than"),
}
# "still today", « la Turquie d'aujourd'hui » mean nowadays, but « l'actualité d'aujourd'hui » is of the day.
_NOWADAYS = re.compile(
    r"(?:(?<!actualité)(?<!nouvelles)(?<!articles)(?<!journaux)(?<!dépêches)(?<!titres)\s+d'"
    r"|(?<!news)\s+of\s+|\b(?:encore|toujours|même|still|even)\s+)\Z",
    re.IGNORECASE,
)
# « Qui dirige aujourd’hui la Suède ? », “Where is she today?” ask how things stand.
_STANDING = re.compile(
    r"\A\W*(?:(?:(?:qui|who|quel\w*|which|what)\s(?:[\w’'-]+\s){0,2}?"
    r"(?:(?:dirige|préside|gouverne|possède|contrôle|occupe|commande)(?:nt)?|déti(?:ent|ennent)|leads?|heads?|runs?"
    r"|governs?|owns?|holds?|controls?|rules?|chairs?|(?:est|sont|is|are)(?=\s*\Z|\s(?:l[ae]s?|the)\s|\sl['’])))"
    r"|(?:où|where)\s(?:se\strouve|est|is|are|sont))\b(?!.*\bnews\b)",
    re.IGNORECASE,
)
# Who asks what must be or will be before a day asks for a deadline.
_AHEAD = {
    "fr": re.compile(
        r"\b(?:doit|doivent|devr?(?:ait|aient)|faut|fallait|va|vont|prévue?s?|censée?s?|échéance"
        r"|\w+r(?:a|ont))\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:must|will|shall|should|ha(?:s|ve|d) to|needs? to|due|deadline|scheduled|planned|expected"
        r"|going to|supposed)\b",
        re.IGNORECASE,
    ),
}

# Who asks when something was, before a day, asks for the event’s own day.
_WHEN = re.compile(r"\s*(?:et |and )?(?:quand|when|en quelle année|(?:in )?what year)\b", re.IGNORECASE)


def _relative(text: str, language: Language, today: date) -> Iterator[Period]:
    for time in told_from_today(text, language, today):
        lead = text[: time.start]
        nowadays = text[time.start : time.end].casefold().startswith(("today", "aujourd'hui"))
        if _BARRED[language].search(lead):
            continue
        if nowadays and (_NOWADAYS.search(lead) or _STANDING.match(lead)):
            continue
        bound = _bound(lead, language, time)
        whole = [_period(time.first, time.last, time.start, time.end)]
        yield from whole if bound is None else bound


def _bound(lead: str, language: Language, time: Time, *, ahead: bool = False) -> list[Period] | None:
    """The period since or before ``time``, empty where "before" is no window; None without either."""
    if since := _SINCE[language].search(lead):
        return [_period(time.first, None, since.start(), time.end)]
    if until := _BEFORE[language].search(lead):
        if ahead or _OFFSET[language].search(lead[: until.start()]) or time.first == date.min:
            return []
        return [_period(None, before(time.first, 1), until.start(), time.end)]
    return None


def _period(since: date | None, until: date | None, start: int, end: int) -> Period:
    return Period(since, until, (Span(start, end),))


def _since_weekday(text: str, language: Language, today: date) -> Iterator[Period]:
    """« depuis lundi », "since Monday": a weekday alone, which without "since" is that of an event."""
    for match in _SINCE_WEEKDAY[language].finditer(text):
        wanted = WEEKDAYS[language].index(match[1].casefold())
        yield _period(before(today, (today.weekday() - wanted - 1) % 7 + 1), None, *match.span())


_SINCE_WEEKDAY = {
    language: re.compile(
        rf"(?<![\w-])(?:depuis|since)\s+({'|'.join(WEEKDAYS[language])})(?:'s)?(?![\w-])"
        rf"(?!,?\s+(?:le\s+|the\s+)?(?:\d|dernier|passé|{'|'.join(names)}))",
        re.IGNORECASE,
    )
    for language, names in MONTHS.items()
}


def _calendar_bound(
    text: str, language: Language, today: date, named: Sequence[Mention]
) -> Iterator[Period]:
    ahead = bool(_AHEAD[language].search(text) or _WHEN.match(text))
    for mention in named:
        if days := latest(mention.value, today):
            time = Time(*days, mention.start, mention.end)
            yield from _bound(text[: mention.start], language, time, ahead=ahead) or ()


def _between(text: str, language: Language, today: date, named: Sequence[Mention]) -> Iterator[Period]:
    if _AHEAD[language].search(text):
        return
    for place, last in enumerate(named):
        lead = text[: last.start]
        bare = _BARE_DAY[language].search(lead) if last.has_day else None
        if bare:
            first = Mention(f"{last.value[:-2]}{int(bare[1]):02}", bare.start(1), bare.end(1))
            start: int | None = bare.start()
        elif place and _AND[language].fullmatch(text[named[place - 1].end : last.start]):
            first = named[place - 1]
            opening = _FROM[language].search(text[: first.start])
            start = opening.start() if opening else None
        else:
            continue
        if start is not None and (days := stretch(first.value, last.value, today)):
            yield _period(*days, start, last.end)


def _joined(found: Sequence[Period]) -> Period | None:
    """All that lies in any of the periods; between the two when one only begins and one only ends."""
    if not found:
        return None
    since = min((period.since for period in found if period.since), default=None)
    until = max((period.until for period in found if period.until), default=None)
    if any(period.since and period.until for period in found):
        since = since if all(period.since for period in found) else None
        until = until if all(period.until for period in found) else None
    if (since is None and until is None) or (since and until and since > until):
        return None
    words = sorted((span for period in found for span in period.words), key=lambda span: span.start)
    return Period(since, until, tuple(words))
