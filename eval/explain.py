"""Says why: the reasons of a verdict, and everything about one item on one page."""

from collections.abc import Iterator, Mapping

from corpus.article import Language, Passage
from eval.items import Entity, Item, Matcher, Number, Words
from eval.phrases import Phrase, figure, joined, named, phrase, told
from eval.plain import one_line
from eval.run import Outcome
from eval.verdict import Verdict


def reasons(verdict: Verdict, language: Language = "en") -> tuple[str, ...]:
    """Everything that keeps a verdict from being perfect, in words; empty for a perfect one."""
    return tuple(reason.said(language) for reason in _reasons(verdict))


def expected(item: Item, language: Language = "en") -> str:
    """What a right answer is, on one line."""
    return _expected(item).said(language)


def got(outcome: Outcome, language: Language = "en") -> str:
    """What came back, on one line."""
    return _got(outcome).said(language)


def worded(matcher: Matcher) -> Phrase:
    """What a matcher looks for."""
    match matcher:
        case Words(text):
            return phrase("“{text}”", text=text)
        case Entity(aliases):
            return joined(" or ", aliases)
        case Number():
            return figure(str(matcher))
    return named(str(matcher))


def explanation(
    outcome: Outcome, verdict: Verdict | None, passages: Mapping[str, Passage], language: Language = "en"
) -> str:
    """Question, expectation, gold text, answer, ranking and verdict of one item, one fact a line."""
    return "\n".join(_lines(outcome, verdict, passages, language))


def _expected(item: Item) -> Phrase:
    if not item.answerable:
        premise = item.category == "false_premise"
        denied = "the correction, a denial of the premise, or an abstention"
        return phrase(denied if premise else "an abstention")
    facts = (joined(" or ", map(worded, nugget.any_of)) for nugget in item.nuggets if nugget.vital)
    groups = (joined(" or ", group) for group in item.gold)
    return phrase("{facts}, from {passages}", facts=joined("; ", facts), passages=joined(" and ", groups))


def _got(outcome: Outcome) -> Phrase:
    answer = outcome.answer
    if answer is None:
        return phrase("error: {why}", why=outcome.error)
    cited = joined(", ", (citation.passage.id for citation in answer.citations))
    return phrase(
        "{status}{reason}: {text}{cited}",
        status=named(answer.status),
        reason=f" ({answer.reason})" if answer.reason else "",
        text=answer.text,
        cited=phrase(", from {passages}", passages=cited) if answer.citations else "",
    )


def _reasons(verdict: Verdict) -> Iterator[Phrase]:
    item = verdict.item
    yield from (phrase("fault: {fault}", fault=fault) for fault in verdict.faults)
    values = {str(matcher): worded(matcher) for matcher in item.forbidden}
    yield from (phrase("forbidden value: {value}", value=values[value]) for value in verdict.wrong)
    if verdict.denied:
        yield from _about_denial(verdict)
    elif verdict.abstained and item.answerable and item.category != "false_premise":
        yield phrase("abstained, but the articles hold the answer")
    elif not verdict.abstained and verdict.vital is None and verdict.truth < 0:
        yield phrase("answered, but the articles do not say")
    elif not verdict.abstained:
        yield from _about_nuggets(verdict)
    if verdict.found and not verdict.found.hit:
        yield phrase("no gold passage in the top 5")
    yield from _about_citations(verdict)
    if not verdict.in_language:
        yield phrase("not in the language of the question ({lang})", lang=item.lang)


def _about_denial(verdict: Verdict) -> Iterator[Phrase]:
    if verdict.item.category != "false_premise":
        yield phrase("says that the articles deny what the question assumes, which they do not")
    elif not verdict.cite_recall:
        yield phrase("denies what the question assumes with a passage that does not")


def _about_nuggets(verdict: Verdict) -> Iterator[Phrase]:
    for nugget in verdict.item.nuggets:
        if nugget.id in verdict.missed:
            kind = "vital" if nugget.vital else "okay"
            fact = joined(" or ", map(worded, nugget.any_of))
            yield phrase(f"{kind} nugget {{name}} is not stated: {{fact}}", name=nugget.id, fact=fact)


def _about_citations(verdict: Verdict) -> Iterator[Phrase]:
    if verdict.cite_precision is not None and verdict.cite_precision < 1:
        yield phrase("citation precision {value}", value=figure(f"{verdict.cite_precision:.2f}"))
    if not verdict.abstained and verdict.cite_recall is not None and verdict.cite_recall < 1:
        yield phrase("citation recall {value}", value=figure(f"{verdict.cite_recall:.2f}"))
    if verdict.support_recall is not None and verdict.support_recall < 1:
        yield phrase("a claim is not supported by what it cites")
    elif verdict.support_precision is not None and verdict.support_precision < 1:
        yield phrase("a citation backs nothing")


def _lines(
    outcome: Outcome, verdict: Verdict | None, passages: Mapping[str, Passage], language: Language
) -> Iterator[str]:
    item = outcome.item
    yield f"{item.id} · {item.category} · {item.lang}"
    yield _row("question", one_line(item.question), language)
    yield _row("expected", expected(item, language), language)
    for ref in item.passage_ids:
        yield _row("", _about(ref, passages[ref].text, language), language)
    for value in item.forbidden:
        yield _row("forbidden", worded(value).said(language), language)
    yield _row("got", got(outcome, language), language)
    for citation in outcome.answer.citations if outcome.answer else ():
        place = f"[{citation.marker}] {citation.passage.id}"
        yield _row("", _about(place, citation.quote, language), language)
    yield from _ranking(outcome, language)
    if verdict is None:
        yield _row("verdict", told("not measured", language), language)
    else:
        yield _row("verdict", f"Truth {figure(f'{verdict.truth:g}').said(language)}", language)
        yield from (_row("", reason, language) for reason in reasons(verdict, language))


def _ranking(outcome: Outcome, language: Language) -> Iterator[str]:
    item = outcome.item
    gold = {ref for group in item.gold for ref in group}
    for rank, hit in enumerate(outcome.hits, start=1):
        mark = "gold" if hit.passage.id in gold else "fine" if hit.passage.id in item.acceptable else ""
        score = figure(f"{hit.score:.4f}").said(language)
        yield f"{told('hit', language)} {rank:>2} {_label(mark, language):<5}{score} {hit.passage.id}"


def _row(label: str, text: str, language: Language) -> str:
    """One line of the page; "" is no label but the place of one."""
    return f"{_label(label, language):<11}{text}"


def _label(word: str, language: Language) -> str:
    return told(word, language) if word else ""


def _about(name: str, text: str, language: Language) -> str:
    return told("{name}: {text}", language, name=name, text=text)
