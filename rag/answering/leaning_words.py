"""The small words by which a question leans on the one before it, in French and English."""

import re

from corpus.article import Language


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# « Et combien ? », "so when?"
OPENER = _words(r"\A(?:et|mais|alors|donc|puis|and|but|so|then|ok|okay)\b(?! si\b)[,\s]*")
# « Qu’en est-il d’Iskander ? », "what about Iskander?"
ABOUT = _words(
    r"\A(?:(?:et|and)\s+)?(?:what about|how about|what of|as for|same for"
    r"|qu['’]en est-il (?:de |d['’]|du |des )?"
    r"|quid (?:de |d['’]|du |des )|pour ce qui est (?:de |d['’]|du |des )|(?:même question|idem) pour)\s*"
)
# Question words that ask for a circumstance: one may take the place of another.
ADVERBIAL = _words(
    r"(?:depuis quand|pourquoi|quand|où|comment|quel jour|à quelle (?:date|heure)|en quelle année"
    r"|dans quelle? (?:ville|pays|région)|since when|why|when|where|how(?! (?:many|much|long|old|big|far))"
    r"|(?:on |in )?(?:what|which) (?:day|date|year|month|city|country))\b"
)
# Any question word, with the noun that it asks for where it has one.
ASKING = _words(
    r"(?:(?:à|de|par|avec|pour|contre|dans|en|sur|depuis|on|in|with|by|for|to|against|from|since) )?"
    r"(?:pourquoi|quand|où|comment|combien(?: de(?= )| d(?=['’]))?|qui(?: est-ce qui| est-ce que)?|quoi"
    r"|que|qu['’](?:est-ce que |est-ce qui )?|quel(?:le)?s?|lesquel(?:le)?s|lequel|laquelle|est-ce que"
    r"|why|when|where|how(?: many| much| long| old| big| far)?|who|whom|whose|what|which(?: ones?)?)"
    r"(?:\b|(?<=['’]))\s*"
)
# Only a question word.
BARE = _words(
    r"(?:et )?(?:depuis quand|pourquoi|quand|où|comment|combien|quel jour|à quelle date|dans quelle ville"
    r"|since when|why|when|where|how|how many|how much|(?:on |in )?(?:what|which) (?:day|city|country))"
)
# The bare word that counts, the question word that it replaces, and what stands in its place.
COUNTED: dict[Language, tuple[re.Pattern[str], re.Pattern[str], str]] = {
    "fr": (_words("combien"), _words(r"quel(?:le)?s(?= \w)"), "Combien de"),
    "en": (_words("how many"), _words(r"(?:which|what)(?= \w+s\b)"), "How many"),
}
# What asks for the things that the question before counted, and how it counted them.
LISTED: dict[Language, tuple[re.Pattern[str], re.Pattern[str], str]] = {
    "fr": (_words("lesquel(?:le)?s|quels sont-ils|qui"), _words(r"combien (?:de |d['’])"), "Quels "),
    "en": (_words("which(?: ones?)?|who(?: are they)?|what are they"), _words("how many "), "Which "),
}
# The side of a vote, and what it is called when another one is asked for.
SIDE = _words(r"(?:pour|contre|for|against|in favour)")
VOTED = _words(r"\b(?P<vote>vot\w+|voix) (?P<side>pour|contre|for|against|in favour of)\b")
# « quel âge », « combien de chars », "how many tanks": a question word with its noun.
WHICH_OF = _words(
    r"\A\W*(?:(?:et|mais|and|but)\s+)?(?:(?:à|de|dans|en|avec|in|to|with) )?"
    r"(?:quel(?:le)?s? [\w-]+|combien (?:de |d['’])[\w-]+|how many [\w-]+|(?:what|which) [\w-]+)"
)
# Pronouns and the like that stand for what was said before.
LEANS: dict[Language, re.Pattern[str]] = {
    "fr": _words(
        r"(?<!y a-t-)(?<!s['’]agit-)(?<!s['’]est-)(?<!faut-)(?<!pleut-)\b"
        r"(?:il(?! (?:y a|faut|s['’]agit|est (?:vrai|possible)))|elle|ils|elles|celui-ci|celle-ci"
        r"|ceux-ci|cela|ça|lui|eux|là-bas"
        r"|(?:ce|cet|cette|ces) (?!qu|année|mois|semaine|jour|matin|soir)\w+|était-ce|est-ce\s*\?|leurs?"
        r"|son|sa|ses)\b"
    ),
    "en": _words(
        r"\b(?:he|she|they|him|her|them|his|their|its|it(?! (?:take|took|rain|true|possible|mean))"
        r"|there(?! (?:is|are|was|were|be|been|a|any)\b)(?<!is there)(?<!are there)(?<!was there)"
        r"(?<!were there)|those|these|that(?= \w+\b)|this(?! (?:year|week|month|morning|summer|winter))"
        r"|the latter|the former|so\s*\?)\b"
    ),
}
# The pronouns that a person's name may replace.
HE: dict[Language, re.Pattern[str]] = {
    "fr": _words(r"(?<!-)\b(?:il|elle)\b(?! y a)"),
    "en": _words(r"\b(?:he|she|him|her(?=\W*\Z))\b"),
}
# « Qui l’a remplacée ? »: somebody, for it is done to people.
WHOM = _words(
    r"(?P<who>qui) l['’](?P<verb>(?:(?:a|avait|aurait) )?(?:remplac|accompagn|arrêt|nomm|élu|batt|rencontr"
    r"|reç|accueill|invit|accus|tu[éa]|bless|interview|interrog|condamn|soutien|souten)\w*)\s*\??\Z"
)
# « est-il », « a-t-elle »: the name stands before the verb, and the pronoun stays.
HE_ASKED = _words(r"(?<!y )(?<![\w'’])(?:[cdjlmnt]['’])?\w+-(?:t-)?(?:il|elle)\b")
# An article before a name, and one at the end of what stands before a name.
ARTICLE = _words(r"(?:(?:le|la|les|the) |l['’])")
ARTICLE_AHEAD = re.compile(rf"(?<!\w){ARTICLE.pattern}\Z", re.IGNORECASE)
# What a question puts in front of, or behind, the verb that a statement does without.
AUXILIARY = _words(r"\A(?:did|do|does|is|are|was|were|will|has|have|had) ")
INVERTED = _words(r"(?<=\w)-(?:t-)?(?:ils?|elles?|on|ce)\b")
PREPOSITION = _words(
    r"(?:en|à|au|aux|dans|chez|avec|sur|contre|pour|par|de|du|des|in|at|to|with|on|for|against|by|from|of"
    r"|about) (?:la |le |les |l['’]|the )?|d['’]"
)
# The same at the end of what stands before a name.
INDIRECT = re.compile(rf"(?<!\w)(?:{PREPOSITION.pattern})\Z", re.IGNORECASE)
# « le lendemain », "the day before".
SHIFTED_DAY = _words(
    r"\b(?:(?P<after>le lendemain|le jour (?:suivant|d['’]après)|the (?:next|following) day|the day after)"
    r"|(?P<before>la veille|le jour (?:précédent|d['’]avant)|the (?:previous day|day before))"
    r"|ce jour-là|le même jour|(?:that|the same)(?: very)? day)(?=\W*\Z)"
)
