"""Every stage of the recipes on a toy model: it learns, repeats itself, resumes and is exported."""

import math
import random
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from toys_training import write_toy

from rag.answering.reader import OnnxReader
from rag.errors import ModelUnavailable
from rag.settings import BUNDLED_ENCODER
from rag.training.calibration import Scaling
from rag.training.corpora import Pair, Question
from rag.training.distil import Lessons, distil
from rag.training.examples import Cutter, Example, source
from rag.training.export import export_encoder, export_reader, write_hashes
from rag.training.ground import Paragraph
from rag.training.loop import Plan, average, scale, train
from rag.training.nets import Encoder, embed, load_body, save_body
from rag.training.prepare import fill_targets, student_texts
from rag.training.ragged import Ragged, tokenised
from rag.training.reader import Reader, calibrate, packed, reading_loss, train_reader
from rag.training.retrieval import Draw, Retrieval, specialise

FRENCH = ["qui a gagné ?", "la course", "bob a gagné la course.", "qui ?"]
QUESTIONS = [
    Question("who won ?", "anna won the race.", "race", "en", (0, 4)),
    Question("who lost ?", "bob lost it.", "race", "en", (0, 3)),
    Question("qui a gagné ?", "bob a gagné la course.", "course", "fr", (0, 3)),
]
needs_onnx = pytest.mark.skipif(not find_spec("onnx"), reason="the export needs depeche[training]")
PLAN = Plan(rate=3e-3, steps=30, warmup=3)


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    return write_toy(tmp_path / "start")


def _tokenizer(folder: Path) -> Tokenizer:
    return Tokenizer.from_file(str(folder / "tokenizer.json"))


def _lessons(toy: Path) -> Lessons:
    texts = tokenised(_tokenizer(toy), FRENCH, 20)
    targets = np.random.default_rng(1).normal(size=(4, 32)).astype(np.float16)
    return Lessons(texts, np.arange(4, dtype=np.int32), targets)


def _closeness(folder: Path, lessons: Lessons) -> float:
    vectors = embed(Encoder(load_body(folder)), lessons.texts).astype(np.float32)
    targets = lessons.targets / np.linalg.norm(lessons.targets, axis=1, keepdims=True)
    return float((vectors * targets).sum(axis=1).mean())


def test_distillation_moves_the_student_to_its_teacher(toy: Path, tmp_path: Path) -> None:
    lessons = _lessons(toy)
    distil(toy, lessons, tmp_path / "out", PLAN, seed=1)
    assert _closeness(tmp_path / "out", lessons) > _closeness(toy, lessons) + 0.3


def test_a_run_by_steps_repeats_itself(toy: Path, tmp_path: Path) -> None:
    lessons = _lessons(toy)
    for name in ("one", "two"):
        distil(toy, lessons, tmp_path / name, PLAN, seed=1)
    one, two = ((tmp_path / name / "model.safetensors").read_bytes() for name in ("one", "two"))
    assert one == two


class _Interrupted(Exception):  # noqa: N818
    pass


def test_an_interrupted_run_resumes_where_its_checkpoint_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rag.training.loop._SAVE", -1.0)  # a checkpoint after every step
    seen: list[int] = []

    def loss_until(stop: int, model: nn.Linear) -> Callable[[int], Tensor]:
        def loss(batch: int) -> Tensor:
            if batch == stop:
                raise _Interrupted
            seen.append(batch)
            far: Tensor = (model(torch.ones(1, 2)) - batch).square().mean()
            return far

        return loss

    first, plan = nn.Linear(2, 1), Plan(rate=0.1, steps=6, warmup=1)
    with pytest.raises(_Interrupted):
        train(first, iter(range(99)), loss_until(4, first), plan, tmp_path / "c")
    second = nn.Linear(2, 1)
    assert train(second, iter(range(99)), loss_until(99, second), plan, tmp_path / "c") == 6
    assert seen == [0, 1, 2, 3, 4, 5]
    assert not (tmp_path / "c").exists()


