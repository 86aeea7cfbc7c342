"""The door of the page: it answers from the first second, before there is a page behind it."""

import asyncio
from collections.abc import Callable
from threading import Event
from typing import Any

from corpus.article import Language
from ui.headers import GuardedHeaders, Message, Receive, Send
from ui.hosts import KnownHosts
from ui.markup import safe
from ui.strings import say
from ui.tongue import first_language

# Looks twice a second whether the page is there. Until then every answer asks to be tried again.
_PATIENCE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>Dépêche</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
:root {{ color-scheme: light dark; }}
:root {{ background: light-dark(#fbfaf7, #161512); color: light-dark(#1b1b1a, #edeae3); }}
body {{ max-width: 1152px; margin: 0 auto; padding: 22px 24px; }}
p {{ font: 13.5px ui-sans-serif, system-ui, sans-serif; }}
h1 {{ font: 700 44px/1 ui-serif, Georgia, serif; letter-spacing: -0.01em; margin: 0 0 8px; }}
</style></head><body><main><h1>Dépêche</h1><p role="status">{words}</p></main>
<script>
setInterval(async () => {{
  const answer = await fetch("/", {{ method: "HEAD" }}).catch(() => null);
  if (answer && !answer.headers.has("retry-after")) location.reload();
}}, 500);
</script></body></html>
"""


class Doorway:
    """ASGI app that shows a page of patience until ``build`` has made the site, then passes all on to it.

    ``opened`` is set once the site is there, or its building failed of ``problem``; then ``leave`` is called.
    """

    def __init__(self, build: Callable[[], Any], host: str) -> None:
        """``build`` runs in a thread of its own; ``host`` as for `ui.hosts.KnownHosts`."""
        self._build = build
        self._site: Any = GuardedHeaders(KnownHosts(_patience, host))
        self.opened = Event()
        self.problem: Exception | None = None
        self.leave: Callable[[], object] = bool

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answers or passes the request on; the server's start begins the building."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        else:
            await self._site(scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        await send({"type": "lifespan.startup.complete"})
        try:
            site = await asyncio.to_thread(self._build)
        except Exception as error:
            self.problem = error
            self.opened.set()
            self.leave()
            await receive()
        else:
            async with site.router.lifespan_context(site):
                self._site = site
                self.opened.set()
                await receive()
        await send({"type": "lifespan.shutdown.complete"})


def page_of_patience(language: Language) -> str:
    """What is seen until the page is there."""
    return _PATIENCE.format(language=language, words=safe(say("preparing", language)))


async def _patience(scope: Message, _: Receive, send: Send) -> None:
    if scope["type"] != "http":
        await send({"type": "websocket.close", "code": 1013})
        return
    body = page_of_patience(first_language(scope)).encode()
    headers = [
        (b"content-type", b"text/html; charset=utf-8"),
        (b"content-length", b"%d" % len(body)),
        (b"cache-control", b"no-store"),
        (b"retry-after", b"1"),
    ]
    status = 200 if scope["path"] == "/" else 503
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})
