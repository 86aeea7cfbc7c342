"""What a page carries around its article: cross-references, sharing, subscriptions, captions, notices."""

import re

_LONGEST = 240  # characters: a cookie notice of two sentences; longer paragraphs are always text

# Begins a cross-reference; the rest is another article's headline, which scraping often glues on.
_REFERENCE = re.compile(
    r"[\W_]{0,4}(?:"
    r"(?:[àa] )?(?:lire|voir|écouter|regarder|découvrir) (?:aussi|[eé]galement|plus)"
    r"|(?:read|see|watch|listen) (?:more|also|next)|also read|also watch|(?:continue|keep) reading"
    r"|en savoir plus|sur le même (?:sujet|thème)|dans la même rubrique"
    r")",
    re.IGNORECASE,
)
# Names what follows; furniture alone, before a colon or dash, or glued to a name.
_LABEL = re.compile(
    r"[\W_]{0,4}(?:"
    r"partager|share|photos?|images?|vid[eé]os?|cr[eé]dits?(?: photos?)?|photo credits?|l[eé]gende|caption"
    r"|newsletters?|infolettre|s['’]abonner|subscribe|sign in|log in|se connecter|connexion"
    r"|(?:leave a )?comments?|(?:\d+ )?commentaires?|commenter|publicité|advertisements?|sponsored"
    r"|imprimer|print|tweet(?:er)?|facebook|twitter|whatsapp|linkedin|e-?mail|copier le lien|copy link"
    r"|[àa] (?:lire|voir|écouter)|temps de lecture"
    r"|related(?: articles?| stories| coverage)?|articles? liés?|recommended(?: for you)?|mots[- ]clés|tags"
    r"|chargement|loading"
    r")",
    re.IGNORECASE,
)
# Speaks to the reader of the page, or for its owner; no sentence of an article begins so.
_CALL = re.compile(
    r"[\W_]{0,4}(?:"
    r"abonnez-vous|inscrivez-vous|suivez[- ]nous|partagez (?:cet|l['’]article|sur)|connectez-vous|cliquez ici"
    r"|partager (?:sur (?:facebook|twitter|x|whatsapp|linkedin)|cet article|l['’]article|par e-?mail)"
    r"|(?:cet )?article (?:est )?réservé (?:à nos|aux) abonnés|il vous reste .{1,40} à lire"
    r"|share (?:this|on (?:facebook|twitter|x|whatsapp|linkedin)|via)|follow us|sign up (?:for|to|here|now)"
    r"|subscribe (?:to (?:our|the|this)|now|today|here|for)|click here|listen to this article"
    r"|(?:recevez|retrouvez|découvrez|get|receive|join) .{0,80}\b(?:newsletters?|infolettres?|bulletins?)\b"
    r"|(?:nous|ce site|le site|notre site|we|this (?:web)?site|our (?:web)?site)"
    r" (?:utilis|use|dépos|set|stor).{0,40}\bcookies\b"
    r"|(?:en poursuivant|by continuing) .{0,60}(?:navigation|site|cookies|brows)"
    r"|(?:j['’])?(?:accept(?:e|er|ez)?|refuser?|gérer|manage|reject) .{0,30}\bcookies\b"
    r"|cookies? (?:policy|settings)"
    r"|tous droits réservés|all rights reserved|©|\(c\) ?\d{4}|copyright\b"
    r"|\d+ min(?:utes?)?\.? (?:de lecture|read)\b"
    r"|(?:publié|mis à jour|published|updated|modifié)(?: le| on|:| :) .{0,60}\d[^.]{0,30}$"
    r"|\(?(?:photo|image|picture) (?:by|de|par) [^.]{1,60}\)?$"
    r"|dépêche d['’]exemple rédigée par dépêche|sample dispatch written by dépêche"
    r")",
    re.IGNORECASE,
)
_SET_OFF = re.compile(r"\s*(?:[.!…]?\Z|[:|→>•·–—»]|- )")
_HEADLINE = re.compile(r"\s*[«“\"'‘(]?\s*[\dA-ZÀ-ÖØ-ÞŒ]")
_INVITED = re.compile(r"\s(?:about|on|at|here|in our|dans (?:nos|notre)|nos|notre)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?…][\s»”\"’')]*\Z")


def is_furniture(paragraph: str) -> bool:
    """Whether the whole of ``paragraph`` belongs to the page rather than to the article.

    A sentence that merely contains such words (« il faut lire aussi entre les lignes ») is text.
    """
    bare = " ".join(paragraph[: 2 * _LONGEST].split())
    if not bare or len(bare) > _LONGEST or len(paragraph) > 2 * _LONGEST:
        return False
    if _CALL.match(bare):
        return True
    if label := _LABEL.match(bare):
        rest = bare[label.end() :]
        if _SET_OFF.match(rest) or (rest[0].isupper() and bare[label.end() - 1].islower()):
            return True
    reference = _REFERENCE.match(bare)
    return bool(reference and _refers(bare[reference.end() :]))


def _refers(rest: str) -> bool:
    """Whether ``rest``, after « Lire aussi », is a headline or an invitation and not a sentence's middle."""
    if _SET_OFF.match(rest) or _HEADLINE.match(rest) or _INVITED.match(rest):
        return True
    return rest.startswith(" ") and not _SENTENCE.search(rest)
