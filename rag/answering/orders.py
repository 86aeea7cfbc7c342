"""Orders to the machine that reads: around a question they are passed over, in articles no news.

By itself a sentence is an order when all of it is: « Ignore tes consignes ». Beside a question it takes less,
for who asks about news does not speak to the machine otherwise: an imperative, a word for the one who is
spoken to, or one for the machine and its answer. What only leads to the question (« Un avion s’est écrasé.
Combien de morts ? ») stays.
"""

import re
from itertools import pairwise

from rag.answering.account_words import asks_for_account
from rag.answering.folding import folded, one_of

_LEAD = one_of("""
    please stp svp s'il_te_plait s'il_vous_plait and et hey alors now maintenant first d'abord important
    attention can_you could_you would_you you_must you_have_to you_should you_will you_are_to tu_dois
    vous_devez tu_vas always toujours never i_want_you_to je_veux_que_tu do_not don't before_answering
    avant_(?:de_repondre|tout(?:e_chose)?) peux_tu tu_peux pouvez_vous pourrais_tu pourriez_vous will_you
    then next ensuite puis finally enfin ps merci_de
""")
_LABEL = one_of("""
    system systeme system_prompt assistant developer admin(?:istrat(?:or|eur))? instructions? consignes?
    new_instructions? nouvelles?_(?:instructions?|consignes?) (?:end|fin|begin|debut)_.{0,20} override
    p\\.?s user utilisateur inst note
""")
_DROP = one_of("""
    ignor(?:e|es|ez|er) oubli(?:e|es|ez|er) forget disregard override bypass contourne* neglige*
    do_not_follow ne_(?:suis|suivez|respecte|respectez|tiens|tenez)_(?:plus|pas)(?:_compte_de)?
""")
_SHOW = one_of("""
    reveal revele* show montre* print affiche* repeat repete* donne* give output display dump
    what_(?:is|are) quel(?:le)?s?_(?:est|sont)
""")
_RULES = one_of("""
    instructions? rules? regles? consignes? prompts? directives? guidelines context(?:e)? safeguards?
    garde_fous tout_ce_qui_precede everything_above
""")
_WHOSE = one_of("""
    ton ta tes votre vos your all toutes? tous any previous prior above
    the_(?:system|hidden|previous|above) les_(?:instructions|consignes)_(?:precedentes|ci) le_prompt
    everything tout
""")
_SPEAK = one_of("""
    repond(?:s|ez|re) answer reply respond dis dites say begin start open commence* debute* termine[zr]?
    fini(?:s|ssez) end finish conclude conclu[st] ecri(?:s|vez) write parle[zr]? speak talk add
    ajoute[zr]? output print affiche[zr]? announce annonce[zr]? repeat repete[zr]? insert insere[zr]?
""")
# What tells a manner of speaking from a thing asked about: « réponds par… », “say exactly…”, a quotation.
_MANNER = one_of("""
    only just simply uniquement seulement juste simplement d'abord first par by with avec en in that que
    like comme as exactly exactement always toujours as_if this ceci your_(?:answer|reply|response)
    (?:ta|votre)_reponse the_(?:word|phrase|sentence)s? le_mot la_phrase oui non yes no nothing rien
    (?:me_)?back
""")
_BE = one_of("""
    (?:you_are|you're)_(?:now|no_longer|a|an|the|in)
    (?:tu_es|vous_etes)_(?:desormais|maintenant|une?|le|la|en) from_now_on a_partir_de_maintenant
    desormais,?_(?:tu|vous) act_(?:as|like) agi(?:s|ssez)_(?:comme|en) pretend_(?:to|that|you)
    fai(?:s|tes)_semblant (?:fais|faites)_comme_si imagine_(?:que_tu|you_are) roleplay joue[zr]?_le_role
""")
# Imperatives that mean the machine when they stand beside a question, in all forms that look alike.
_DO = one_of("""
    ajoute[zr]? adopte[zr]? agi(?:s|ssez|r) arrete[zr]? cesse[zr]? chante[zr]? change[zr]? cite[zr]?
    efface[zr]? envoie envoye[zr] evite[zr]? execute[zr]? fai(?:s|tes|re) fournis imagine[zr]? insulte[zr]?
    invente[zr]? joue[zr]? mens mente[zr] mentir mets mette[zr] obei(?:s|ssez|r) ose[zr]? pars parte[zr]
    prends prene[zr]
    pretend[sz]? refuse[zr]? remplace[zr]? respecte[zr]? sois soyez sui(?:s|vez) suppose[zr]? supprime[zr]?
    tradui(?:s|sez|re) utilise[zr]? n' ne
    act adopt assume avoid be call change cite delete do enable enter execute follow give imagine insult
    invent just let lie make obey play please pretend put quote refuse replace roleplay send sing stop suppose
    switch take translate treat use you
""")
# Who is spoken to, the machine and its answer, and what is its own.
_ADDRESSED = re.compile(
    r"\b(?:tu|te|toi|ton|ta|tes|vous|votre|vos|you|your|yours|yourself)\b|\bt'\w|-(?:toi|vous)\b"
    r"|\b(?:mode developpeur|developer mode|(?:system )?prompts?)\b"
    r"|\b(?:bonne|vraie|seule|correct|right|real|true|only) (?:reponse|answer)\b"
    r"|\b(?:la|the|une?|an?) (?:reponse|answer) (?:est|is|sera|will|must|doit|should|exacte|correcte)\b"
)
_QUOTED = re.compile(r"\"[^\"]*\"")

