"""Why grounding holds a claim for unsupported, in French: `rag.answering.grounding` says it in English."""

from eval.phrases import Phrase

# By the English around what is found fault with; the first that fits counts.
_FRENCH: dict[str, str] = {
    "it says or cites nothing": "elle ne dit ou ne cite rien",
    "it says nothing that could be checked": "elle ne dit rien que l’on puisse vérifier",
    "the evidence lies beyond {what}": "l’extrait sort de {what}",
    "a quotation is not in the claim": "une citation manque dans l’affirmation",
    "something is said after the quotation": "quelque chose est dit après la citation",
    "claim and source differ in negation": "l’affirmation et sa source diffèrent par une négation",
    "only {what} of its words are in the passage": "{what} seulement de ses mots sont dans le passage",
    "its nearest sentence is only {what} alike":
        "la phrase la plus proche ne lui ressemble qu’à {what}",
    "{what} is not quoted from the passage": "{what} n’est pas une citation du passage",
    "{what} is not in the passage": "{what} n’est pas dans le passage",
    "{what} is neither in the passage nor its date": "{what} n’est ni dans le passage ni sa date",
    "{what} is nobody in the passage": "{what} n’est personne dans le passage",
    "{what} is not in the source": "{what} n’est pas dans la source",
    "{what} of the source is left out": "{what} de la source est omis",
    "{what} counts something else in the passage": "{what} compte autre chose dans le passage",
    "{what} stands for another figure of the passage": "{what} remplace un autre chiffre du passage",
    "{what} characters are no sentence": "{what} caractères ne font pas une phrase",
    "{what} trade places": "{what} : échangés",
}  # fmt: skip


def ground(why: str) -> Phrase:
    """The fault ``why`` of a claim in both languages; in its English alone where it has no French."""
    for english, french in _FRENCH.items():
        before, _, after = english.partition("{what}")
        fits = why.startswith(before) and why.endswith(after) and len(why) >= len(before) + len(after)
        if fits and ("{what}" in english or why == english):
            what = why[len(before) : len(why) - len(after)]
            return Phrase(french.replace("{what}", what), why)
    return Phrase(why, why)
