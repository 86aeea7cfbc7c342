"""Each fault of an answer is seen, and a sound answer has none."""

from dataclasses import replace
from typing import Any

import pytest
from toys_eval import PASSAGES, answer_with, forged

from corpus.article import Span
from eval.metrics.faults import faults
from eval.metrics.language import in_language
from eval.statements import statements
from rag.answer import Answer, Citation, Claim, Short, Side

SOUND = answer_with("Quand ?", "fr", ["pont-fr#p0", "bridge-en#p0"])
SILENT = answer_with("Quand ?", "fr", [])
DENYING = replace(
    SOUND,
    status="partial",
    reason="false_premise",
    text=f"Les articles démentent ce que la question suppose.\n{SOUND.text}",
)


def paraphrase(text: str, **changes: object) -> Answer:
    """What a chat model might say of the first toy passage."""
    citation = Citation(1, PASSAGES["pont-fr#p0"], 0, 20)
    fields: dict[str, Any] = {
        "engine": "openai:x", "text": f"{text} [1]", "claims": (Claim(text, (1,)),), "citations": (citation,),
    }  # fmt: skip
    return replace(SOUND, **(fields | changes))


def test_a_sound_answer_has_no_fault() -> None:
    assert faults(SOUND, PASSAGES) == ()
    assert faults(SILENT, PASSAGES) == ()
    assert faults(DENYING, PASSAGES) == ()
    assert faults(paraphrase("Le pont a ouvert en mars."), PASSAGES) == ()
    assert faults(paraphrase("« Le nouveau pont sur la Saône » a ouvert."), PASSAGES) == ()


def with_text(passage_id: str, text: str) -> Answer:
    """The sound answer, its first citation pointing to an altered copy of the passage."""
    altered = replace(PASSAGES[passage_id], text=text, sentences=(Span(0, len(text)),))
    first = Citation(1, altered, 0, len(text))
    return forged(SOUND, citations=(first, *SOUND.citations[1:]))


def saying(text: str, *, markers: tuple[int, ...] = (1,), resolved: bool = False) -> Answer:
    """The sound answer with a short one."""
    return replace(SOUND, short=Short(text, markers, resolved))


def siding(*values: str) -> Answer:
    """The sound answer whose citations disagree."""
    return replace(SOUND, sides=tuple(Side(value, (place,)) for place, value in enumerate(values, start=1)))


CLAIM = SOUND.claims[0]
OUT_OF_RANGE = Claim(CLAIM.text, (7,))
UNCITED = Claim("Le maire est ravi.", ())


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (forged(SOUND, status="sure"), "unknown status 'sure'"),
        (forged(SOUND, status="abstained"), "an abstention with claims or citations"),
        (forged(SILENT, reason=None), "an abstention without a reason"),
        (forged(SILENT, reason="bored"), "an abstention without a reason of the contract (bored)"),
        (forged(SOUND, claims=(), citations=(), text=""), "answered without a claim"),
        (forged(SILENT, text="Je ne sais pas."), "the text does not open with its reason (not_in_corpus)"),
        (forged(DENYING, text=SOUND.text), "the text does not open with its reason (false_premise)"),
        (forged(DENYING, reason="sources_disagree"), "the text does not open with its reason (sources_dis"),
        (forged(DENYING, reason="not_in_corpus"), "partial without a reason of the contract (not_in_corpus)"),
        (forged(SOUND, reason="false_premise"), "answered, yet with a reason to refuse (false_premise)"),
        (replace(DENYING, text=f"{DENYING.text} Voilà."), "the text shows more than its claims: Voilà."),
        (forged(SOUND, claims=(OUT_OF_RANGE, SOUND.claims[1])), "marker [7] has no citation"),
        (forged(SOUND, claims=(CLAIM,)), "citation [2] backs no claim"),
        (forged(SOUND, claims=(SOUND.claims[1], CLAIM)), "not 1..2"),
        (forged(SOUND, citations=SOUND.citations[::-1]), "not 1..2"),
        (forged(SOUND, claims=(*SOUND.claims, UNCITED)), "no citation for: Le maire est ravi."),
        (with_text("pont-fr#p0", "Le nouveau pont a été fermé à Lyon."), "[1] is not the text of pont-fr"),
        (forged(SOUND, hits=SOUND.hits[:1]), "[2] cites bridge-en#p0, which was n"),
        (forged(SOUND, text=SOUND.text + "\nAinsi, tout va bien."), "shows more than its claims: Ainsi"),
        (forged(SOUND, text="Rien."), "the text does not show the claim"),
        (paraphrase("Le pont a ouvert.", engine="extractive"), "extractive, yet not a quote: Le"),
        (paraphrase("“The new bridge opened.”"), "in no cited passage: The new bridge opened."),
        (paraphrase("« Le nouveau pont … Lyon »"), "in no cited passage: Le nouveau pont … Lyon"),
        (paraphrase('Il est "Le nouveau ponton".'), "in no cited passage: Le nouveau ponton"),
        (paraphrase("<img src=x>"), "active or hidden content"),
        (paraphrase("![x](http://evil.test)"), "active or hidden content"),
        (paraphrase("[x](javascript:alert)"), "active or hidden content"),
        (paraphrase("Le pont\u202e a ouvert."), "active or hidden content"),
        (saying("4 mars 2023"), "said in short, yet in no quote that it cites: 4 mars 2023"),
        (saying("3 mars 2023", markers=(2,)), "in no quote that it cites: 3 mars 2023"),
        (saying("3 mars 2023", resolved=True), "in no quote that it cites: 3 mars 2023"),
        (saying("Lyon, Paris"), "in no quote that it cites: Paris"),
        (saying("Lyo"), "in no quote that it cites: Lyo"),
        (saying("<b>Lyon</b>"), "active or hidden content in a few words"),
        (siding("12 millions", "3 mars 2023"), "in no quote that it cites: 12 millions"),
        (paraphrase("Le pont\u200b a ouvert."), "active or hidden content"),
        (paraphrase("Le pont \U000e0041 a ouvert."), "active or hidden content"),
    ],
)
def test_each_fault_is_named(answer: Answer, fault: str) -> None:
    assert fault in " | ".join(map(str, faults(answer, PASSAGES)))


