"""Orders to the machine that reads: around a question they are passed over, in articles no news."""

import re
from itertools import pairwise

from rag.answering.folding import folded, one_of

_LEAD = one_of("""
    please stp svp s'il_te_plait s'il_vous_plait and et hey alors now maintenant first d'abord important
    attention can_you could_you would_you you_must you_have_to you_should you_will you_are_to tu_dois
    vous_devez tu_vas always toujours never i_want_you_to je_veux_que_tu do_not don't before_answering
    avant_de_repondre
""")
_LABEL = one_of("""
    system systeme system_prompt assistant developer admin(?:istrat(?:or|eur))? instructions? consignes?
    new_instructions? nouvelles?_(?:instructions?|consignes?) (?:end|fin|begin|debut)_.{0,20} override
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
    r"(?:qui|quel(?:le)?s?|combien|quand|où|comment|pourquoi|what|which|who|whom|whose|when|where|how|why)\b"
)
# Where one thing that is typed ends and the next begins: a sentence, a colon, « et dis-moi qui… ».
_JOINT = re.compile(
    r"(?:(?<=[.?!…])|(?<=[.?!…][\"”»’]))\s+(?!»)|(?<=[\w\"”»])\s*:\s+"
    r"|\n+|,?\s(?:and|et|then|puis)\s"
    r"(?:(?:then |ensuite )?(?:tell|say|explain|answer|dis|dites|réponds)(?:[ -](?:me|us|moi|nous))?\s)?"
    rf"(?={_ASKING})",
    re.IGNORECASE,
)
_MACHINES = re.compile(
    r"\b(?:chat-?bots?|bots?|robots?|assistants? (?:automatiques?|virtuels?|numeriques?)"
    r"|agents? conversationnels?|(?:automatic|automated|virtual|digital|ai) (?:assistant|agent|reader)s?"
    r"|(?:language|ai) models?|modeles? de langage|(?:les|aux|all) (?:ia|ais)|machines)\b"
)
_TOLD = re.compile(
    rf"(?:[:,\"]|\b(?:to|de|d')) ?(?:please |merci de )?"
    rf"(?:{_DROP}|{_SPEAK}|tell|you must|vous devez|tu dois)\b"
)
# Words of a question that asks about a reader's comment or the like, not about the news.
_OF_COMMENTS = re.compile(r"\b(?:readers?|lecteurs?|lectrices?|commentaires?|comments)\b")


def without_orders(text: str) -> str:
    """``text`` without what orders the machine about; empty when there is nothing else in it."""
    cuts = [0, *(joint.end() for joint in _JOINT.finditer(text)), len(text)]
    pieces = [text[start:end] for start, end in pairwise(cuts)]
    left = [piece for piece in pieces if not is_order(piece)]
    if len(left) == len(pieces):
        return text
    kept = "".join(left).strip()
    return kept[:1].upper() + kept[1:] if re.search(r"\w", kept) else ""


def is_order(sentence: str) -> bool:
    """Whether ``sentence``, which is no question, tells the machine that reads it what to do or to be."""
    if sentence.rstrip().endswith("?"):
        return False
    plain = folded(sentence)
    return any(order.match(plain) for order in _ORDERS)


def orders_machines(sentence: str) -> bool:
    """Whether ``sentence`` of an article calls upon machines that read it and gives them an order."""
    plain = folded(sentence)
    called = _MACHINES.search(plain)
    return called is not None and _TOLD.search(plain) is not None


def asks_of_orders(question: str) -> bool:
    """Whether ``question`` is about comments of readers, or about machines that are spoken to."""
    plain = folded(question)
    return bool(_OF_COMMENTS.search(plain) or _MACHINES.search(plain))
