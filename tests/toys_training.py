"""Models small enough to train in a test: two layers of width 32 over a dozen pieces."""

from pathlib import Path

import torch

from rag.training.vocabulary import SPECIAL, bilingual_tokenizer

WORDS = ("who", "won", "anna", "the", "race", "lost", "it", "bob", "qui", "a", "gagné", "la", "course", "?")


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
