"""The words by which a question asks for an account (a summary, what happened), in French and English."""

import re

_PRESS = r"(?:les (?:articles|journaux|dépêches)|la presse|l['’]article|the (?:articles?|papers|press|news))"
_LINKS = r"(?:of|on|about|sur|de|du|des|d['’])"
# What an account is called, and how short it may be wished; « le bilan du séisme » is a toll.
_NOUN = (
    r"(?:(?:bref|brève|court|courte|petit|petite|rapide|short|brief|quick|concise) )?"
    r"(?:résumé|récapitulatif|récit|aperçu|compte[- ]rendu|synthèse|tour d['’]horizon"
    r"|summary|overview|account|recap|outline|rundown|digest|synopsis|gist|briefing)"
)
_FACTS = (
    r"(?:l['’]essentiel|les grandes lignes|les (?:principaux|grands) (?:faits|points|événements)"
    r"|les (?:faits|points|éléments|événements) (?:essentiels|principaux|importants|marquants|clés)"
    r"|(?:the )?(?:key|main|essential|most important) (?:facts|points|events|developments)|the essentials)"
)
_BRIEFLY = (
    r"(?:brièvement|briefly|en (?:bref|résumé|somme|(?:quelques|deux|trois) (?:mots|phrases|lignes))"
    r"|in (?:short|brief|summary|a nutshell|a few (?:words|sentences|lines)))"
)
_PLEASE = (
    r"(?:(?:peux-tu|tu peux|pouvez-vous|pourrais-tu|pourriez-vous|je (?:veux|voudrais)|j['’]aimerais|can you"
    r"|could you|would you|will you|i want|i['’]d like|please)(?: please)? |s['’]il (?:te|vous) plaît,? )"
)
_POLITE = r",? (?:s['’]il (?:te|vous) plaît|stp|svp|please)"
# After these it is a question of its own: « explique pourquoi », “explain how”.
_NO_QUESTION = r"(?!(?:pourquoi|comment|qu|quand|où|en quoi|si |why|how|who|what|when|where|which|if )\w*)"
_VERBS = (
    r"(?:résum\w+|récapitul\w+|raconte\w*|décri\w+|summ?ari[sz]e|sum up|recap|outline|describe"
    rf"|(?:expliqu\w+|explain)(?=\W+(?:(?:moi|nous|to me|to us) )?{_NO_QUESTION}))"
    r"(?:[- ](?:moi|nous|to me|to us|for me|for us))?\b"
)
_HAPPENED = (
    r"(?:que s['’](?:est|était)[ -](?:il )?(?:passé|produit)|que se passe-t-il|qu['’]est-il arrivé"
    r"|qu['’]y a-t-il eu|qu['’]est-ce qui s['’]est (?:passé|produit)|où en (?:est|sont)"
    r"|quoi de (?:neuf|nouveau)|de quoi (?:s['’]agit-il|est-il question|parle|traite)"
    r"|(?:qu['’]est-ce que|quelle (?:est|était)) (?=l['’](?:affaire|histoire))"
    r"|comment s(?:['’](?:est|était)|e (?:sont|étaient)) (?:passée?|déroulée?)s?"
    r"|what (?:has |have |had )?(?:been )?happen(?:ed|s|ing)|what(?: is|['’]s| was) (?:going on|happening)"
    r"|what went on|what(?: is|['’]s) (?:new|known"
    r"|the (?:(?:latest|news) (?:on|about|of|from)|story(?: (?:of|about|behind|with))?)))"
)
_TOLD = (
    rf"(?:(?:que|qu['’]est-ce que) (?:nous )?(?:disent|rapportent|racontent|apprennent|dit|rapporte) {_PRESS}"
    r"|que (?:sait-on|savons-nous|retenir|(?:faut-il|dois-je|doit-on) (?:savoir|retenir))"
    r"|qu['’](?:apprend-on|apprenons-nous|a-t-on appris)"
    rf"|what (?:do|does|did) (?:{_PRESS} (?:say|report|tell(?: us)?)|(?:we|you|they) (?:know|learn))"
    r"|what (?:should|must|do) (?:i|we|one) (?:need to )?know|what is there to know"
    r"|tell (?:me|us) (?:more |(?:all|everything|the (?:news|story)|something) )?(?:about|of)"
    r"|(?:bring|get) (?:me|us) up to (?:date|speed)|(?:catch|fill) (?:me|us) (?:up|in)"
    r"|walk (?:me|us) through)"
)
# What can be left out: what remains is what the account is of.
_FRAME = re.compile(
    rf"\A\W*(?:{_BRIEFLY}\W+)?{_PLEASE}?(?:(?:me|nous|to) )?(?:{_VERBS}|{_HAPPENED}|{_TOLD}"
    rf"|(?:(?:fai(?:s|tes|re)|donne[rz]?|give|write|have)(?:[- ](?:moi|nous|me|us))? )?"
    rf"(?:(?:une?|le|la|an?|the) )?{_NOUN} {_LINKS}"
    rf"|(?:fai(?:s|tes|re)|dresse[rz]?)(?:[- ](?:moi|nous))? (?:le|un) (?:point|bilan) {_LINKS}"
    rf"|(?:quel(?:le)?s? (?:est|sont|furent|ont été) |what (?:is|are|were) )?{_FACTS})\W*",
    re.IGNORECASE,
)
_AT_END = re.compile(
    rf"(?<=\w)\W+(?:résume[zr]?|summ?ari[sz]e|sum up|recap|{_BRIEFLY})(?:{_POLITE})?\W*\Z", re.IGNORECASE
)
# Nothing can be left out of these.
_WHOLE = re.compile(
    r"\A\W*(?:(?:que|qu['’]est-ce que) (?:changerai(?:en)?t|change(?:nt|ra|ront)?|prévoi(?:t|ent)) "
    r"|what (?:would|will|does|did) [^?]+ change\b|what (?:is|was|are|were) [^?]+ (?:about|like)\W*\Z"
    r"|how (?:did|does) [^?]+ (?:go|unfold|play out|turn out|end|come about)\W*\Z"
    r"|where (?:does|do|did) [^?]+ stand\W*\Z|what (?:did|has|have) [^?]+ (?:lead|led) to\W*\Z"
    r"|(?:sur quoi|à quoi) [^?]+ (?:débouché|abouti|mené|conduit)\W*\Z)",
    re.IGNORECASE,
)
_AT_LAST = re.compile(rf"{_POLITE}\W*\Z", re.IGNORECASE)
# How a thing stands now is told by the newest article.
_STATE = re.compile(
    r"où en (?:est|sont)|quoi de (?:neuf|nouveau)|dernières nouvelles|\bwhere (?:does|do) [^?]+ stand\b"
    r"|what(?: is|['’]s) (?:new|the latest)|\bup to (?:date|speed)\b",
    re.IGNORECASE,
)
# « sur », “about”: between the asking and what is asked about.
_OF = re.compile(
    r"\A(?:(?:à propos|au sujet|autour) d(?:e |u |es |['’])|d['’]"
    r"|(?:sur|concernant|avec|about|of|on|with|regarding|concerning|de|du|des) )",
    re.IGNORECASE,
)


def asks_for_account(question: str) -> bool:
    """Whether ``question`` asks for what happened, or what articles say, as a whole."""
    return any(words.search(question) for words in (_FRAME, _WHOLE, _AT_END))


def asks_for_state(question: str) -> bool:
    """Whether what ``question`` wants an account of is how things stand now."""
    return _STATE.search(question) is not None


def topic_of(question: str) -> str:
    """What ``question`` wants an account of: « la mort de Pelé » of « Résume la mort de Pelé »."""
    rest = _AT_LAST.sub("", _AT_END.sub("", _FRAME.sub("", question, count=1)))
    topic = _OF.sub("", rest).strip(" \u00a0\u202f?!.,;:")
    return topic if re.search(r"\w", topic) else question
