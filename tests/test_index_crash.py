"""A writer may die at any moment, and a second one may come: the old generation goes on serving."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from toys_index import indexed, library, opened, subjects

from rag.errors import IndexBusy
from rag.index.generations import names
from rag.index.lock import writing
from rag.index.sync import sync
from rag.settings import Settings

# Dies before or after the named step of building; the pointer moves inside `publish`.
DYING = """
import os, signal, sys
sys.path.insert(0, {tests!r})
from pathlib import Path
from rag.index import building, generations
from toys_index import indexed, library
where, name, when = {owner}, {step!r}, {when!r}
real = getattr(where, name)
def dying(*args, **options):
    if when == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    real(*args, **options)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(where, name, dying)
indexed(Path({home!r}), library())
"""

# Synchronises two libraries in turn until it is killed.
RESTLESS = """
import sys
sys.path.insert(0, {tests!r})
from pathlib import Path
from toys_index import indexed, library
while True:
    for count in (6, 3):
        print(count, flush=True)
        indexed(Path({home!r}), library()[:count])
"""

HOLDING = """
import sys
from pathlib import Path
from rag.index.lock import writing
with writing(Path({index!r})):
    print("held", flush=True)
    sys.stdin.read()
"""

TESTS = str(Path(__file__).parent)

STEPS = [
    ("building.PassageStore", "write", "before"),
    ("building.PassageStore", "write", "after"),
    ("building", "seal", "after"),
    ("generations.Path", "rename", "after"),
    ("generations.Path", "replace", "before"),
    ("generations.Path", "replace", "after"),
]


@pytest.mark.parametrize(("owner", "step", "when"), STEPS)
def test_a_writer_killed_at_any_step_leaves_a_whole_generation(
    home: Path, owner: str, step: str, when: str
) -> None:
    settings, _ = indexed(home, library()[:3])
    code = DYING.format(tests=TESTS, owner=owner, step=step, when=when, home=str(home))
    died = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert died.returncode == -signal.SIGKILL, died.stderr
    moved = (step, when) == ("replace", "after")
    _assert_whole(settings, 6 if moved else 3)
    assert sync(settings, library(), subjects()).unchanged == (6 if moved else 3)
    _assert_whole(settings, 6)
    assert len(names(settings.index)) <= 2
    assert not list(settings.index.glob("gen-*.tmp"))


@pytest.mark.parametrize("seed", [1, 2])
def test_a_writer_killed_at_any_time_leaves_a_whole_generation(home: Path, seed: int) -> None:
    chance = random.Random(seed)
    settings, _ = indexed(home, library()[:3])
    with _child(RESTLESS.format(tests=TESTS, home=str(home))) as writer:
        assert writer.stdout is not None
        for _ in range(chance.randrange(2, 5)):
            writer.stdout.readline()
        time.sleep(chance.uniform(0, 0.3))
        writer.send_signal(signal.SIGKILL)
        writer.wait()
    _assert_whole(settings, 3, 6)
    sync(settings, library(), subjects())
    _assert_whole(settings, 6)


def _assert_whole(settings: Settings, *counts: int) -> None:
    """The index opens, holds one of the libraries and finds each of its passages by its own vector."""
    index = opened(settings)
    articles = index.articles()
    assert len(articles) in counts
    ids = [f"{name}#p{number}" for name, _, _, count in articles for number in range(count)]
    passages = index.passages(ids)
    stored = {text for article in library()[: len(articles)] for text in article.paragraphs}
    assert {passage.text for passage in passages} == stored


def test_a_second_process_is_refused_at_once(home: Path) -> None:
    settings = Settings(home=home)
    with _child(HOLDING.format(index=str(settings.index))) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        started = time.monotonic()
        with pytest.raises(IndexBusy, match="another process is writing") as caught:
            sync(settings, library(), subjects())
        assert time.monotonic() - started < 2
        assert caught.value.exit_code == os.EX_TEMPFAIL == 75
    assert sync(settings, library(), subjects()).added == 6


def test_a_second_thread_is_refused_too(home: Path) -> None:
    refused: list[type[Exception]] = []

    def second() -> None:
        try:
            with writing(home):
                pass
        except IndexBusy as error:
            refused.append(type(error))

    with writing(home):
        thread = threading.Thread(target=second)
        thread.start()
        thread.join()
    assert refused == [IndexBusy]


@contextmanager
def _child(code: str) -> Iterator[subprocess.Popen[str]]:
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", code], stdin=pipe, stdout=pipe, text=True) as child:
        try:
            yield child
        finally:
            child.kill()
