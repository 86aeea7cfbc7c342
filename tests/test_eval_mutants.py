"""The tests of the tests: every falsified answer is seen, and no harmless change is."""

from dataclasses import replace

import pytest
from toys_eval import ITEMS, PASSAGES, answer_with, forged

from corpus.article import Language
from corpus.library import Library
from eval.falsify import HARMFUL, HARMLESS
from eval.loader import load_sets
from eval.mutants import Trial, false_alarms, oracle_trials, paraphrased, passed, report, survivors, trials
from eval.mutations import forge, harmful, harmless, neighbour
from eval.phrases import FRENCH
from eval.pins import passages_by_id
from rag.answer import Claim
from rag.answering.citations import plain_text
from rag.settings import SAMPLE_ARTICLES

SOUND = answer_with("Quand ?", "fr", ["pont-fr#p0", "bridge-en#p0"])
# Every tenth answerable item: some 55 of 547, which keeps this file under ten seconds.
STRIDE = 10


@pytest.mark.parametrize(
    ("kind", "language", "before", "after"),
    [
        ("digit changed", "fr", "63 morts et 4 blessés", "93 morts et 4 blessés"),
        ("digit changed", "en", "many died", None),
        ("numbers swapped", "fr", "de 12 à 1\u202f500 euros", "de 1\u202f500 à 12 euros"),
        ("numbers swapped", "en", "12 and 12", None),
        ("names swapped", "en", "He said Anna Smith met Bob.", "He said Bob met Anna Smith."),
        ("names swapped", "fr", "Le maire de Lyon a reçu Paul.", "Le maire de Paul a reçu Lyon."),
        ("name replaced", "fr", "Hier, Emmanuel Macron a parlé.", "Hier, Mélenchon a parlé."),
        ("negation inserted", "fr", "Il a parlé.", "Il n’a pas parlé."),
        ("negation inserted", "en", "It was built.", "It was not built."),
        ("negation dropped", "fr", "Il ne viendra pas demain.", "Il viendra demain."),
        ("negation dropped", "en", "They did not come.", "They did come."),
        ("day shifted", "fr", "le 19 décembre 2022", "le 20 décembre 2022"),
        ("day shifted", "fr", "le 1er mars", "le 2 mars"),
        ("day shifted", "en", "on March 3, 2023", "on March 4, 2023"),
        ("day shifted", "fr", "19 chars", None),
        ("million ↔ billion", "fr", "trois milliards d’euros", "trois millions d’euros"),
        ("million ↔ billion", "en", "2 million people", "2 billion people"),
        ("cut in a word, word added", "en", "the opening was grand", "the opening was gra yesterday"),
        ("word dropped", "fr", "un deux trois quatre cinq", "un deux quatre cinq"),
        ("words translated", "fr", "le pont de Lyon", "the pont of Lyon"),
    ],
)  # fmt: skip
def test_each_way_to_falsify_does_what_it_says(
    kind: str, language: Language, before: str, after: str | None
) -> None:
    assert HARMFUL[kind](before, language) == after


def test_a_harmless_change_is_one_of_typography_or_case() -> None:
    assert HARMLESS["plain typography"]("l’an\u00a0: 1\u202f000", "fr") == "l'an : 1 000"
    assert HARMLESS["fine typography"]("l'an : 1 000", "fr") == "l’an\u202f: 1\u202f000"
    assert HARMLESS["first letter"]("Le pont", "fr") == "le pont"


def test_a_mutant_is_built_past_the_contract_and_leaves_its_original_alone() -> None:
    fake = forge(SOUND, citations=())
    assert fake.citations == ()
    assert fake.claims == SOUND.claims
    assert len(SOUND.citations) == 2


def test_every_mutant_differs_from_the_answer_it_was_made_of() -> None:
    mutants = list(harmful(SOUND, PASSAGES))
    kinds = {mutant.kind for mutant in mutants}
    assert all(mutant.answer != SOUND for mutant in mutants)
    assert {"neighbour cited", "marker k+1", "citations deleted", "claim added", "day shifted"} <= kinds
    assert {"two passages in one quote", "day shifted, passage too", "day shifted, in the frame"} <= kinds


def test_a_neighbour_is_the_next_paragraph_or_the_one_before() -> None:
    assert neighbour(PASSAGES["pont-fr#p0"], PASSAGES) == PASSAGES["pont-fr#p1"]
    # The next one is page furniture.
    assert neighbour(PASSAGES["pont-fr#p1"], PASSAGES) == PASSAGES["pont-fr#p0"]
    alone = {"zoo-fr#p0": PASSAGES["zoo-fr#p0"]}
    assert neighbour(PASSAGES["zoo-fr#p0"], alone) is None