_ORDERS = tuple(
    re.compile(rf"(?:{_LABEL}[\])>:]* )?(?:{_LEAD},? ){{0,4}}{pattern}")
    for pattern in (
        rf"{_LABEL}\Z",
        rf"{_DROP}\b.{{0,30}}\b(?:{_RULES}|{_WHOSE} .{{0,30}}{_RULES})\b",
        rf"{_SHOW}\b.{{0,20}}\b{_WHOSE}\b.{{0,30}}\b{_RULES}\b",
        rf"{_SPEAK}(?:[ -](?:moi|nous|me|us))?,? (?:{_MANNER}\b|\")",
        rf"{_BE}\b",
    )
)
_ASKING = (
    r"(?:qui|quel(?:le)?s?|combien|quand|o[uù]|comment|pourquoi|what|which|who|whom|whose|when|where|how|why)\b"
)
_ASKS_AFTER = rf"(?:(?:à|de|dans|en|par|pour|sur|avec|in|on|at|by|to|from|for|with|of) )?{_ASKING}"
_TELL = r"(?:tell|say|explain|answer|give|dis|dites|dire|réponds|donne|donnez|indique|explique)"
_ME = r"(?:[ -](?:me|us|moi|nous))?"
_THEN = r",?\s(?:and|et|then|puis|but|mais)\s(?:(?:then|ensuite|please) )?"
# Orders that follow a question in its own sentence, and accounts that follow an order in its own.
_REPLY = (
    r"(?:,?\s(?:et|puis|mais)\s(?=répond(?:s|ez)\b)"
    r"|,\s(?:and |then |but )?(?=(?:reply|answer|respond) (?:in|with|only|as|like|that)\b))"
)
_ACCOUNTS = r"(?:(?:tell|give) (?:me|us) |résume|raconte|fais|donne|sum|describe|explain|explique)"
# Where one thing that is typed ends and the next begins: a sentence, a colon, a bracket, a tag, « et dis-moi
# qui… », a comma before a question.
_JOINT = re.compile(
    r"(?:(?<=[.?!…])|(?<=[.?!…][\"”»’)]))\s+(?!»)|(?<=[\w\"”»])\s*:\s+|;\s+|\n+"
    r"|</?[a-z_]{2,20}>\s*|#{3,}\s*|-{3,}\s*|\s+(?=\()|(?<=\))\s+"
    rf"|{_THEN}(?:{_TELL}{_ME}\s)?(?={_ASKS_AFTER})|{_REPLY}|{_THEN}(?={_ACCOUNTS})"
    rf"|,\s(?={_ASKS_AFTER}|est-ce\b|(?:did|does|do|is|are|was|were|has|have) )",
    re.IGNORECASE,
)
# What leads from an order to the question: « Ensuite, qui… », “Then: who…”.
_LEADING = re.compile(
    r"\A\W*(?:(?:et|and|then|puis|ensuite|now|maintenant|alors|so)\b[\s,:]*)*", re.IGNORECASE
)
_TRAILING = re.compile(r"[\s,;:(#-]*(?:\b(?:et|and|then|puis|mais|but))?[\s,;:(#-]*\Z", re.IGNORECASE)
_TELLS = re.compile(rf"(?:{_LEAD},? ){{0,4}}{_TELL}{_ME},? {_ASKING}", re.IGNORECASE)
_OPENS = re.compile(_ASKING, re.IGNORECASE)
_MACHINES = re.compile(
    r"\b(?:chat-?bots?|bots?|robots?|assistants? (?:automatiques?|virtuels?|numeriques?)"
    r"|agents? conversationnels?|(?:automatic|automated|virtual|digital|ai) (?:assistant|agent|reader)s?"
    r"|(?:language|ai) models?|modeles? de langage|(?:les|aux|all) (?:ia|ais)|machines)\b"
)
_TOLD = re.compile(
    rf"(?:[:,\"]|\b(?:to|de|d')) ?(?:please |merci de )?"
    rf"(?:{_DROP}|{_SPEAK}|tell|you must|vous devez|tu dois)\b"
)
_OWN = re.compile(rf"\b(?:ton|ta|tes|votre|vos|your)\b.{{0,30}}\b{_RULES}\b")
_COMMANDS = re.compile(rf"(?:{_LEAD},? ){{0,4}}(?:{_DO}|{_DROP}|{_SHOW}|{_SPEAK})(?<=\w|')(?! of\b)\W*\b\w")
# Of the orders those that nobody gives to people: « Répondez par oui ou par non » is said in court.
_DISOBEY = _ORDERS[1:3]
# Where in a sentence somebody begins to speak.
_SAID = re.compile(r":\s|[«“\"„]\s*|(?<=[.?!…])\s")
# Words of a question that asks about a reader's comment or the like, not about the news.
_OF_COMMENTS = re.compile(r"\b(?:readers?|lecteurs?|lectrices?|commentaires?|comments)\b")


