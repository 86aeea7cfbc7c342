"""Systems score what they must: the oracle everything, silence little, printing everything less."""

from dataclasses import replace

import pytest
from toys_eval import ITEMS, PASSAGES, PRICE, DumpTop5, Oracle, Silent, ToyAssistant, answer_with, forged

from eval.explain import explanation, reasons
from eval.loader import read_item
from eval.run import Assistant, Outcome, run
from eval.summary import Measure, summarise
from eval.verdict import Verdict, judge, pair_of
from rag.answer import Answer, Hit
from rag.answering.phrases import REFUSALS


def verdicts_of(assistant: Assistant) -> tuple[Verdict, ...]:
    return tuple(judge(outcome, PASSAGES) for outcome in run(ITEMS, assistant))


def table(assistant: Assistant) -> dict[str, Measure]:
    return {measure.key: measure for measure in summarise(verdicts_of(assistant))}


def test_the_oracle_is_right_everywhere() -> None:
    verdicts = verdicts_of(Oracle())
    assert {verdict.item.id: verdict.truth for verdict in verdicts} == {item.id: 1.0 for item in ITEMS}
    assert [reason for verdict in verdicts for reason in reasons(verdict)] == []
    scores = table(Oracle())
    whole = ("hit@5", "nDCG@10", "MRR@10", "vital nuggets", "Truth", "twin parity", "twins answered alike")
    for name in whole:
        assert scores[f"{name} all"].value == pytest.approx(1.0), name
    for name in ("answered near (HR)", "answered far (HR)", "needlessly silent (ER)"):
        assert scores[f"{name} all"].value == 0.0, name


def test_silence_is_worth_only_the_questions_without_answer() -> None:
    scores = table(Silent())
    # Three of seven questions may be refused.
    assert scores["Truth all"].value == pytest.approx(3 / 7)
    assert scores["vital nuggets all"].value == 0.0
    assert scores["citation recall all"].value == 0.0
    assert (scores["needlessly silent (ER) all"].count, scores["needlessly silent (ER) all"].n) == (4, 4)
    assert scores["answered near (HR) all"].value == 0.0
    assert "citation precision all" not in scores


def test_printing_everything_does_not_pay() -> None:
    scores = table(DumpTop5())
    # Only the French price is below its top five, one of the two nuggets of one of four questions.
    assert scores["vital nuggets all"].value == pytest.approx(7 / 8)
    assert scores["answered near (HR) all"].value == 1.0
    assert scores["answered far (HR) all"].value == 1.0
    # Of the five passages cited 1, 2 (one of them acceptable), 1 and 1 are right.
    assert scores["citation precision all"].value == pytest.approx((1 + 2 + 1 + 1) / 20)
    assert scores["Truth all"].value < table(Oracle())["Truth all"].value - 0.5


def test_measures_are_given_per_pair_and_category_with_their_n() -> None:
    scores = table(Oracle())
    assert scores["hit@5 fr→fr"].n == 2
    assert scores["hit@5 en→fr"].n == 1
    assert scores["hit@5 en→both"].n == 1
    assert scores["Truth unanswerable_near"].n == 1
    assert "hit@5 unanswerable_near" not in scores
    assert all(m.low - 1e-9 <= m.value <= m.high + 1e-9 for m in scores.values())


def test_a_pair_is_named_by_what_the_gold_needs() -> None:
    assert [pair_of(item, PASSAGES) for item in ITEMS if item.gold] == [
        "fr→fr", "en→fr", "fr→fr", "en→both", "fr→en",
    ]  # fmt: skip


def test_a_forbidden_value_makes_an_answer_wrong() -> None:
    row = {
        "id": "x", "lang": "fr", "question": ITEMS[0].question, "category": "date", "answerable": True,
        "gold": [["pont-fr#p0"]], "nuggets": [{"id": "n1", "vital": True, "any_of": [{"str": "pont"}]}],
        "forbidden": [{"date": "2023-03-03"}],
    }  # fmt: skip
    (outcome,) = run([read_item(row)], Oracle())
    verdict = judge(outcome, PASSAGES)
    assert (verdict.wrong, verdict.truth) == (("2023-03-03",), -1.0)
    assert "forbidden value: 2023-03-03" in reasons(verdict)


