"""The sentences that Dépêche says in its own voice, in French and English."""

from collections.abc import Collection
from datetime import date

from corpus.article import Byline, Language
from corpus.text.dates import format_date
from rag.answer import Reason

REFUSALS: dict[Language, dict[Reason, str]] = {
    "fr": {
        "not_in_corpus": "Les articles ne permettent pas de répondre à cette question.",
        "filtered_out": "Aucun article ne répond à cette question avec ces filtres\u202f; sans eux, il y a "
        "des passages à lire.",
        "sources_disagree": "Les articles se contredisent sur ce point.",
        "false_premise": "Les articles démentent ce que la question suppose.",
        "empty_corpus": "La bibliothèque est vide\u00a0: ajoutez d’abord des articles.",
        "bad_question": "Ce n’est pas une question à laquelle des articles peuvent répondre.",
    },
    "en": {
        "not_in_corpus": "The articles do not answer this question.",
        "filtered_out": "No article answers this question within these filters; without them there are "
        "passages to read.",
        "sources_disagree": "The articles contradict each other on this point.",
        "false_premise": "The articles deny what the question assumes.",
        "empty_corpus": "The library is empty: add some articles first.",
        "bad_question": "This is not a question that articles can answer.",
    },
}

ENGINE_FAILED: dict[Language, str] = {
    "fr": "Le modèle de langue n’a pas répondu ({why})\u202f; ces phrases sont extraites des articles.",
    "en": "The language model gave no answer ({why}); these sentences are quoted from the articles.",
}
UNSUPPORTED: dict[Language, str] = {
    "fr": "Aucune phrase du modèle de langue n’était étayée\u202f; ces phrases sont extraites des articles.",
    "en": "No sentence of the language model was supported; these sentences are quoted from the articles.",
}
UNDERSTOOD: dict[Language, str] = {
    "fr": "Question comprise\u00a0: «\u00a0{question}\u00a0».",
    "en": "Question understood as: “{question}”.",
}
# What the articles say that the filters shut out: one of them, or several and the newest.
_LIFTED: dict[Language, tuple[str, str]] = {
    "fr": (
        "Sans ces filtres\u00a0: 1 article y répond, {newest}.",
        "Sans ces filtres\u00a0: {count} articles y répondent, le plus récent {newest}.",
    ),
    "en": (
        "Without these filters: 1 article answers it, {newest}.",
        "Without these filters: {count} articles answer it, the newest {newest}.",
    ),
}
NEAREST: dict[Language, str] = {"fr": "Articles les plus proches\u00a0: ", "en": "Nearest articles: "}

# The last is said when the reader's own dates and those in the question's words share no day.
_PUBLISHED: dict[Language, dict[str, str]] = {
    "fr": {
        "day": "Articles du {since}",
        "both": "Articles du {since} au {until}",
        "since": "Articles depuis le {since}",
        "until": "Articles jusqu’au {until}",
        "never": "Aucun jour n’est à la fois dans vos dates et dans celles de la question",
    },
    "en": {
        "day": "Articles of {since}",
        "both": "Articles from {since} to {until}",
        "since": "Articles since {since}",
        "until": "Articles up to {until}",
        "never": "No day lies both within your dates and within those of the question",
    },
}
_ORIGINAL: dict[tuple[Language, Language], str] = {
    ("fr", "en"): " (original en anglais)",
    ("en", "fr"): " (original in French)",
}


def frame(byline: Byline, quoted: Language, language: Language) -> str:
    """The words before a quote: who published it, when, and its language when that differs.

    An unknown date is said to be unknown.
    """
    original = _ORIGINAL.get((language, quoted), "")
    when = _when(byline.published, language)
    if language == "fr":
        return f"Selon {byline.source}, {when}{original}\u00a0:"
    return f"According to {byline.source}, {when}{original}:"


def quotation(quote: str, language: Language) -> str:
    """``quote`` between the quotation marks of ``language``; its own characters are not touched."""
    return f"«\u00a0{quote}\u00a0»" if language == "fr" else f"“{quote}”"


def credited(byline: Byline, language: Language) -> str:
    """An article by its title, source and date: « Titre » (Dépêche, 1er mars 2023)."""
    unknown = "date inconnue" if language == "fr" else "date unknown"
    day = format_date(byline.published, language) if byline.published else unknown
    return f"{quotation(byline.title, language)} ({byline.source}, {day})"


def lifted(articles: Collection[Byline], language: Language) -> str:
    """The sentence that says which ``articles``, at least one, answer once the filters are lifted."""
    newest = max(articles, key=lambda byline: (byline.published or date.min, byline.title))
    said = _LIFTED[language][len(articles) > 1]
    return said.format(
        count=len(articles), newest=f"{_of_day(newest.published, language)} ({newest.source})"
    )


def published_within(since: date | None, until: date | None, said: str, language: Language) -> str:
    """The sentence that shows a date filter, both days inclusive, and the words that asked for it."""
    key = "both" if since and until else "since" if since else "until"
    if since and until and since >= until:
        key = "day" if since == until else "never"
    days = {
        name: format_date(day, language) if day else "" for name, day in (("since", since), ("until", until))
    }
    return f"{_PUBLISHED[language][key].format(**days)} ({quotation(said, language)})."


def _of_day(published: date | None, language: Language) -> str:
    if published is None:
        return "de date inconnue" if language == "fr" else "of unknown date"
    day = format_date(published, language)
    return f"du {day}" if language == "fr" else f"of {day}"


def _when(published: date | None, language: Language) -> str:
    if published is None:
        return "à une date inconnue" if language == "fr" else "on an unknown date"
    day = format_date(published, language)
    return f"le {day}" if language == "fr" else f"on {day}"