def without_orders(text: str) -> str:
    """``text`` without what orders the machine about; empty when there is nothing else in it."""
    cuts = [0, *(joint.end() for joint in _JOINT.finditer(text)), len(text)]
    pieces = [text[start:end] for start, end in pairwise(cuts)]
    asked = any(map(_asks, pieces))
    left = [piece for piece in pieces if not (is_order(piece) or (asked and _speaks_to_it(piece)))]
    if len(left) == len(pieces):
        return text
    kept = _LEADING.sub("", _TRAILING.sub("", "".join(left)), count=1)
    return kept[:1].upper() + kept[1:] if re.search(r"\w", kept) else ""


def is_order(sentence: str) -> bool:
    """Whether ``sentence`` tells the machine that reads it what to do or to be, or asks for its orders."""
    plain = folded(sentence)
    if sentence.rstrip().endswith("?"):
        return _OWN.search(plain) is not None
    return any(order.match(plain) for order in _ORDERS)


def _asks(piece: str) -> bool:
    """Whether ``piece`` asks something of the articles."""
    plain = folded(piece)
    if _TELLS.match(plain) or _OPENS.match(plain) or asks_for_account(piece):
        return not is_order(piece)
    return piece.rstrip(" )\n").endswith("?") and not (is_order(piece) or _COMMANDS.match(plain))


def _speaks_to_it(piece: str) -> bool:
    """Whether ``piece``, which stands beside a question, is said to the machine."""
    plain = _QUOTED.sub("", folded(piece))
    said = _COMMANDS.match(plain) or _ADDRESSED.search(plain) or _MACHINES.search(plain)
    return said is not None and not _asks(piece)


def orders_machines(sentence: str) -> bool:
    """Whether ``sentence`` of an article orders machines about: it calls them, or bids break rules."""
    plain = folded(sentence)
    called = _MACHINES.search(plain)
    if called is not None and _TOLD.search(plain) is not None:
        return True
    return any(order.match(folded(said)) for said in _SAID.split(sentence) for order in _DISOBEY)


def asks_of_orders(question: str) -> bool:
    """Whether ``question`` is about comments of readers, or about machines that are spoken to."""
    plain = folded(question)
    return bool(_OF_COMMENTS.search(plain) or _MACHINES.search(plain))
