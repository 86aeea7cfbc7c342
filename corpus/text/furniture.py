"""What a page carries around its article: cross-references, sharing, subscriptions, notices."""

import re

_LONGEST = 240  # characters; a cookie notice of two sentences. Longer paragraphs are always text.

# Opens a cross-reference whose rest is another article's headline, often glued on by scraping.
_REFERENCE = re.compile(
    r"(?:[→>•»*\-–—▶►]\s*)?(?:"
    r"(?:à\s+)?(?:lire|voir|écouter|regarder|(?:re)?découvrir)\s+(?:aussi|[ée]galement|plus)"
    r"|a\s+lire\s+aussi|à\s+(?:lire|voir|écouter|découvrir)"
    r"|(?:read|see|watch|listen)\s+(?:more|also|next|here)|also\s+(?:read|see|watch)|(?:more\s+on|continue)\s+reading"
    r"|sur\s+le\s+même\s+(?:sujet|thème)|dans\s+la\s+même\s+rubrique|related(?:\s+(?:articles?|stories|coverage|content))?"
    r"|en\s+savoir\s+plus|recommended(?:\s+for\s+you)?|articles?\s+(?:liés?|recommandés?)"
    r")",
    re.IGNORECASE,
)
