"""Why a chat model gave no answer, in the reader's language, in no words of the model or its server."""

import re

from corpus.article import Language

_WHY: dict[Language, dict[str, str]] = {
    "fr": {
        "slow": "pas de réponse complète en {value} s",
        "unreachable": "serveur injoignable ou connexion coupée",
        "key": "clé refusée",
        "model": "modèle inconnu du serveur",
        "busy": "trop de requêtes",
        "status": "erreur {value} du serveur",
        "raised": "erreur {value}",
        "empty": "réponse vide",
        "unmarked": "aucune phrase ne cite de passage",
        "language": "réponse dans une autre langue",
    },
    "en": {
        "slow": "no complete answer within {value} s",
        "unreachable": "server unreachable or connection lost",
        "key": "key refused",
        "model": "the server does not know the model",
        "busy": "too many requests",
        "status": "server error {value}",
        "raised": "error {value}",
        "empty": "empty answer",
        "unmarked": "no sentence cites a passage",
        "language": "answered in another language",
    },
}
_BY_STATUS = {401: "key", 403: "key", 404: "model", 429: "busy"}


def phrase(why: str, language: Language, value: str = "") -> str:
    """The reason ``why`` (a key of `reason_of`, or empty, unmarked, language) as a few words."""
    return _WHY[language][why].format(value=value)


def reason_of(error: Exception) -> tuple[str, str]:
    """What ``error`` is, and the status or kind to name; its message is never used: it may hold a key."""
    kind = type(error).__name__
    status = getattr(error, "status_code", None)
    if not isinstance(status, int):
        status = getattr(getattr(error, "response", None), "status_code", None)
    if isinstance(status, int):
        return _BY_STATUS.get(status, "status"), str(status)
    if "Timeout" in kind:
        return "slow", ""
    if isinstance(error, OSError) or re.search("Connect|Network|Protocol|ReadError", kind):
        return "unreachable", ""
    if isinstance(error, ValueError) and str(error).startswith("No generation"):
        return "empty", ""  # LangChain's word for a stream without a single piece
    return "raised", kind
