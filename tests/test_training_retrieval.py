"""The retrieval stage on a toy model: what it draws, what it compares, and that it learns."""

import random
from pathlib import Path

import pytest
import torch
from toys_training import PLAN, QUESTIONS, lessons_of, tokenizer_of, write_toy

from rag.training.ground import Paragraph
from rag.training.nets import Encoder, embed, load_body
from rag.training.ragged import tokenised
from rag.training.retrieval import Asked, Draw, Retrieval, specialise


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    return write_toy(tmp_path / "start")


def _paragraphs() -> list[Paragraph]:
    return [Paragraph(q.context, (q.text,), q.article, 1.0) for q in QUESTIONS]


def test_a_question_is_told_from_every_paragraph_as_it_was_last_read(toy: Path) -> None:
    encoder, draw = Encoder(load_body(toy)), Draw(_paragraphs(), tokenizer_of(toy), random.Random(1))
    retrieval, questions = Retrieval(encoder, draw.texts), tokenised(tokenizer_of(toy), ["who won ?"], 20)
    alone, fresh = Asked([], questions, [0]), Asked([0, 1], questions, [0])
    before = retrieval(alone).item()
    assert 0 < before == pytest.approx(retrieval(fresh).item(), abs=0.02)  # bf16 when first read
    with torch.no_grad():
        encoder.get_parameter("body.embeddings.word_embeddings.weight").mul_(-1)
    stale, reread, after = (retrieval(batch).item() for batch in (alone, fresh, alone))
    assert stale != pytest.approx(reread, abs=1e-4)
    assert reread == pytest.approx(after, abs=1e-5)


def test_some_batches_are_questions_alone(toy: Path) -> None:
    drawn = Draw(_paragraphs(), tokenizer_of(toy), random.Random(1)).batches(50)
    batches = [next(drawn) for _ in range(20)]
    assert {bool(batch.chosen) for batch in batches} == {True, False}
    assert all(len(batch.questions) == len(batch.owners) > 0 for batch in batches)


def test_the_retrieval_stage_finds_the_paragraphs(toy: Path, tmp_path: Path) -> None:
    specialise(toy, _paragraphs(), lessons_of(toy), tmp_path / "out", plan=PLAN, seed=1)
    encoder, tokenizer = Encoder(load_body(tmp_path / "out")), tokenizer_of(toy)
    asked, told = (
        embed(encoder, tokenised(tokenizer, texts, 20))
        for texts in ([q.text for q in QUESTIONS], [q.context for q in QUESTIONS])
    )
    assert (asked @ told.T).argmax(axis=1).tolist() == [0, 1, 2]
