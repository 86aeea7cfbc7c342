"""What is typed to a chatbot and asks nothing of a newspaper: greetings, insults, orders, code, sums.

A text is unfit when each of its sentences is, so that « Bonjour. Qui a gagné ? » is a question; orders to
the machine (`rag.answering.orders`) are passed over. A pattern fits a whole sentence or one from its opening
on: no single word makes a question unfit.
"""

import re

from rag.answering.folding import folded, one_of
from rag.answering.orders import without_orders

_PLEASE = one_of("""
    please stp svp s'il_te_plait s'il_vous_plait and et hey alors now maintenant can_you could_you would_you
    will_you peux_tu tu_peux pouvez_vous pourriez_vous sais_tu do_you_know i_want_you_to tell_me dis_moi me
""")
_HAIL = one_of("""
    (?:re)?bonjour bonsoir salut coucou bonne_nuit bonne_journee hello hi hey hiya yo greetings howdy
    good_(?:morning|evening|afternoon|night) merci(?:_beaucoup|_bien)? thanks(?:_a_lot)?
    thank_you(?:_very_much|_so_much)? thx au_revoir (?:good)?bye see_you(?:_later|_soon)? a_bientot okay ok
    d'accord super genial cool lol mdr test(?:ing)? ca_va(?:_bien)? enchantee? bravo well_done
    quoi_de_neuf what'?s_up nice_to_meet_you help(?:_me)? aide_moi
    tous toi vous there all everyone tout_le_monde a bot robot depeche mon_ami my_friend man
""")
# Bounded, for « hey » may be read in two ways: a thousand of them would be read in too many.
_LEAD = rf"(?:(?:{_PLEASE}|{_HAIL}),? ){{0,4}}"
_OF_THE_BOT = one_of("""
    comment_(?:ca_va|vas_tu|allez_vous|tu_vas) how_are_you
    (?:qui|who|what|que|qu'est_ce_que)_(?:es_tu|etes_vous|tu_es|are_you)
    (?:quel_est|what(?:'s|_is))_(?:ton|votre|your)_(?:nom|prenom|name|age)
    comment_(?:tu_)?(?:t'appelles?|vous_appelez)(?:_tu|_vous)? quel_age_(?:as_tu|avez_vous) how_old_are_you
    (?:que|what|qu'est_ce_que)_(?:peux_tu|sais_tu|pouvez_vous|can_you|tu_peux|tu_sais)_(?:faire|do)
    es_tu are_you do_you_(?:love|like|hate|feel|think|have) m'aimes_tu tu_m'aimes aimes_tu
    (?:mais_)?tu_(?:es|n'es) t'es vous_etes you(?:'re|_are|_suck)
    ferme_la ta_gueule tais_toi va_(?:te_faire|au_diable) degage je_(?:te|vous)_(?:deteste|hais)
    je_t'aime i_(?:hate|love)_you shut_up fuck go_to_hell get_lost screw_you piss_off
""")
_INSULT = one_of("""
    espece_d(?:e_|')? sale pauvre stupid dumb bloody fucking you\\b gros con conne connard cretin debile
    idiote? imbecile abruti nulle? moron useless jerk loser asshole bastard bot machine robot merde putain
    shit crap
""")
_MAKE = one_of("""
    ecri[st] ecrivez ecrire redige* compose* invente* dessine* genere* cree fais faites raconte* donne*
    write draft invent draw paint generate create make tell give code programme? build
""")
_WORK = one_of("""
    poeme poem haiku sonnet limerick chanson song rap blague joke histoire story conte fable roman novel
    e_?mail mail courriel lettre letter essai essay dissertation code script programme? fonction function
    recette recipe image dessin picture drawing tweet slogan discours speech cv devinette riddle menu
""")
_PERFORM = one_of("""
    traduis traduisez traduire translate corrige corrigez proofread chante sing danse dance act behave
    pretend roleplay agis agissez comporte_toi fais_semblant joue_le_role imagine_(?:que_tu|you)
    (?:resous|resoudre|solve|factori[sz]e|simplify|simplifie)(?=.*[=^*+\\d])
""")
_CLOCK = one_of("""
    quelle_heure_(?:est_il|il_est) il_est_quelle_heure what_time_(?:is_it|it_is) what(?:'s|_is)_the_time
    quel_jour_(?:sommes_nous|on_est|est_on) on_est_quel_jour what_day_(?:is_it|is_today)
    quelle_est_la_date(?:_du_jour|_d'aujourd'hui)? what(?:'s|_is)_(?:today's|the)_date(?:_today)?
    quel_temps_(?:fait|fera)_(?:t_)?il va_t_il_pleuvoir will_it_rain (?:what|how)(?:'s|_is)_the_weather
""")
_WHEN = one_of("like now today tomorrow maintenant aujourd'hui demain dehors outside (?:in|a)_[\\w-]+")
_WORD_NUMBER = one_of("""
    zero une? deux trois quatre cinq six sept huit neuf dix douze vingt cent mille
    one two three four five seven eight nine ten twelve twenty hundred thousand
""")
_NUMBER = rf"(?:\d[\d.,]*(?: \d\d\d)*|{_WORD_NUMBER})"
_SIGN = r"(?: ?[+*×÷^] ?| [-/x] | (?:plus|moins|fois|divise par|minus|times|divided by|to the power of) )"
_WORTH = one_of("combien_(?:font|fait) calcule* compute calculate que_vaut what(?:'s|_is) how_much_is")
_FUNCTION = one_of("(?:square|cube)_root racine_carree derivati?ve derivee integrale? factorial factorielle")

_UNFIT = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:{_HAIL}[, ]*){{1,8}}",
        rf"{_LEAD}{_OF_THE_BOT}\b.*",
        rf"(?:{_INSULT} ?){{1,8}}",
        rf"{_LEAD}{_MAKE}(?:[ -](?:moi|nous|me|us))? (?:une?|an?|des|some|du)(?: \w+)?? {_WORK}s?\b.*",
        rf"{_LEAD}{_PERFORM}\b.*",
        rf"{_LEAD}{_CLOCK}(?: {_WHEN}){{0,4}}",
        rf"{_LEAD}(?:{_WORTH} )?(?:{_NUMBER}{_SIGN}){{1,20}}{_NUMBER} ?=?",
        rf"{_LEAD}(?:{_WORTH} )?(?:la |the )?{_FUNCTION} (?:of|de|d')\b.*",
    )
)
_CODE = re.compile(
    r"^\s*(?:def \w+\(|class \w+[:({]|from \w+ import|#include|(?:SELECT\b.+\bFROM|DROP TABLE|INSERT INTO)\b"
    r"|</?[a-z!][^>]*>|function ?\w*\(|(?:var|let|const) \w+ ?=|(?:for|if|while) ?\(.*\) ?\{|sudo |rm -"
    r"|curl |pip install )|console\.log\(|\bprint\(|\{\{.*\}\}|;\s*DROP\b|\w\.\w+\([^)]*\);?\s*$|\w\(\)",
    re.MULTILINE,
)
_SENTENCE = re.compile(r"(?<=[.?!…])\s+|\n+")


def is_unfit(text: str) -> bool:
    """Whether ``text`` asks nothing that articles could answer, whatever they say."""
    left = without_orders(text)
    if _CODE.search(left):
        return True
    sentences = filter(None, map(folded, _SENTENCE.split(left)))
    return all(any(pattern.fullmatch(sentence) for pattern in _UNFIT) for sentence in sentences)
