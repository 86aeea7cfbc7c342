"""A text has one vector, whatever is embedded beside it, and nothing of it is cut off."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.errors import ModelUnavailable
from rag.index.embedder import Embedder, OnnxEmbedder, SentenceTransformerEmbedder, open_embedder
from rag.index.windows import average, pieces
from rag.settings import BUNDLED_ENCODER, Settings

TEXTS = (
    "Quels systèmes ont été livrés ?",
    "Le président s’est rendu à Minsk lundi 19 décembre pour y rencontrer son homologue.",
    "S-400",
    "The earthquake killed more than 50,000 people in Türkiye and Syria, the authorities said.",
    "☃",
    "mot " * 700 + "Fin.",
)


@pytest.fixture(scope="module")
def bundled() -> OnnxEmbedder:
    return OnnxEmbedder(BUNDLED_ENCODER, threads=2)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sentence-transformers folder with a random BERT of two small layers, 64 tokens and prompts."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    source, folder = tmp_path_factory.mktemp("bert"), tmp_path_factory.mktemp("tiny")
    tokenizer = PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_file=str(BUNDLED_ENCODER / "tokenizer.json"),
        pad_token="[PAD]", cls_token="[CLS]", sep_token="[SEP]", unk_token="[UNK]", model_max_length=64,
    )  # fmt: skip
    shape: dict[str, Any] = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2}
    config = BertConfig(vocab_size=len(tokenizer), **shape)
    torch.manual_seed(0)
    BertModel(config).save_pretrained(source)
    tokenizer.save_pretrained(source)
    transformer = Transformer(str(source))
    model = SentenceTransformer(
        modules=[transformer, Pooling(transformer.get_embedding_dimension(), "mean")],
        prompts={"query": "question : ", "document": "passage : "},
    )
    model.save(str(folder))
    return folder


@pytest.fixture(params=["bundled", "tiny"])
def embedder(request: pytest.FixtureRequest) -> Embedder:
    made = request.getfixturevalue(request.param)
    return SentenceTransformerEmbedder(str(made)) if isinstance(made, Path) else made


def test_rows_have_unit_length_and_the_promised_dimension(embedder: Embedder) -> None:
    rows = embedder.embed_passages(TEXTS)
    assert rows.shape == (len(TEXTS), embedder.dimension)
    assert rows.dtype == embedder.embed_query("Minsk").dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


def test_no_text_gives_no_row(embedder: Embedder) -> None:
    assert embedder.embed_passages([]).shape == (0, embedder.dimension)


def test_a_vector_does_not_depend_on_what_is_beside_it(embedder: Embedder) -> None:
    alone = [embedder.embed_passages([text])[0] for text in TEXTS]
    assert np.allclose(embedder.embed_passages(TEXTS), alone, atol=1e-6)
    assert np.allclose(embedder.embed_passages(TEXTS[::-1]), alone[::-1], atol=1e-6)


def test_threads_do_not_change_a_bit(bundled: OnnxEmbedder) -> None:
    single = OnnxEmbedder(BUNDLED_ENCODER, threads=1)
    assert np.array_equal(single.embed_passages(TEXTS), bundled.embed_passages(TEXTS))


def test_the_end_of_a_long_text_counts(embedder: Embedder) -> None:
    start = "Le tribunal a rendu sa décision. " * 200
    ends = [start + "Le chat dort. " * 200, start + "La bourse monte. " * 200]
    first, second = embedder.embed_passages(ends)
    assert first @ second < 0.9999


@pytest.mark.parametrize("blank", ["", "  \n", "\u00a0"])
def test_a_blank_text_is_refused(embedder: Embedder, blank: str) -> None:
    with pytest.raises(ValueError, match="blank"):
        embedder.embed_query(blank)
    with pytest.raises(ValueError, match="blank"):
        embedder.embed_passages(["Minsk", blank])


def test_a_question_is_near_its_answer_in_either_language(bundled: OnnxEmbedder) -> None:
    question = bundled.embed_query("Combien de morts dans le séisme ?")
    french, english, other = bundled.embed_passages(
        ("Le séisme a tué 50 000 personnes.", "The earthquake killed 50,000 people.", "Pensions rise.")
    )
    assert min(question @ french, question @ english) > question @ other + 0.2


def test_questions_and_passages_have_their_own_prompts(tiny: Path) -> None:
    model = SentenceTransformerEmbedder(str(tiny))
    assert not np.allclose(model.embed_query("Minsk"), model.embed_passages(["Minsk"])[0], atol=1e-4)


def test_the_settings_choose_the_embedder(tiny: Path) -> None:
    assert isinstance(open_embedder(Settings()), OnnxEmbedder)
    chosen = open_embedder(Settings(embedder=str(tiny)))
    assert chosen.fingerprint.startswith("st-")
    assert chosen.dimension == 32


def test_the_fingerprint_follows_the_weights(tiny: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(tiny, copy)
    original = SentenceTransformerEmbedder(str(tiny)).fingerprint
    assert SentenceTransformerEmbedder(str(copy)).fingerprint == original
    weights = next(copy.rglob("*.safetensors"))
    weights.write_bytes(weights.read_bytes()[:-1] + b"\1")
    assert SentenceTransformerEmbedder(str(copy)).fingerprint != original


def test_questions_are_embedded_without_torch() -> None:
    code = (
        "import sys; from rag import Settings, open_embedder\n"
        "open_embedder(Settings()).embed_query('Minsk')\n"
        "sys.exit(bool({'torch', 'transformers', 'chromadb'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


@pytest.mark.parametrize("file", ["onnx/model_int8.onnx", "tokenizer.json", "weights.json"])
@pytest.mark.parametrize("harm", ["missing", "altered"])
def test_a_missing_or_altered_file_is_refused(tmp_path: Path, file: str, harm: str) -> None:
    folder = tmp_path / "encoder"
    shutil.copytree(BUNDLED_ENCODER, folder)
    content = bytearray((folder / file).read_bytes())
    (folder / file).unlink()
    if harm == "altered":
        content[len(content) // 2] ^= 4
        (folder / file).write_bytes(content)
    with pytest.raises(ModelUnavailable, match="reinstall") as caught:
        OnnxEmbedder(folder).embed_query("Minsk")
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 3


def test_the_hashes_cover_every_file_that_is_shipped() -> None:
    listed = set(json.loads((BUNDLED_ENCODER / "weights.json").read_text()))
    files = (path for path in BUNDLED_ENCODER.rglob("*") if path.is_file())
    shipped = {path.relative_to(BUNDLED_ENCODER).as_posix() for path in files}
    assert shipped - listed == {"README.md", "weights.json", ".gitattributes", "model.safetensors"}


@pytest.mark.parametrize("name", ["pytorch_model.bin", "1_Pooling/extra.py", "model.pkl"])
def test_a_model_folder_with_code_is_refused_before_it_is_read(tiny: Path, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "model"
    shutil.copytree(tiny, folder)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(b"raise SystemExit")
    model = SentenceTransformerEmbedder(str(folder))
    with pytest.raises(ModelUnavailable, match=f"{name}, which could run code"):
        model.embed_query("Minsk")


@pytest.mark.parametrize("module", ["os.system", "custom.Module", "sentence_transformersevil.X"])
def test_a_module_of_another_library_is_refused(tiny: Path, tmp_path: Path, module: str) -> None:
    folder = tmp_path / "model"
    shutil.copytree(tiny, folder)
    listed: list[dict[str, Any]] = json.loads((folder / "modules.json").read_text())
    listed[0]["type"] = module
    (folder / "modules.json").write_text(json.dumps(listed))
    with pytest.raises(ModelUnavailable, match=f"names “{module}”"):
        SentenceTransformerEmbedder(str(folder)).embed_query("Minsk")


@pytest.mark.parametrize("content", ["{", "{}", "[1]", '[{"idx": 0}]'])
def test_a_broken_list_of_modules_is_one_clear_line(tmp_path: Path, content: str) -> None:
    (tmp_path / "modules.json").write_text(content)
    with pytest.raises(ModelUnavailable) as caught:
        SentenceTransformerEmbedder(str(tmp_path)).embed_query("Minsk")
    assert "\n" not in str(caught.value)


def test_a_folder_that_is_no_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match=r"no modules\.json"):
        _ = SentenceTransformerEmbedder(str(tmp_path)).fingerprint


def test_a_model_that_is_not_here_is_named_with_its_remedy() -> None:
    with pytest.raises(ModelUnavailable, match="run: hf download someone/something"):
        SentenceTransformerEmbedder("someone/something").embed_query("Minsk")
    with pytest.raises(ModelUnavailable, match="no folder and no model id"):
        SentenceTransformerEmbedder("/nowhere/at all").embed_query("Minsk")


def _words(text: str) -> int:
    return len(text.split())


@given(st.text(), st.integers(1, 8))
def test_pieces_are_the_whole_text_and_fit(text: str, limit: int) -> None:
    cut = pieces(text, _words, limit)
    assert "".join(piece for piece, _ in cut) == text
    assert all(count == _words(piece) and count <= limit for piece, count in cut)


@given(st.lists(st.text("ab", min_size=1, max_size=9), min_size=1))
@settings(max_examples=50)
def test_words_are_cut_between(words: list[str]) -> None:
    found = [word for piece, _ in pieces(" ".join(words), _words, 2) for word in piece.split()]
    assert found == words


def test_longer_pieces_weigh_more() -> None:
    rows = np.eye(2, dtype=np.float32)
    assert np.allclose(average(rows, [3, 1]), np.array([3, 1]) / np.sqrt(10))
    assert np.array_equal(average(rows[:1], [7]), rows[0])
