"""The steps as they are typed: files in, files out."""

import gzip
import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file
from toys_training import write_toy

from rag.training.cli import main


def _write(file: Path, lines: list[str]) -> str:
    file.write_bytes(gzip.compress("\n".join(lines).encode()))
    return str(file)


def test_the_mix_holds_what_was_asked_for_and_no_test_sentence(tmp_path: Path) -> None:
    pairs = _write(tmp_path / "pairs.tsv.gz", [f"sentence number {n}\tphrase numéro {n}" for n in range(30)])
    tested = _write(tmp_path / "dev.tsv.gz", ["Sentence number 3!\tautre chose ici"])
    asked = {"lang": "en", "question": "Who won?", "context": "Anna won the race.", "title": "Race"}
    english = _write(tmp_path / "en.jsonl.gz", [json.dumps(asked)])
    command = ["--work", str(tmp_path / "work"), "mix", "--take", pairs, "30", "2", "--english", english]
    similar = _write(tmp_path / "sts.jsonl.gz", [json.dumps({"fr1": "Phrase numéro 5.", "score": 5})])
    assert main([*command, "--held-out", tested, similar]) == 0
    lines = (tmp_path / "work" / "mix.tsv").read_text(encoding="utf-8").splitlines()
    sides = {side for line in lines for side in line.split("\t")}
    assert {"Who won?", "Anna won the race.", "phrase numéro 29"} <= sides
    for number in ("3", "5"):
        assert not any(f"number {number} " in f"{side} " for side in sides)


def test_the_average_of_an_encoder_with_itself_is_itself(tmp_path: Path) -> None:
    for name in ("distilled", "specialised"):
        write_toy(tmp_path / name)
    out = tmp_path / "encoder"
    assert main(["--work", str(tmp_path), "average", "--weight", "0.3", "--out", str(out)]) == 0
    weights = [(tmp_path / name / "model.safetensors").read_bytes() for name in ("distilled", "encoder")]
    assert weights[0] == weights[1]
    assert (out / "tokenizer.json").exists()


def test_the_average_of_two_readers_has_the_mean_of_their_heads_too(tmp_path: Path) -> None:
    for name, value in (("one", 1.0), ("two", 3.0)):
        write_toy(tmp_path / name)
        save_file({"span.bias": torch.full((2,), value)}, tmp_path / name / "heads.safetensors")
    given = ["--first", str(tmp_path / "one"), "--second", str(tmp_path / "two")]
    work = ["--work", str(tmp_path)]
    assert main([*work, "average", *given, "--weight", "0.25", "--out", str(tmp_path / "mean")]) == 0
    assert load_file(tmp_path / "mean" / "heads.safetensors")["span.bias"].tolist() == [1.5, 1.5]


def test_a_step_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--work", str(tmp_path), "dance"])
