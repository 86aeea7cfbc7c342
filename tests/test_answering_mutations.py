"""The test of the check: sentences of the sample corpus, falsified in every way that a model might."""

import re
from collections.abc import Callable, Iterator

import pytest

from corpus.article import LANGUAGES, Language, Passage
from corpus.library import Library
from corpus.passage import passages_of
from rag.answering.draft import Evidence, Proposal
from rag.answering.grounding import check, find_evidence
from rag.answering.phrases import frame, quotation
from rag.settings import SAMPLE_ARTICLES

# Every fifth sentence: some 160 of 790, which keeps this file under ten seconds.
STRIDE = 5
ARTICLES = [passages_of(article) for article in Library(SAMPLE_ARTICLES).articles()]
SENTENCES = [
    (passages, passage, passage.text[span.start : span.end])
    for passages in ARTICLES
    for passage in passages
    for span in passage.sentences
][::STRIDE]


def _faults(claim: str, passage: Passage) -> tuple[str, ...]:
    evidence = find_evidence(claim, [passage], passage.language)
    return check(Proposal(claim, evidence, quoted=False), language=passage.language)


def _typography(text: str, _: Language) -> str:
    return re.sub(r" (?=[;:!?»%])|(?<=«) |(?<=\d) (?=\d)", "\u202f", text).replace("'", "’")


def _plain_typography(text: str, _: Language) -> str:
    return text.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")


def _first_letter(text: str, _: Language) -> str:
    return text[0].swapcase() + text[1:]


@pytest.mark.parametrize("mutation", [_typography, _plain_typography, _first_letter, lambda text, _: text])
def test_nothing_harmless_is_a_fault(mutation: Callable[[str, Language], str]) -> None:
    flagged = [
        (mutant, faults)
        for _, passage, text in SENTENCES
        if (faults := _faults(mutant := mutation(text, passage.language), passage))
    ]
    assert flagged == []


def _digits(text: str, _: Language) -> Iterator[str]:
    for match in re.finditer(r"\d", text):
        yield f"{text[: match.start()]}{(int(match[0]) + 3) % 10}{text[match.end() :]}"


def _scale(text: str, _: Language) -> Iterator[str]:
    for small, large in (("million", "billion"), ("million", "milliard"), ("milliard", "million")):
        yield re.sub(rf"\b{small}(?=s?\b)", large, text)


def _powers(text: str, _: Language) -> Iterator[str]:
    """« Se chiffrera en millions » for « en milliards », “dozens” for “thousands”."""
    yield re.sub(r"\b(?:milliards|milliers|dizaines)\b", "centaines", text, flags=re.IGNORECASE)
    yield re.sub(r"\b(?:millions|billions|hundreds|dozens)\b", "thousands", text, flags=re.IGNORECASE)


def _negation_in(text: str, language: Language) -> Iterator[str]:
    if language == "en":
        yield re.sub(r"\b(was|were|is|are|has|have|had|will) (?!not\b|no\b)", r"\1 not ", text, count=1)
    else:
        yield re.sub(r"(?<![’'\w])(est|sont|sera|serait) (?!pas\b)(\w)", r"n’\1 pas \2", text, count=1)
        yield re.sub(r"(?<![’'\w])(a|ont|avait) (?!pas\b)(\w+[éi]s?\b)", r"n’\1 pas \2", text, count=1)


def _negation_out(text: str, language: Language) -> Iterator[str]:
    if language == "en":
        yield re.sub(r"\b(was|were|is|are|has|have|had|would|could|did|will|do) not ", r"\1 ", text, count=1)
    else:
        yield re.sub(r"\bn(?:e |[’'])(\w+) (?:pas|jamais|plus) ", r"\1 ", text, count=1)


def _invented_name(text: str, _: Language) -> Iterator[str]:
    for match in re.finditer(r"(?<=[a-zé,] )[A-ZÉ][\w-]{3,}", text):
        yield f"{text[: match.start()]}Mélenchon{text[match.end() :]}"


def _spliced_quotation(text: str, _: Language) -> Iterator[str]:
    for match in re.finditer(r"« ?([^»]+?) ?»|“([^”]+)”", text):
        words = (match[1] or match[2]).split()
        if len(words) > 4:
            yield text.replace(match[1] or match[2], " ".join([*words[:2], *words[3:]]))


@pytest.mark.parametrize(
    ("mutation", "least"),
    [(_digits, 100), (_scale, 1), (_powers, 1), (_negation_in, 50), (_negation_out, 3), (_invented_name, 100),
     (_spliced_quotation, 1)],
)  # fmt: skip
def test_everything_harmful_is_one(mutation: Callable[[str, Language], Iterator[str]], least: int) -> None:
    mutants = [
        (mutant, passage)
        for _, passage, text in SENTENCES
        for mutant in mutation(text, passage.language)
        if mutant != text
    ]
    assert len(mutants) >= least, "the mutation no longer finds anything to falsify"
    assert [mutant for mutant, passage in mutants if not _faults(mutant, passage)] == []


def test_the_paragraph_beside_supports_nothing() -> None:
    survivors = [
        text
        for passages, passage, text in SENTENCES
        for beside in [passages[(passages.index(passage) + 1) % len(passages)]]
        if beside is not passage and not _faults(text, beside)
    ]
    assert len(survivors) <= len(SENTENCES) // 100


def test_swapped_names_are_noticed() -> None:
    name = r"(?:[A-ZÉ][\w-]{2,} ?)+(?<! )"
    verb = r"[^.;:«“]*? (?:a|ont|avait|has|had|was|said|told|met|visited|announced) [^.;:«“]*?"
    swap = re.compile(rf"(?<=[a-zé,] )({name})({verb} )({name})")
    mutants = [
        (mutant, passage)
        for _, passage, text in SENTENCES
        if (mutant := swap.sub(r"\3\2\1", text, count=1)) != text
    ]
    assert len(mutants) >= 20
    survivors = [mutant for mutant, passage in mutants if not _faults(mutant, passage)]
    assert len(survivors) <= len(mutants) // 20, survivors


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_framed_quotation_stands_and_none_of_its_mutants(language: Language) -> None:
    for passages, passage, text in SENTENCES:
        start = passage.text.index(text)
        evidence = Evidence(passage, start, start + len(text))
        claim = f"{frame(passage.byline, passage.language, language)} {quotation(text, language)}"
        assert check(Proposal(claim, (evidence,), quoted=True)) == ()
        longer, shorter = f"{claim} La situation reste tendue.", claim.replace(text, text[:-5])
        mutants = [*_digits(claim, language), longer, shorter]
        beside = passages[(passages.index(passage) + 1) % len(passages)]
        stranger = Evidence(beside, beside.sentences[0].start, beside.sentences[0].end)
        assert all(check(Proposal(mutant, (evidence,), quoted=True)) for mutant in mutants)
        assert beside is passage or check(Proposal(claim, (stranger,), quoted=True))