@pytest.mark.parametrize(
    ("refs", "wrong"),
    [
        (["pont-fr#p3", "bridge-en#p1"], ()),
        (["bridge-en#p1", "pont-fr#p3"], ("14000000 EUR",)),
        (["bridge-en#p1"], ("14000000 EUR",)),
        (["pont-fr#p3"], ()),
    ],
)
def test_of_an_update_the_old_figure_may_follow_the_new_one_but_not_lead(
    refs: list[str], wrong: tuple[str, ...]
) -> None:
    row = {
        "id": "x", "lang": "en", "question": "What did it cost?", "category": "update", "answerable": True,
        "gold": [["pont-fr#p3"]], "nuggets": [PRICE], "forbidden": [{"num": "14000000", "unit": "EUR"}],
    }  # fmt: skip
    item = read_item(row)
    answer = answer_with(item.question, "en", refs)
    assert judge(Outcome(item, answer), PASSAGES).wrong == wrong
    strict = read_item(row | {"category": "number"})
    assert bool(judge(Outcome(strict, answer), PASSAGES).wrong) == ("bridge-en#p1" in refs)


class Denies(Oracle):
    """Says of every question with gold that the articles deny what it assumes."""

    def ask(self, question: str, /) -> Answer:
        """The gold, as a denial."""
        answer = super().ask(question)
        if not answer.claims:
            return answer
        opening = REFUSALS[answer.language]["false_premise"]
        return replace(answer, status="partial", reason="false_premise", text=f"{opening}\n{answer.text}")


def test_a_denial_is_right_only_of_a_false_premise_and_is_a_refusal_everywhere() -> None:
    verdicts = {verdict.item.id: verdict for verdict in verdicts_of(Denies())}
    assert {name for name, verdict in verdicts.items() if verdict.denied} == {
        "fr-date", "en-date", "fr-who", "en-price", "fr-premise",
    }  # fmt: skip
    # The two that are left have no answer and none is given.
    assert {name: verdict.truth for name, verdict in verdicts.items() if verdict.truth} == {
        "fr-premise": 1.0, "fr-near": 1.0, "en-far": 1.0,
    }  # fmt: skip
    assert {reason for name in ("fr-date", "fr-who") for reason in reasons(verdicts[name])} == {
        "says that the articles deny what the question assumes, which they do not"
    }
    scores = table(Denies())
    assert (scores["needlessly silent (ER) all"].count, scores["needlessly silent (ER) all"].n) == (4, 4)


def test_a_denial_that_quotes_beside_the_point_is_worth_nothing() -> None:
    item = replace(ITEMS[6], gold=(("zoo-fr#p0",),))
    verdict = judge(Outcome(item, Denies().ask(item.question)), PASSAGES)
    assert verdict.truth == 0.0
    assert "denies what the question assumes with a passage that does not" in reasons(verdict)


def test_that_articles_disagree_is_an_answer() -> None:
    sound = Oracle().ask(ITEMS[3].question)
    opening = REFUSALS["en"]["sources_disagree"]
    answer = replace(sound, status="partial", reason="sources_disagree", text=f"{opening}\n{sound.text}")
    verdict = judge(Outcome(ITEMS[3], answer, answer.hits), PASSAGES)
    assert (verdict.truth, verdict.refused, reasons(verdict)) == (1.0, False, ())


class Raises(Oracle):
    """Breaks on the third question."""

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self.error = error

    def ask(self, question: str, /) -> Answer:
        """Raises at the third question."""
        answer = super().ask(question)
        if len(self.asked) == 3:
            raise self.error
        return answer


@pytest.mark.parametrize("error", [RuntimeError("boom"), RecursionError(), MemoryError(), SystemExit(0)])
def test_a_question_that_breaks_the_engine_is_an_error_and_the_run_goes_on(error: BaseException) -> None:
    outcomes = run(ITEMS, Raises(error))
    assert [outcome.item.id for outcome in outcomes if outcome.error] == [ITEMS[2].id]
    assert outcomes[2].error.startswith(type(error).__name__)
    assert len(outcomes) == len(ITEMS)


