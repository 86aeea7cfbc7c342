"""Models small enough to train in a test: two layers of width 32 over a dozen pieces."""

from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from rag.training.corpora import Question
from rag.training.distil import Lessons
from rag.training.loop import Plan
from rag.training.ragged import tokenised
from rag.training.vocabulary import SPECIAL, bilingual_tokenizer

WORDS = ("who", "won", "anna", "the", "race", "lost", "it", "bob", "qui", "a", "gagné", "la", "course", "?")
FRENCH = ["qui a gagné ?", "la course", "bob a gagné la course.", "qui ?"]
QUESTIONS = [
    Question("who won ?", "anna won the race.", "race", "en", (0, 4)),
    Question("who lost ?", "bob lost it.", "race", "en", (0, 3)),
    Question("qui a gagné ?", "bob a gagné la course.", "course", "fr", (0, 3)),
]
PLAN = Plan(rate=3e-3, steps=30, warmup=3)


def write_toy(folder: Path) -> Path:
    """A tiny BERT with its tokenizer, as the start step writes one."""
    from transformers import BertConfig, BertModel

    from rag.training.nets import save_body

    torch.manual_seed(1)
    config = BertConfig(
        vocab_size=len(SPECIAL) + len(WORDS), hidden_size=32, num_hidden_layers=2, num_attention_heads=2,
        intermediate_size=64, max_position_embeddings=256,
    )  # fmt: skip
    save_body(BertModel(config, add_pooling_layer=False), folder)
    bilingual_tokenizer([*SPECIAL, *WORDS]).save(str(folder / "tokenizer.json"))
    return folder


def tokenizer_of(folder: Path) -> Tokenizer:
    """The toy's."""
    return Tokenizer.from_file(str(folder / "tokenizer.json"))


def lessons_of(toy: Path) -> Lessons:
    """Four French texts and made-up targets."""
    texts = tokenised(tokenizer_of(toy), FRENCH, 20)
    targets = np.random.default_rng(1).normal(size=(4, 32)).astype(np.float16)
    return Lessons(texts, np.arange(4, dtype=np.int32), targets)
