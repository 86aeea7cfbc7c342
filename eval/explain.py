"""Says why: the reasons of a verdict, and everything about one item on one page."""

from collections.abc import Iterator, Mapping

from corpus.article import Passage
from eval.items import Item
from eval.plain import one_line
from eval.run import Outcome
from eval.verdict import Verdict


def reasons(verdict: Verdict) -> tuple[str, ...]:
    """Everything that keeps a verdict from being perfect, in words; empty for a perfect one."""
    return tuple(one_line(reason) for reason in _reasons(verdict))


def expected(item: Item) -> str:
    """What a right answer is, on one line."""
    if not item.answerable:
        premise = item.category == "false_premise"
        return "the correction, a denial of the premise, or an abstention" if premise else "an abstention"
    nuggets = "; ".join(str(nugget) for nugget in item.nuggets if nugget.vital)
    return one_line(f"{nuggets}, from {' and '.join(' or '.join(group) for group in item.gold)}")


def got(outcome: Outcome) -> str:
    """What came back, on one line."""
    answer = outcome.answer
    if answer is None:
        return one_line(f"error: {outcome.error}")
    cited = f", from {', '.join(c.passage.id for c in answer.citations)}" if answer.citations else ""
    reason = f" ({answer.reason})" if answer.reason else ""
    return one_line(f"{answer.status}{reason}: {answer.text}{cited}")


def explanation(outcome: Outcome, verdict: Verdict | None, passages: Mapping[str, Passage]) -> str:
    """Question, expectation, gold text, answer, ranking and verdict of one item, one fact a line."""
    return "\n".join(_lines(outcome, verdict, passages))


def _reasons(verdict: Verdict) -> Iterator[str]:
    item = verdict.item
    yield from (f"fault: {fault}" for fault in verdict.faults)
    yield from (f"forbidden value: {value}" for value in verdict.wrong)
    if verdict.denied:
        yield from _about_denial(verdict)
    elif verdict.abstained and item.answerable and item.category != "false_premise":
        yield "abstained, but the articles hold the answer"
    elif not verdict.abstained and verdict.vital is None and verdict.truth < 0:
        yield "answered, but the articles do not say"
    elif not verdict.abstained:
        ways = {nugget.id: nugget for nugget in item.nuggets}
        for name in verdict.missed:
            yield f"{'vital' if ways[name].vital else 'okay'} nugget {name} is not stated: {ways[name]}"
    if verdict.found and not verdict.found.hit:
        yield "no gold passage in the top 5"
    yield from _about_citations(verdict)
    if not verdict.in_language:
        yield f"not in the language of the question ({item.lang})"


def _about_denial(verdict: Verdict) -> Iterator[str]:
    if verdict.item.category != "false_premise":
        yield "says that the articles deny what the question assumes, which they do not"
    elif not verdict.cite_recall:
        yield "denies what the question assumes with a passage that does not"


def _about_citations(verdict: Verdict) -> Iterator[str]:
    if verdict.cite_precision is not None and verdict.cite_precision < 1:
        yield f"citation precision {verdict.cite_precision:.2f}"
    if not verdict.abstained and verdict.cite_recall is not None and verdict.cite_recall < 1:
        yield f"citation recall {verdict.cite_recall:.2f}"
    if verdict.support_recall is not None and verdict.support_recall < 1:
        yield "a claim is not supported by what it cites"
    elif verdict.support_precision is not None and verdict.support_precision < 1:
        yield "a citation backs nothing"


def _lines(outcome: Outcome, verdict: Verdict | None, passages: Mapping[str, Passage]) -> Iterator[str]:
    item = outcome.item
    yield f"{item.id} · {item.category} · {item.lang}"
    yield f"question   {one_line(item.question)}"
    yield f"expected   {expected(item)}"
    for ref in item.passage_ids:
        yield f"           {ref}: {one_line(passages[ref].text)}"
    for value in item.forbidden:
        yield f"forbidden  {one_line(str(value))}"
    yield f"got        {got(outcome)}"
    for citation in outcome.answer.citations if outcome.answer else ():
        yield f"           [{citation.marker}] {citation.passage.id}: {one_line(citation.quote)}"
    gold = {ref for group in item.gold for ref in group}
    for rank, hit in enumerate(outcome.hits, start=1):
        mark = "gold" if hit.passage.id in gold else "fine" if hit.passage.id in item.acceptable else ""
        yield f"hit {rank:>2} {mark:<4}{hit.score:.4f} {hit.passage.id}"
    if verdict is None:
        yield "verdict    not measured"
    else:
        yield f"verdict    Truth {verdict.truth:g}"
        yield from (f"           {reason}" for reason in reasons(verdict))
