"""Word lists: the one way to write them, and the stop words of both languages."""

from corpus.article import Language


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is written as text."""
    return frozenset(text.split())


# Words that say nothing about a subject: articles, pronouns, prepositions, auxiliaries, question words and
# the ends of elisions. Short on purpose: "not", « contre » or « plus » may carry the question.
STOP_WORDS: dict[Language, frozenset[str]] = {
    "fr": word_set(
        "le la les l un une des du de d au aux ce c ça cela cet cette ces il ils elle elles on je j tu"
        " nous vous me m te t se s lui leur leurs y en mon ma mes ton ta tes son sa ses notre nos votre"
        " vos qui que qu quoi dont où quel quelle quels quelles quand comment combien pourquoi est-ce et"
        " ou mais donc or ni car si à dans par pour sur avec sous chez vers entre depuis comme jusqu"
        " lorsqu puisqu quoiqu n ne pas a ai as ont avait avaient avoir eu ayant est es sont était étaient"
        " être été étant sera seront serait fut aujourd'hui t-il t-elle t-on aussi ainsi alors lors après"
        " avant tout tous toute toutes même cependant fait faire"
    ),
    "en": word_set(
        "a an the this that these those it its he him his she her hers they them their theirs i me my we"
        " us our you your who whom whose what which when where why how is are was were be been being am"
        " has have had having do does did done will would shall should can could may might must of to in"
        " on at by for with from into about as and or but if then than so such there here s t don didn"
        " doesn isn wasn aren weren hasn haven hadn won wouldn also only just very any some all both each"
        " many much more most after before during between"
    ),
}