def test_the_frame_and_the_words_of_a_paraphrase_may_be_typeset_otherwise() -> None:
    assert [mutant.kind for mutant in harmless(SOUND)][:2] == ["identity", "plain typography"]
    paraphrase = paraphrased(ITEMS[0], PASSAGES)
    assert "first letter" in [mutant.kind for mutant in harmless(paraphrase)]


def test_no_mutant_of_a_toy_answer_survives() -> None:
    done = [trial for item in ITEMS if item.answerable for trial in oracle_trials(item, PASSAGES)]
    assert len(done) > 100
    assert survivors(done) == ()
    assert false_alarms(done) == ()
    assert passed(done)


def test_quotes_from_the_sample_are_guarded_to_the_letter_and_paraphrases_almost() -> None:
    passages = passages_by_id(Library(SAMPLE_ARTICLES).articles())
    items = [item for item in load_sets() if item.answerable][::STRIDE]
    done = [trial for item in items for trial in oracle_trials(item, passages)]
    kinds = {trial.kind for trial in done}
    assert HARMFUL.keys() - {"negation dropped"} <= kinds
    assert [trial for trial in survivors(done) if trial.engine == "extractive"] == []
    assert false_alarms(done) == ()
    assert passed(done)


def trial(*, engine: str = "extractive", harmful: bool = True, flagged: bool = True) -> Trial:
    return Trial(engine, "digit changed", "a-1", harmful, flagged, False, "il y a 93 morts")


def test_a_survivor_fails_the_run_and_is_printed() -> None:
    done = [trial(), trial(flagged=False), trial(harmful=False, flagged=False)]
    lines = "\n".join(report(done))
    assert not passed(done)
    assert "Survivors: 1 of 2" in lines
    assert "a-1 extractive: digit changed: il y a 93 morts" in lines


def test_the_mutants_are_told_in_french() -> None:
    lines = list(report([replace(trial(flagged=False), kind="day shifted, in short")], "fr"))
    assert lines[0].startswith("falsifications ")
    assert lines[1].startswith("extractif\u00a0: jour décalé, en bref ")
    assert "Passées inaperçues\u00a0: 1 sur 1" in lines


def test_every_kind_of_mutant_has_its_french() -> None:
    kinds = {trial.kind for item in ITEMS if item.answerable for trial in oracle_trials(item, PASSAGES)}
    assert {part for kind in kinds for part in kind.split(", ")} <= FRENCH.keys()


def test_a_harmless_change_that_is_flagged_fails_the_run() -> None:
    done = [trial(), trial(harmful=False)]
    assert not passed(done)
    assert "Harmless, yet flagged: 1 of 1" in "\n".join(report(done))


def test_a_denial_keeps_its_reason_and_all_its_quotes_when_it_is_typeset_otherwise() -> None:
    citations = SOUND.citations
    both = Claim("; ".join(claim.text for claim in SOUND.claims), (1, 2))
    opening = "Les articles démentent ce que la question suppose.\n"
    text = opening + plain_text([both])
    denial = replace(
        SOUND, status="partial", reason="false_premise", text=text, claims=(both,), citations=citations
    )
    mutants = list(harmless(denial))
    assert [mutant.kind for mutant in mutants] == ["identity", "plain typography", "fine typography"]
    for mutant in mutants:
        assert mutant.answer.text.startswith(opening)
        assert all(citation.quote in mutant.answer.claims[0].text for citation in citations)


@pytest.mark.parametrize("kind", ["digit changed, in short", "day shifted, in short"])
def test_one_short_answer_in_a_hundred_may_be_another_date_of_its_quote(kind: str) -> None:
    lost = replace(trial(flagged=False), kind=kind)
    hundred = [replace(trial(), kind=kind)] * 99
    assert passed([*hundred, lost])
    assert not passed([*hundred, lost, lost])
    # The paraphrases that were seen make up for no short answer that was not.
    assert not passed([*hundred, lost, lost, *[trial(engine="paraphrase")] * 200])


def test_one_paraphrase_in_a_hundred_may_get_through_and_no_quote() -> None:
    hundred = [trial(engine="paraphrase")] * 99
    assert passed([*hundred, trial(engine="paraphrase", flagged=False)])
    assert not passed([*hundred, *[trial(engine="paraphrase", flagged=False)] * 2])
    assert not passed([])


def test_an_answer_that_went_past_grounding_is_a_fault() -> None:
    later = SOUND.claims[0].text.replace("4 mars 2023", "5 mars 2023")
    claims = (replace(SOUND.claims[0], text=later), *SOUND.claims[1:])
    shown = SOUND.text.replace(SOUND.claims[0].text, later)
    done = list(trials("x", forged(SOUND, claims=claims, text=shown), PASSAGES))
    assert all(one.by_faults for one in done if one.kind == "identity")
