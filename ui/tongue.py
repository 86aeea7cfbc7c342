"""The language that the page is first seen in: the one chosen before, else the one the browser asks for."""

import json
from collections.abc import Mapping, Sequence
from http.cookies import CookieError, SimpleCookie
from typing import Any

from corpus.article import LANGUAGES, Language
from ui.headers import App, Message, Receive, Send

COOKIE = "depeche-language"  # written by `ui/assets/app.js`
CONFIG = "window.gradio_config = "
Words = Mapping[Language, Sequence[Mapping[str, Any]]]


def first_language(scope: Message) -> Language:
    """The language for the reader who sends this request; English when nothing tells."""
    headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
    return _remembered(headers.get(b"cookie", "")) or _asked_for(headers.get(b"accept-language", ""))


class FirstWords:
    """ASGI middleware that puts Gradio's first page, which is in one language only, into the reader's.

    ``words`` are the properties of the page's first components that are no states, in each language.
    """

    def __init__(self, app: App, words: Words) -> None:
        self._app = app
        self._words = words

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Passes the request on; only the page itself is rewritten."""
        if scope["type"] != "http" or scope["path"] != "/" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        language = first_language(scope)
        plain = [one for one in scope["headers"] if one[0] != b"accept-encoding"]  # else it comes compressed
        begun: Message = {}
        body = b""

        async def rewritten(message: Message) -> None:
            nonlocal body
            if message["type"] == "http.response.start":
                begun.update(message)
                return
            body += message.get("body", b"")
            if not message.get("more_body"):
                whole = spoken(body.decode(), language, self._words[language]).encode()
                kept = [one for one in begun["headers"] if one[0] != b"content-length"]
                vary = (b"vary", b"accept-language, cookie")
                await send({**begun, "headers": [*kept, (b"content-length", b"%d" % len(whole)), vary]})
                await send({"type": "http.response.body", "body": whole})

        await self._app({**scope, "headers": plain}, receive, rewritten)


def spoken(page: str, language: Language, words: Sequence[Mapping[str, Any]]) -> str:
    """Gradio's ``page`` with ``words`` in its components; any other page stays as it is."""
    head, found, rest = page.partition(CONFIG)
    if not found:
        return page
    config, end = json.JSONDecoder().raw_decode(rest)
    shown = (one for one in config["components"] if one["type"] != "state")
    for component, said in zip(shown, words, strict=False):  # the last ones are not seen
        component["props"].update(said)
    written = json.dumps(config)
    for sign in "<>&'":  # so that no text ends the script
        written = written.replace(sign, f"\\u{ord(sign):04x}")
    return head.replace('lang="en"', f'lang="{language}"', 1) + found + written + rest[end:]


def _remembered(cookies: str) -> Language | None:
    try:
        crumb = SimpleCookie(cookies).get(COOKIE)
    except CookieError:
        return None
    return next((language for language in LANGUAGES if crumb and crumb.value == language), None)


def _asked_for(accepted: str) -> Language:
    """The language of ours that an Accept-Language header wants most; the first of equals."""
    wanted: dict[str, float] = {}
    for part in accepted.replace(" ", "").lower().split(","):
        name, _, quality = part.partition(";q=")
        try:
            weight = float(quality or 1)
        except ValueError:
            continue
        wanted.setdefault(name.partition("-")[0], weight)
    ours = [language for name in wanted for language in LANGUAGES if name == language and wanted[name] > 0]
    return max(ours, key=lambda language: wanted[language], default="en")