@pytest.mark.parametrize("few", [saying("3 mars 2023"), saying("Lyon"), saying("Saône, Lyon")])
def test_a_few_words_of_the_quote_are_no_fault(few: Answer) -> None:
    assert faults(few, PASSAGES) == ()


def test_a_day_counted_from_the_articles_own_is_no_fault_when_it_is_said_to_be() -> None:
    # The bridge opened “on Friday”, and the article is of Saturday 4 March 2023.
    assert faults(saying("3 mars 2023", markers=(2,), resolved=True), PASSAGES) == ()
    assert faults(siding("Lyon", "3 mars 2023"), PASSAGES) == ()


def test_a_citation_is_checked_against_the_library_and_not_against_itself() -> None:
    without = {ref: passage for ref, passage in PASSAGES.items() if ref != "bridge-en#p0"}
    (fault,) = faults(SOUND, without)
    assert str(fault) == "[2] cites bridge-en#p0, which the library does not hold"


def test_a_quote_of_blanks_is_no_quote() -> None:
    citation = Citation(1, PASSAGES["pont-fr#p0"], 2, 3)
    found = faults(forged(SOUND, citations=(citation, SOUND.citations[1])), PASSAGES)
    assert "[1] quotes nothing" in map(str, found)


def test_the_frame_of_a_quote_is_not_what_the_answer_says() -> None:
    said = statements(SOUND)
    assert [one.text for one in said] == [PASSAGES[ref].text for ref in ("pont-fr#p0", "bridge-en#p0")]
    assert [statement.language for statement in said] == ["fr", "en"]
    assert all(statement.quoted for statement in said)
    assert "4 mars 2023" in SOUND.text


def test_a_paraphrase_speaks_for_itself() -> None:
    (said,) = statements(paraphrase("Le pont a ouvert le 3 mars."))
    assert (said.text, said.language) == ("Le pont a ouvert le 3 mars.", "fr")


def test_an_abstention_says_nothing() -> None:
    assert statements(SILENT) == ()


def test_an_answer_speaks_the_language_of_its_question_whatever_it_quotes() -> None:
    assert in_language(SOUND, "fr")
    assert in_language(answer_with("When?", "en", ["pont-fr#p0", "zoo-fr#p0"]), "en")
    assert in_language(SILENT, "fr")


def test_the_other_language_is_noticed_in_the_words_around_the_quotes() -> None:
    english = answer_with("Quand ?", "en", ["pont-fr#p0", "zoo-fr#p0"])
    assert not in_language(english, "fr")
    assert not in_language(forged(english, language="fr"), "fr")
    assert not in_language(forged(answer_with("Quand ?", "en", []), language="fr"), "fr")
