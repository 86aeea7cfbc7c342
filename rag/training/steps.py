"""The steps of the recipes, each from files to files in the work folder."""

import logging
import random
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rag.training.corpora import Question
    from rag.training.loop import Plan

_MINED = 6  # paragraphs that the encoder finds for a question, its own often among them

log = logging.getLogger(__name__)


def mix(options: Namespace) -> None:
    """Choose the distillation pairs: ``mix.tsv``."""
    from rag.training.corpora import held_out_keys
    from rag.training.mix import Share, english_texts, take

    rng = random.Random(options.seed)
    held_out: set[str] = set().union(*map(held_out_keys, options.held_out))
    pairs = []
    for file, sentences, runs in options.take:
        pairs += take(Share(Path(file), int(sentences), int(runs)), held_out, rng)
        log.info("%s: %d pairs so far", Path(file).name, len(pairs))
    pairs += english_texts(options.english, options.english_limit, held_out, rng)
    rng.shuffle(pairs)
    lines = (f"{pair.english}\t{pair.french}\n" for pair in pairs)
    (options.work / "mix.tsv").write_text("".join(lines), encoding="utf-8")
    log.info("%d pairs in the mix", len(pairs))


def start(options: Namespace) -> None:
    """Make the vocabulary and the student as it starts: ``start/``."""
    from rag.training.prepare import french_texts, read_mix, start

    pairs = read_mix(options.work / "mix.tsv")
    sizes = (options.size, options.french_size)
    start(pairs, french_texts(options.french), sizes, options.work / "start")


def teach(options: Namespace) -> None:
    """Tokenise the mix and keep the teacher's vectors of it."""
    from tokenizers import Tokenizer

    from rag.training.prepare import read_mix, teach

    tokenizer = Tokenizer.from_file(str(options.work / "start" / "tokenizer.json"))
    teach(read_mix(options.work / "mix.tsv"), tokenizer, options.work, options.seed)


def distil(options: Namespace) -> None:
    """Learn the teacher's vectors: ``distilled/``."""
    from rag.training.distil import PLAN, Lessons, distil

    work = options.work
    distil(work / "start", Lessons.load(work), work / "distilled", _timed(PLAN, options), options.seed)


def specialise(options: Namespace) -> None:
    """Learn question → paragraph: ``specialised/``, or ``--out`` from ``--body``."""
    from rag.training.distil import Lessons
    from rag.training.ground import from_debates, from_questions, from_sections, merged
    from rag.training.retrieval import PLAN, specialise

    rng = random.Random(options.seed)
    paragraphs = []
    for file, share in options.questions:
        paragraphs += from_questions(_questions(Path(file), options), float(share))
    for file, limit, share in options.sections:
        paragraphs += from_sections(Path(file), int(limit), float(share), rng)
    for file, limit, share in options.debates:
        paragraphs += from_debates(Path(file), int(limit), float(share), rng)
    paragraphs = merged(paragraphs)
    log.info("%d paragraphs", len(paragraphs))
    work, plan = options.work, _timed(PLAN, options)
    body, out = options.body or work / "distilled", options.out or work / "specialised"
    specialise(body, paragraphs, Lessons.load(work), out, plan=plan, seed=options.seed)


def average(options: Namespace) -> None:
    """Write the weighted mean of two encoders, or of two readers: ``--out``."""
    from rag.training.loop import average_folders

    first = options.first or options.work / "distilled"
    average_folders(first, options.second or options.work / "specialised", options.weight, options.out)


def read(options: Namespace) -> None:
    """Train the reader on an encoder's body: ``reader/``."""
    from rag.training.cloze import clozes
    from rag.training.examples import source
    from rag.training.mining import miner
    from rag.training.reader import PLAN, train_reader

    rng = random.Random(options.seed)
    mine = miner(options.encoder, _MINED) if options.encoder else None
    sources = []
    for file, share in options.questions:
        asked, titled = _questions(Path(file), options), file in options.titled
        sources.append(source(asked, float(share), rng, titled=titled, mine=mine if titled else None))
        log.info("%s: %d questions", Path(file).name, len(sources[-1].questions))
    for file, limit, share in options.clozes:
        sources.append(source(clozes(Path(file), int(limit), rng), float(share), rng))
    plan = _timed(PLAN, options)
    train_reader(options.body, sources, options.work / "reader", plan=plan, seed=options.seed)


def reopen(options: Namespace) -> None:
    """Write weights that `read` can go on from, out of a shipped reader: ``--out``."""
    from rag.training.reopened import reopen_reader

    reopen_reader(options.reader, options.like, options.out)


def score(options: Namespace) -> None:
    """Log the dev scores of an encoder in bf16."""
    from tokenizers import Tokenizer

    from rag.training.nets import Encoder, embed, load_body
    from rag.training.quality import Vectors, encoder_scores
    from rag.training.ragged import tokenised

    encoder = Encoder(load_body(options.model))
    tokenizer = Tokenizer.from_file(str(options.model / "tokenizer.json"))
    tokenizer.no_padding()

    def encode(texts: Sequence[str]) -> Vectors:
        return embed(encoder, tokenised(tokenizer, texts, 256)).astype("float32")

    for name, value in encoder_scores(encode, options.dev, options.qa).items():
        log.info("%-24s %.4f", name, value)


def export(options: Namespace) -> None:
    """Write the shipped folders: ``--encoder`` and, when a reader is trained, ``--reader``."""
    from rag.training.export import export_encoder, export_reader, write_hashes
    from rag.training.reader import calibrate

    if options.encoder:
        export_encoder(options.encoder, options.like, options.out / "encoder")
        write_hashes(options.out / "encoder")
    if options.reader:
        asked = [q for file in options.calibrate for q in _held_out(file)]
        scalings = calibrate(options.reader, asked, options.seed)
        export_reader(options.reader, scalings, options.out / "reader")
        write_hashes(options.out / "reader")


def examine(options: Namespace) -> None:
    """Log an exported reader's scores: PIAF's dev set, held-out English articles, held-out written news."""
    from rag.answering.reader import OnnxReader
    from rag.training.reader_quality import dev_questions, examine

    reader = OnnxReader(options.reader, threads=options.threads or None)
    sets = dev_questions(options.dev, options.qa) | {file.stem: _held_out(file) for file in options.news}
    for name, questions in sets.items():
        marks = examine(reader, questions[: options.limit])
        log.info("%s, %d questions: F1 %.3f, exact %.3f", name, len(questions), marks.f1, marks.exact)
        log.info("answerable %.3f, own paragraph first %.3f", marks.accuracy, marks.preferred)


def _timed(plan: "Plan", options: Namespace) -> "Plan":
    return replace(plan, minutes=options.minutes, steps=options.steps)


def _questions(file: Path, options: Namespace) -> "list[Question]":
    """The questions to train on: of a file in ``--split``, not those of the held-out articles."""
    from rag.training.examples import held_out

    return [q for q in _asked(file, options.paragraphs) if file not in options.split or not held_out(q)]


def _held_out(file: Path) -> "list[Question]":
    from rag.training.examples import held_out

    return [q for q in _asked(file) if held_out(q)]


def _asked(file: Path, paragraphs: Sequence[Path] = ()) -> "Iterator[Question]":
    from rag.training.corpora import lines_of, read_questions
    from rag.training.written import named, written

    if file.suffix != ".txt":
        return read_questions(file)
    return written(lines_of(file), named(q for given in paragraphs for q in read_questions(given)))
