"""A bilingual WordPiece vocabulary: the teacher's Latin pieces and new French ones, accents kept."""

import json
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_UNKNOWN = "[UNK]"
SPECIAL = ("[PAD]", _UNKNOWN, "[CLS]", "[SEP]", "[MASK]")
CLS, SEP = SPECIAL.index("[CLS]"), SPECIAL.index("[SEP]")


def french_pieces(texts: Iterable[str], size: int) -> list[str]:
    """The pieces of a WordPiece model of ``size`` trained on French texts, most frequent first."""
    from tokenizers import Tokenizer, models, trainers

    tokenizer = _dress(Tokenizer(models.WordPiece(unk_token=_UNKNOWN)))
    trainer = trainers.WordPieceTrainer(
        vocab_size=size,
        special_tokens=list(SPECIAL),
        min_frequency=3,
        show_progress=False,
        limit_alphabet=200,
    )
    tokenizer.train_from_iterator(texts, trainer)
    vocabulary = tokenizer.get_vocab()
    return [piece for piece in sorted(vocabulary, key=vocabulary.__getitem__) if latin(piece)]


def merge(teacher: dict[str, int], french: list[str], size: int) -> list[str]:
    """Special pieces, then all French ones, then the teacher's most frequent Latin ones up to ``size``.

    BERT's vocabulary is in order of frequency, so a low id is a frequent piece.
    """
    merged = dict.fromkeys((*SPECIAL, *(piece for piece in french if piece not in SPECIAL)))
    for piece in sorted(teacher, key=teacher.__getitem__):
        if len(merged) == size:
            break
        if latin(piece) and not piece.startswith("["):
            merged[piece] = None
    return list(merged)


def bilingual_tokenizer(pieces: list[str]) -> "Tokenizer":
    """The encoder's tokenizer: NFC, straight apostrophes, lower case, accents kept, [CLS] … [SEP]."""
    from tokenizers import Tokenizer, models, processors

    ids = {piece: number for number, piece in enumerate(pieces)}
    tokenizer = _dress(Tokenizer(models.WordPiece(ids, unk_token=_UNKNOWN)))
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", ids["[SEP]"]), ("[CLS]", ids["[CLS]"]))
    tokenizer.add_special_tokens(list(SPECIAL))
    return tokenizer


def pieces_of(tokenizer: "Tokenizer") -> list[str]:
    """The vocabulary in the order of its ids."""
    vocabulary: dict[str, int] = json.loads(tokenizer.to_str())["model"]["vocab"]
    return sorted(vocabulary, key=vocabulary.__getitem__)


def latin(piece: str) -> bool:
    """Whether a piece is made of Latin letters, digits and common marks only."""
    body = piece.removeprefix("##")
    return bool(body) and all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in body)


def _dress(tokenizer: "Tokenizer") -> "Tokenizer":
    from tokenizers import decoders, normalizers, pre_tokenizers

    tokenizer.normalizer = normalizers.Sequence([
        normalizers.NFC(),
        normalizers.Replace("’", "'"),
        normalizers.BertNormalizer(strip_accents=False, lowercase=True, handle_chinese_chars=False),
    ])  # fmt: skip
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece()
    return tokenizer
