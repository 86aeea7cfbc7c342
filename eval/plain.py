"""Makes foreign text harmless to show: in a terminal, in XML, in Markdown."""

import re
from unicodedata import category

_SPACES = re.compile(r"\s+")
# Control, format (bidirectional overrides, zero-width, tags), surrogate, private and unassigned characters.
_UNSHOWABLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def one_line(text: str) -> str:
    """``text`` on one line; whatever is not a visible character or space becomes U+FFFD.

    The result is valid in XML 1.0 and cannot move a cursor or reorder what stands beside it.
    """
    shown = "".join(
        char if char.isspace() or category(char) not in _UNSHOWABLE else "\ufffd" for char in text
    )
    return _SPACES.sub(" ", shown).strip()