def test_the_user_may_interrupt() -> None:
    with pytest.raises(KeyboardInterrupt):
        run(ITEMS, Raises(KeyboardInterrupt()))


class Wrong(Oracle):
    """Returns things that are no answers or hits."""

    def __init__(self, answer: object = ..., hits: object = ...) -> None:
        super().__init__()
        self.fixed = (answer, hits)

    def ask(self, question: str, /) -> Answer:
        """The wrong thing, when there is one."""
        return super().ask(question) if self.fixed[0] is ... else self.fixed[0]  # type: ignore[return-value]

    def search(self, query: str, /, *, k: int) -> tuple[Hit, ...]:
        """The wrong thing, when there is one."""
        if self.fixed[1] is ...:
            return super().search(query, k=k)
        return self.fixed[1]  # type: ignore[return-value]


OTHER = Silent().ask(ITEMS[3].question)
UNREAD = replace(Silent().ask(ITEMS[0].question), hits=())


@pytest.mark.parametrize(
    ("assistant", "why"),
    [
        (Wrong(answer=None), "ask returned NoneType"),
        (Wrong(answer="42"), "ask returned str"),
        (Wrong(answer=OTHER), "ask answered another question: How much did the bridge cost?"),
        (Wrong(answer=UNREAD, hits=["pont-fr#p0"]), "the ranking is list"),
        (Wrong(answer=UNREAD, hits=("pont-fr#p0",)), "the ranking is tuple"),
        (Wrong(answer=forged(UNREAD, hits=["pont-fr#p0"])), "the ranking is list"),
    ],
)
def test_what_is_no_answer_is_an_error_and_not_a_score(assistant: Assistant, why: str) -> None:
    (outcome,) = run(ITEMS[:1], assistant)
    assert outcome.error.startswith(why)
    with pytest.raises(ValueError, match=rf"{ITEMS[0].id} was not measured"):
        judge(outcome, PASSAGES)


def test_the_ranking_is_what_the_answer_was_chosen_from() -> None:
    item = ITEMS[0]
    chosen = Oracle().ask(item.question)
    (outcome,) = run([item], Wrong(answer=chosen, hits=()))
    assert outcome.hits == chosen.hits
    (unread,) = run([item], Wrong(answer=UNREAD))
    assert unread.hits == Oracle().search(item.question, k=10)


def test_an_outcome_is_an_answer_or_an_error() -> None:
    with pytest.raises(ValueError, match="an answer or an error"):
        Outcome(ITEMS[0])


def test_items_of_one_article_are_one_cluster_and_so_are_twins_without_gold() -> None:
    clusters = {verdict.item.id: verdict.cluster for verdict in verdicts_of(Silent())}
    assert clusters["fr-date"] == clusters["en-date"] == clusters["fr-who"] == "pont-fr"
    assert clusters["fr-near"] == "fr-near"


def test_an_explanation_shows_everything_that_led_to_the_verdict() -> None:
    item = ITEMS[1]
    (outcome,) = run([item], DumpTop5())
    page = explanation(outcome, judge(outcome, PASSAGES), PASSAGES)
    for part in (item.question, "2023-03-03", "pont-fr#p0: Le nouveau pont", "answered", "gold", "Truth 0.5"):
        assert part in page
    assert "citation precision 0.40" in page


def test_a_hostile_answer_cannot_move_the_cursor_of_an_explanation() -> None:
    answer = forged(Silent().ask(ITEMS[0].question), text="\x1b[2J\u202eevil\nForged line")
    page = explanation(Outcome(ITEMS[0], answer), None, PASSAGES)
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert "\nForged line" not in page


def test_the_toy_assistant_is_what_the_evaluation_asks_for() -> None:
    assistant: Assistant = ToyAssistant()
    assert assistant.search("pont Lyon", k=2)[0].passage.id == "pont-fr#p0"
