"""The page in a process of its own: Gradio leaves sockets and loops open, which our own process may not."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__)


@contextmanager
def served(*arguments: str) -> Iterator[str]:
    """The address of a page that is served inside the block; ``arguments`` are those of `_main`."""
    command = [sys.executable, "-X", "utf8", str(HERE), *arguments]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, text=True, stdin=pipe, stdout=pipe, stderr=pipe) as server:
        assert server.stdout is not None
        assert server.stderr is not None
        try:
            address = server.stdout.readline().strip()
            assert address.startswith("http://127.0.0.1:"), server.stderr.read()
            yield address
        finally:
            _, complaints = server.communicate()
    assert "Traceback" not in complaints, complaints


def _main(home: str = "", sign: str = "") -> None:
    """Serves the real assistant over ``home``, or one that goes by words; ends when its parent does.

    A ``home`` of "payloads" or "safes" stands for the word assistant over those articles, "late" for one
    that is ready once the file ``sign`` is there.
    """
    from rag.assistant import Assistant, open_assistant
    from rag.settings import Settings
    from ui.launch import launch

    own = {"payloads": payload_articles, "safes": safe_articles}
    scratch = tempfile.TemporaryDirectory()
    assistant: Assistant | WordAssistant
    if home == "late":
        assistant = LateAssistant(Path(sign), Settings(home=Path(scratch.name)))
    elif home and home not in own:
        assistant = open_assistant(Settings(home=Path(home)))
        assistant.sync()
    else:
        articles = own[home]() if home else ARTICLES
        assistant = WordAssistant(articles, settings=Settings(home=Path(scratch.name)), keep=True)
    serving = launch(assistant, Settings(port=0), block=False)
    assert serving is not None
    sys.stdout.write(serving.url + "\n")
    sys.stdout.flush()
    sys.stdin.read()
    serving.close()
    scratch.cleanup()


if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parent.parent))
    from fakes_ui import ARTICLES, LateAssistant, WordAssistant, safe_articles
    from payloads_ui import payload_articles

    _main(*sys.argv[1:])