def test_a_budget_of_no_time_trains_nothing(tmp_path: Path) -> None:
    model = nn.Linear(2, 1)
    plan = Plan(rate=0.1, minutes=1e-9)
    assert train(model, iter(range(9)), lambda _: model(torch.ones(1, 2)).sum(), plan, tmp_path / "c") == 0


def test_the_rate_rises_then_falls_to_three_percent() -> None:
    assert scale(0, 0.0, 10) == pytest.approx(0.1)
    assert scale(99, 0.5, 10) == pytest.approx(0.515)
    assert scale(99, 1.0, 10) == pytest.approx(0.03)


def test_the_average_lies_between_both_weights() -> None:
    mixed = average({"w": torch.tensor([0.0])}, {"w": torch.tensor([4.0])}, 0.25)
    assert mixed["w"].item() == 1.0


def test_english_sides_keep_their_target_and_copies_of_english_are_not_doubled() -> None:
    pairs = [Pair(f"text {n}", f"texte {n}") for n in range(200)] + [Pair("same", "same")]
    texts, rows = student_texts(pairs, random.Random(1))
    assert rows.count(200) == 1
    assert 200 < len(texts) < 270
    numbered = [(text, row) for text, row in zip(texts, rows, strict=True) if text[-1].isdigit()]
    assert all(str(row) in text for text, row in numbered)


def test_the_teacher_goes_on_where_it_was_interrupted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rag.training.prepare._PART", 2)
    texts = Ragged.of([[n] for n in range(5)])
    asked: list[int] = []

    def embedding(part: Ragged) -> np.ndarray:
        if len(asked) == 2:
            asked.append(-1)
            raise _Interrupted
        asked.extend(part.flat.tolist())
        return np.repeat(part.flat[:, None], 384, axis=1).astype(np.float16)

    with pytest.raises(_Interrupted):
        fill_targets(tmp_path / "targets.npy", texts, embedding)
    assert not (tmp_path / "targets.npy").exists()
    fill_targets(tmp_path / "targets.npy", texts, embedding)
    assert asked == [0, 1, -1, 2, 3, 4]
    assert np.load(tmp_path / "targets.npy")[:, 0].tolist() == [0, 1, 2, 3, 4]


def test_unfinished_vectors_of_another_mix_are_refused(tmp_path: Path) -> None:
    np.save(tmp_path / "targets.unfinished.npy", np.zeros((3, 384), np.float16))
    with pytest.raises(ValueError, match="3 texts, not 5"):
        fill_targets(tmp_path / "targets.npy", Ragged.of([[1]] * 5), lambda _: np.zeros((5, 384), np.float16))


def _paragraphs() -> list[Paragraph]:
    return [Paragraph(q.context, (q.text,), q.article, 1.0) for q in QUESTIONS]


def test_a_remembered_paragraph_is_no_negative_of_its_own_question(toy: Path) -> None:
    encoder, draw = Encoder(load_body(toy)), Draw(_paragraphs()[:1], _tokenizer(toy), random.Random(1))
    retrieval, batch = Retrieval(encoder, draw.texts), next(draw.batches(50))
    assert retrieval(batch).item() == pytest.approx(0)
    assert retrieval(batch).item() == pytest.approx(0, abs=1e-6)  # only copies of the right one


def test_the_retrieval_stage_finds_the_paragraphs(toy: Path, tmp_path: Path) -> None:
    specialise(toy, _paragraphs(), _lessons(toy), tmp_path / "out", plan=PLAN, seed=1)
    encoder, tokenizer = Encoder(load_body(tmp_path / "out")), _tokenizer(toy)
    asked, told = (
        embed(encoder, tokenised(tokenizer, texts, 20))
        for texts in ([q.text for q in QUESTIONS], [q.context for q in QUESTIONS])
    )
    assert (asked @ told.T).argmax(axis=1).tolist() == [0, 1, 2]


