"""The command line of the recipes: one sub-command for each step, in the order in which they run."""

import argparse
import logging
import math
from collections.abc import Callable, Sequence
from pathlib import Path

from rag.training import steps

_Parsers = argparse._SubParsersAction  # argparse has no public name for it


def main(arguments: Sequence[str]) -> int:
    """Run one step; returns the exit code."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    if options.threads:
        import torch

        torch.set_num_threads(options.threads)
    options.work.mkdir(parents=True, exist_ok=True)
    options.run(options)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m rag.training", description=__doc__)
    parser.add_argument("--work", type=Path, required=True, help="folder of all intermediate files")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=0, help="of torch; 0: its own choice")
    found = parser.add_subparsers(required=True, metavar="STEP")
    _preparing(found)
    _training(found)
    _finishing(found)
    return parser


def _preparing(found: "_Parsers[argparse.ArgumentParser]") -> None:
    mix = _step(found, "mix", steps.mix)
    mix.add_argument("--take", nargs=3, action="append", metavar=("FILE", "SENTENCES", "RUNS"), required=True)
    mix.add_argument("--english", nargs="*", type=Path, default=[], help="question files with English texts")
    mix.add_argument("--english-limit", type=int, default=15_000)
    mix.add_argument("--held-out", nargs="*", type=Path, default=[], help="dev files, TSV or JSONL")
    start = _step(found, "start", steps.start)
    start.add_argument("--french", nargs="*", type=Path, default=[], help="more French for the vocabulary")
    start.add_argument("--size", type=int, default=36_500, help="pieces; 36,700 fill 50 MB in 16 bits")
    start.add_argument("--french-size", type=int, default=20_000, help="of them for French")
    _step(found, "teach", steps.teach)


def _training(found: "_Parsers[argparse.ArgumentParser]") -> None:
    law = ("FILE", "LIMIT", "SHARE")
    _clock(_step(found, "distil", steps.distil))
    specialise = _step(found, "specialise", steps.specialise)
    specialise.add_argument("--sections", nargs=3, action="append", metavar=law, default=[])
    specialise.add_argument("--debates", nargs=3, action="append", metavar=law, default=[])
    specialise.add_argument("--body", type=Path, help="the encoder to start from, if not distilled/")
    specialise.add_argument("--out", type=Path, help="where to, if not specialised/")
    average = _step(found, "average", steps.average)
    average.add_argument("--first", type=Path, help="an encoder or a reader, if not distilled/")
    average.add_argument("--second", type=Path, help="another of the same kind, if not specialised/")
    average.add_argument("--weight", type=float, required=True, help="of the second, 0 to 1")
    average.add_argument("--out", type=Path, required=True)
    read = _step(found, "read", steps.read)
    read.add_argument("--body", type=Path, required=True, help="the encoder to start from, or a reader")
    read.add_argument("--clozes", nargs=3, action="append", metavar=law, default=[])
    read.add_argument("--titled", nargs="*", default=[], help="question files of articles with titles")
    read.add_argument("--encoder", type=Path, help="finds paragraphs of theirs that look like answers")
    for step in (specialise, read):
        _clock(step)
        step.add_argument("--questions", nargs=2, action="append", metavar=("FILE", "SHARE"), default=[])
        step.add_argument("--split", nargs="*", type=Path, default=[], help="one article in ten is held out")
        step.add_argument(
            "--paragraphs", nargs="*", type=Path, default=[], help="files whose paragraphs questions name"
        )


    reopen = _step(found, "reopen", steps.reopen)
    reopen.add_argument("--reader", type=Path, required=True, help="its shipped folder")
    reopen.add_argument("--like", type=Path, required=True, help="a shipped encoder, for the body's shape")
    reopen.add_argument("--out", type=Path, required=True)


def _finishing(found: "_Parsers[argparse.ArgumentParser]") -> None:
    score = _step(found, "score", steps.score)
    score.add_argument("--model", type=Path, required=True, help="its folder")
    examine = _step(found, "examine", steps.examine)
    examine.add_argument("--reader", type=Path, required=True, help="its exported folder")
    examine.add_argument("--news", nargs="*", type=Path, default=[], help="written news")
    examine.add_argument("--limit", type=int, default=None, help="questions of each language")
    for step in (score, examine):
        step.add_argument("--dev", type=Path, required=True, help="folder of the dev sets")
        step.add_argument("--qa", type=Path, required=True, help="folder of the question files")
    export = _step(found, "export", steps.export)
    export.add_argument("--encoder", type=Path, help="an averaged encoder")
    export.add_argument("--like", type=Path, help="a shipped encoder, for the files that never change")
    export.add_argument("--reader", type=Path, help="a trained reader")
    export.add_argument("--calibrate", nargs="*", type=Path, default=[], help="split question files")
    export.add_argument("--out", type=Path, required=True)


def _step(
    found: "_Parsers[argparse.ArgumentParser]", name: str, run: Callable[[argparse.Namespace], None]
) -> argparse.ArgumentParser:
    parser = found.add_parser(name, help=run.__doc__, description=run.__doc__)
    parser.set_defaults(run=run)
    return parser


def _clock(step: argparse.ArgumentParser) -> None:
    step.add_argument("--minutes", type=float, default=math.inf, help="wall-time budget")
    step.add_argument("--steps", type=int, default=10**9, help="for a run that repeats itself")
