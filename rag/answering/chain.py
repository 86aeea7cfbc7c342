"""The way of a question through the house, as one LangChain expression.

question → hits → draft (an engine proposes) → answer (checked, numbered) — each step adds its key,
so that streaming the chain shows the hits before the answer.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from langchain_core.runnables import Runnable, RunnableLambda, RunnablePassthrough

from rag.answer import Answer, Filters, Hit
from rag.answering import grounding
from rag.answering.citations import conclude, filtered_out
from rag.answering.draft import Draft, Engine, Question
from rag.answering.phrases import ENGINE_FAILED, UNDERSTOOD, UNSUPPORTED, published_within
from rag.answering.premise import denied
from rag.answering.retriever import PassageRetriever
from rag.answering.unfit import is_unfit
from rag.errors import EngineFailed

Retrieve = Callable[[Question], PassageRetriever]


def build_chain(
    retrieve: Retrieve, engine: Engine, extractive: Engine, similarity: grounding.Similarity | None = None
) -> Runnable[dict[str, Any], Any]:
    """A runnable from ``{"question": Question, "asked": str}`` to the same with hits, draft and answer.

    What is no question (`rag.answering.unfit`) is refused before anything is searched.
    ``extractive`` stands in when ``engine`` fails or nothing of its draft is supported;
    ``similarity`` compares sentences of different languages for the grounding check.
    """

    def find(question: Question) -> tuple[Hit, ...]:
        documents = retrieve(question).invoke(question.topic)
        return tuple(document.metadata["hit"] for document in documents)

    def found(step: dict[str, Any]) -> tuple[Hit, ...]:
        return () if is_unfit(step["asked"]) else find(step["question"])

    def propose(step: dict[str, Any]) -> Draft:
        if is_unfit(step["asked"]):
            return Draft(extractive.name, reason="bad_question")
        return checked_draft(engine, extractive, step["question"], step["hits"], similarity)

    def answered(step: dict[str, Any]) -> Answer:
        question, draft, asked = step["question"], step["draft"], step["asked"]
        notice = _notice(question, draft, asked)
        answer = conclude(question, draft, step["hits"], asked=asked, notice=notice)
        if answer.reason == "not_in_corpus" and question.filters:
            return _explain_filters(answer, question, find, extractive)
        return answer

    return (
        RunnablePassthrough.assign(hits=RunnableLambda(found))
        | RunnablePassthrough.assign(draft=RunnableLambda(propose))
        | RunnablePassthrough.assign(answer=RunnableLambda(answered))
    )


def checked_draft(
    engine: Engine,
    extractive: Engine,
    question: Question,
    hits: Sequence[Hit],
    similarity: grounding.Similarity | None = None,
) -> Draft:
    """The engine's draft with its supported claims only; the extractive one when none is left.

    No engine is asked when an article denies what the question takes for granted: a model would go along.
    """
    if not hits:
        return Draft(engine.name, reason="not_in_corpus")
    if denying := denied(question, hits, similarity):
        draft = _supported(Draft(extractive.name, (denying,), "false_premise"), question, similarity)
        if draft.proposals:
            return draft
    try:
        draft = _supported(engine.propose(question, hits), question, similarity)
    except EngineFailed as failure:
        notice = ENGINE_FAILED[question.language].format(why=failure.line.said(question.language))
    else:
        if draft.proposals or draft.reason or engine.name == extractive.name:
            return draft
        notice = UNSUPPORTED[question.language]
    return replace(_supported(extractive.propose(question, hits), question, similarity), notice=notice)


def _supported(draft: Draft, question: Question, similarity: grounding.Similarity | None) -> Draft:
    """The draft with only those proposals in which grounding finds no fault."""
    kept = tuple(
        proposal
        for proposal in draft.proposals
        if not grounding.check(proposal, language=question.language, similarity=similarity)
    )
    return replace(draft, proposals=kept)


def _notice(question: Question, draft: Draft, asked: str) -> str:
    """How the question was understood, when its articles must be from, and what the draft says of itself."""
    parts = [draft.notice] if draft.notice else []
    if question.period and not question.filters.any_day:
        said = " … ".join(question.text[words.start : words.end] for words in question.period.words)
        since, until = question.filters.since, question.filters.until
        parts.insert(0, published_within(since, until, said, question.language))
    if question.text != " ".join(asked.split()):
        parts.insert(0, UNDERSTOOD[question.language].format(question=question.text))
    return " ".join(parts)


def _explain_filters(
    answer: Answer, question: Question, find: Callable[[Question], tuple[Hit, ...]], extractive: Engine
) -> Answer:
    """The same refusal, but ``filtered_out`` when the question is answered without its filters."""
    free = replace(question, filters=Filters())
    hits = find(free)
    proposals = extractive.propose(free, hits).proposals if hits else ()
    answering = (evidence.passage for proposal in proposals for evidence in proposal.evidence)
    return filtered_out(answer, question, answering, hits)