def test_a_window_keeps_the_answer(toy: Path) -> None:
    long = "it " * 150 + "anna won " + "it " * 150
    asked = source([Question("who won ?", long, "race", "en", (450, 454))], 1.0, random.Random(1))
    tokenizer = _tokenizer(toy)
    groups = Cutter(tokenizer, [asked], random.Random(1)).groups(0)
    for _ in range(30):
        (example,) = next(groups)
        assert example.span
        assert len(example.window) <= 144
        assert tokenizer.id_to_token(example.window[example.span[0]]) == "anna"


def test_only_the_passage_can_hold_the_answer(toy: Path) -> None:
    reader = Reader(load_body(toy)).eval()
    example = Example(question=[5, 6], window=[7, 8, 9], span=(1, 1), answerable=True)
    shorter = Example(question=[5], window=[7], span=None, answerable=False)
    starts, ends, *_ = reader(*packed([example, shorter]))
    allowed = [[4, 5, 6], [3]]
    for logits in (starts, ends):
        assert [row.gt(-9e3).nonzero().flatten().tolist() for row in logits] == allowed
    assert math.isfinite(reading_loss((starts, ends, *_), [[example, shorter]]).item())


@needs_onnx
def test_a_trained_reader_is_exported_calibrated_and_refused_when_altered(toy: Path, tmp_path: Path) -> None:
    train_reader(toy, [source(QUESTIONS, 1.0, random.Random(1))], tmp_path / "reader", plan=PLAN, seed=1)
    assert calibrate(tmp_path / "reader", QUESTIONS, seed=1)[1].slope > 0
    shipped = tmp_path / "shipped"
    export_reader(tmp_path / "reader", (Scaling(), Scaling(0.0, 0.0)), shipped)
    write_hashes(shipped)
    readings = OnnxReader(shipped, threads=2).read("who won ?", [q.context for q in QUESTIONS] + [" "])
    assert [reading.answerable for reading in readings] == [0.5, 0.5, 0.5, 0.0]
    assert all(0 <= r.start < r.end <= len(q.context) for r, q in zip(readings, QUESTIONS, strict=False))
    (shipped / "tokenizer.json").write_text("{}")
    with pytest.raises(ModelUnavailable, match="altered"):
        OnnxReader(shipped).read("who ?", ["anna"])


@needs_onnx
def test_the_exported_encoder_gives_the_trained_vectors(toy: Path, tmp_path: Path) -> None:
    from rag.index.embedder import OnnxEmbedder

    export_encoder(toy, BUNDLED_ENCODER, tmp_path / "shipped")
    write_hashes(tmp_path / "shipped")
    shipped = OnnxEmbedder(tmp_path / "shipped").embed_passages(FRENCH)
    trained = embed(Encoder(load_body(toy)), tokenised(_tokenizer(toy), FRENCH, 20), fast=False)
    assert (shipped * trained).sum(axis=1).min() > 0.98


def test_the_bundled_weights_in_16_bits_give_the_vectors_of_the_bundled_graph() -> None:
    from rag.index.embedder import OnnxEmbedder

    texts = [*FRENCH, "The council met in Minsk on Monday.", "Le conseil s’est réuni lundi à Minsk."]
    graph = OnnxEmbedder(BUNDLED_ENCODER).embed_passages(texts)
    encoder = Encoder(load_body(BUNDLED_ENCODER))
    weights = embed(encoder, tokenised(_tokenizer(BUNDLED_ENCODER), texts, 256), fast=False)
    assert (graph * weights).sum(axis=1).min() > 0.98


def test_a_saved_model_does_not_say_on_which_machine_it_lay(toy: Path, tmp_path: Path) -> None:
    save_body(load_body(toy), tmp_path / "saved")
    assert str(tmp_path) not in (tmp_path / "saved" / "config.json").read_text()
    assert "_name_or_path" not in (BUNDLED_ENCODER / "config.json").read_text()


def test_saved_rows_are_read_again(tmp_path: Path) -> None:
    Ragged.of([[1, 2], [3]]).save(tmp_path / "rows.npz")
    assert Ragged.load(tmp_path / "rows.npz").padded([0, 1])[0].tolist() == [[1, 2], [3, 0]]
