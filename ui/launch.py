"""The way in: the address first, then what takes its time."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from rag.settings import Settings
from ui.answerer import Answerer
from ui.doorway import Doorway
from ui.hosts import check_host
from ui.server import Serving, address_of, bound, serve, serve_beside
from ui.starting import Starting, make_ready


def launch(
    assistant: Answerer,
    settings: Settings,
    *,
    block: bool = True,
    exposed: bool = False,
    told: Callable[[str], object] = str,
) -> Serving | None:
    """Serves the page on the host and port of ``settings``, from a thread unless ``block``.

    ``told`` is told its address once nobody else can have it; a page of patience answers there while Gradio
    is imported. Index and models are made ready beside. Unless ``block`` it returns once the page is there.

    :raises UsageError: the host can be reached from other machines and ``exposed`` is not set.
    :raises Unavailable: the port is taken or the host is not this machine's.
    """
    check_host(settings.host, exposed=exposed)
    listening = bound(settings.host, settings.port)
    told(address_of(listening))

    def build() -> Any:  # noqa: ANN401  (the site, of a type that only Gradio's import brings)
        app = import_module("ui.app")  # Gradio: 2.5 s of a CPU, seven and more where others use it too
        return app.build_site(assistant, settings.host, Starting(lambda: make_ready(assistant)))

    door = Doorway(build, settings.host)
    if not block:
        return serve_beside(door, listening)
    serve(door, listening)
    return None
