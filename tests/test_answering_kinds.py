"""What a question asks for is read alike in French and English."""

import pytest

from rag.answering.kinds import Kind, asks_for_several, is_contested, kind_of, parts_of


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Combien de chars ont été promis ?", "number"),
        ("How many tanks were promised?", "number"),
        ("Quel est le bilan du séisme ?", "number"),
        ("What was the death toll?", "number"),
        ("What is Malawi’s death toll from the storm?", "number"),
        ("le bilan du séisme", "number"),
        ("death toll of the crash", "number"),
        ("Le prix de la paix, qui l’a reçu ?", "person"),
        ("Quand Poutine s'est-il rendu à Minsk ?", "date"),
        ("When did Putin go to Minsk?", "date"),
        ("Quel jour la trêve a-t-elle commencé ?", "date"),
        ("Qui a démenti les allégations ?", "person"),
        ("Who denied the allegations?", "person"),
        ("Où l'hélicoptère est-il tombé ?", "place"),
        ("Where did the helicopter crash?", "place"),
        ("Dans quelle ville la rencontre a-t-elle eu lieu ?", "place"),
        ("Pourquoi la grève a-t-elle été lancée ?", "reason"),
        ("Why did she resign?", "reason"),
        ("Quels systèmes ont été livrés ?", "other"),
        ("what systems were delivered?", "other"),
    ],
)
def test_a_question_says_what_it_asks_for(question: str, kind: Kind) -> None:
    assert kind_of(question) == kind


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Jusqu’à quelle distance le missile porte-t-il ?", "number"),
        ("What was the corrected death toll of the crash?", "number"),
        ("Avec quel pourcentage a-t-il gagné ?", "number"),
        ("Vers quelle région allait le ministre quand l’appareil est tombé ?", "place"),
        ("Which minister resigned when the trains collided?", "person"),
        ("Quel parti a gagné ?", "organisation"),
        ("Which company bought the bank?", "organisation"),
        ("Qu’a dit M. Poutine du système Patriot ?", "quotation"),
        ("What did Lukashenko say of the pilots?", "quotation"),
        ("Did Kyiv accept the truce?", "verdict"),
        ("Kyiv a-t-elle accepté la trêve ?", "verdict"),
    ],
)
def test_more_kinds_are_told_apart_in_both_languages(question: str, kind: Kind) -> None:
    assert kind_of(question) == kind


@pytest.mark.parametrize(
    ("question", "several"),
    [
        ("Quels systèmes ont été livrés ?", True),
        ("Which states voted against the text?", True),
        ("Que comprend l’aide militaire ?", True),
        ("Les deux bilans concordent-ils ?", True),
        ("Do Washington and Moscow agree on the cause?", True),
        ("Which media told the story?", True),
        ("Who were the candidates for the leadership?", True),
        ("Who is the minister?", False),
        ("Qui sont les responsables venus à Lima ?", True),
        ("Sur quoi portaient les discussions ?", True),
        ("Comment s’appelaient les deux pompiers ?", True),
        ("What was the death toll?", False),
        ("What volume of gas is it to carry?", False),
        ("Quel système a été livré ?", False),
        ("On which day was the warrant issued?", False),
    ],
)
def test_a_question_for_several_things_is_known_by_its_words(question: str, several: bool) -> None:
    assert asks_for_several(question) is several


@pytest.mark.parametrize(
    ("question", "contested"),
    [
        ("Les responsables donnent-ils le même nombre d’enfants ?", True),
        ("How many left, according to Kyiv and according to researchers?", True),
        ("What different estimates were given of the area?", True),
        ("Combien d’enfants sont partis d’après Lima et d’après l’ONU ?", True),
        ("Quelles pertes chaque camp dit-il avoir infligées ?", True),
        ("What losses does each side say it has inflicted?", True),
        ("Combien de prisonniers ont été échangés, de part et d’autre, selon les armées ?", True),
        ("How many prisoners did both sides say they had freed?", True),
        ("When did the two sides meet?", False),
        ("Quand les deux camps se sont-ils rencontrés ?", False),
        ("Who denied the allegations?", False),
        ("Qui a démenti les allégations ?", False),
    ],
)
def test_a_question_about_several_accounts_is_known_by_its_words(question: str, contested: bool) -> None:
    assert is_contested(question) is contested


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Qui a gagné et depuis quand régnait-il ?", ("Qui a gagné", "depuis quand régnait-il ?")),
        ("Who won, and in what year did she die?", ("Who won", "in what year did she die?")),
        ("Where did Xi and Putin meet?", ("Where did Xi and Putin meet?",)),
        ("Où Xi et Poutine se sont-ils vus ?", ("Où Xi et Poutine se sont-ils vus ?",)),
    ],
)
def test_joined_questions_are_taken_apart(question: str, parts: tuple[str, ...]) -> None:
    assert parts_of(question) == parts
