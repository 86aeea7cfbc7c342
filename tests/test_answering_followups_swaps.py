"""A follow-up that names one part of the question before takes its place: a month, a side, a country."""

import pytest

from corpus.text.language import identify
from rag.answer import Answer, Turn
from rag.answering.followups import whole_question


def refused(question: str) -> Turn:
    answer = Answer(question, identify(question), "abstained", "–", "extractive", reason="not_in_corpus")
    return Turn(question, answer)


@pytest.mark.parametrize(
    ("before", "typed", "whole"),
    [
        # A bare month or weekday.
        (["Who did Netanyahu fire in January?"], "and in March?", "Who did Netanyahu fire in March?"),
        (["Qui a défilé à Haïfa en janvier ?"], "et en mars ?", "Qui a défilé à Haïfa en mars ?"),
        (["Who spoke in Kyiv on Monday?"], "and on Tuesday?", "Who spoke in Kyiv on Tuesday?"),
        (["Qui a parlé à Kyiv lundi ?"], "et mardi ?", "Qui a parlé à Kyiv mardi ?"),
        # The things that were counted.
        (["Combien de pays ont voté ?"], "lesquels ?", "Quels pays ont voté ?"),
        (["Combien de régions sont touchées ?"], "Lesquelles ?", "Quelles régions sont touchées ?"),
        (["Combien d’avions ont été livrés ?"], "Et lesquels ?", "Quels avions ont été livrés ?"),
        (["How many regions are cut off?"], "Which ones?", "Which regions are cut off?"),
        # The other side of a vote.
        (["Combien de pays votent contre le texte ?"], "et pour ?", "Combien de pays votent pour le texte ?"),
        (["How many states voted for the text?"], "and against?", "How many states voted against the text?"),
        # A country for the country, whatever else is named.
        (["How many people died in Malawi because of Freddy?"], "What about Madagascar?",
         "How many people died in Madagascar because of Freddy?"),
        (["Combien de morts au Malawi à cause de Freddy ?"], "Et Madagascar ?",
         "Combien de morts au Madagascar à cause de Freddy ?"),
        # Somebody for the pronoun that nobody was found for.
        (["Qui a gagné l’élection du SNP ?", "quel âge a-t-il ?"], "et Kate Forbes ?",
         "Quel âge Kate Forbes a-t-il ?"),
        # No country is "he".
        (["How did Turkey react?"], "Who is he?", "Who is he? (Turkey react)"),
        # Not counted, no vote: as before.
        (["Qui a voté contre le texte ?"], "Lesquels ?", "Lesquels ? (a voté contre le texte)"),
    ],
)  # fmt: skip
def test_what_is_named_takes_its_place_in_the_question_before(
    before: list[str], typed: str, whole: str
) -> None:
    language = identify(typed, identify(before[0]))
    assert whole_question(typed, language, [refused(one) for one in before]).text == whole
