"""A question of how accounts compare asks for one thing, and for the word of several on it."""

import re

_SOURCES = (
    r"(?:(?:all |the |les |des |de )*(?:(?:two|both|deux|various|several|different|différente?s|diverse?s) )*"
    r"(?:sources|articles|newspapers|papers|dispatches|reports|estimates|sides|accounts|media"
    r"|dépêches|journaux|médias|estimations|parties|camps|bilans|versions)(?: différente?s)?)"
)
_EACH_OTHER = r"(?: (?:each other|one another|entre (?:eux|elles)))?"
_TELLERS = re.compile(
    rf",? (?:selon|d['’]après|according to) {_SOURCES}\b"
    rf"|^(?:do|does|did) {_SOURCES} (?:agree|disagree|differ|concur|contradict){_EACH_OTHER}"
    r" (?:on|about|over|as to) "
    rf"|^{_SOURCES} (?:ne )?(?:s['’]accordent|concordent|diffèrent|divergent|se contredisent|sont|disent"
    r"|donnent)-(?:elles|ils)(?: pas)?(?: d['’]accord| la même chose| les? mêmes? chiffres?)?"
    r" (?:sur|de|quant à|pour) "
    r"|,? d['’]une source à l['’]autre|,? from (?:one )?source to (?:source|another)",
    re.IGNORECASE,
)


def without_tellers(question: str) -> str:
    """``question`` without the words that ask whose accounts are wanted and whether they are the same.

    « Les sources s’accordent-elles sur le bilan du séisme ? » asks for « le bilan du séisme ».
    """
    left = _TELLERS.sub("", question).strip()
    return left if any(map(str.isalpha, left)) else question
