"""The optional engine: any chat model that LangChain can open, bounded, distrusted and checked."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from corpus.article import Language, Passage
from corpus.text.language import identify
from corpus.wording import Line
from rag.answer import Hit
from rag.answering.draft import Draft, Proposal, Question
from rag.answering.engines.bounded import bounded
from rag.answering.engines.failures import reason_of
from rag.answering.engines.prompt import ABSENT, CLAIMS, RULES, show
from rag.answering.grounding import Similarity, find_evidence
from rag.answering.markers import Sentence, parse
from rag.answering.plain import plain
from rag.answering.quotes import without_quotations
from rag.errors import EngineFailed, UsageError
from rag.lines import told
from rag.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

# Passages shown to the model: as many as the extractive engine weighs, some 1,500 tokens.
PASSAGES = 8
# Of a reply at most: five short sentences take 1,000, so eight times that is a model that rambles.
CHARACTERS = 8_000
# Seconds for the whole reply: a laptop with a model of 4 billion parameters reads 1,500 tokens at some 60
# a second and writes 200 at 8, which takes 50.
DEADLINE_S = 60.0

_EXAMPLE = "ollama:qwen3:4b"  # a name as `DEPECHE_LLM` wants it
_EXTRAS = {"openai": "openai", "ollama": "ollama", "anthropic": "anthropic", "mistralai": "mistral"}
_KEYS = {"openai": "OPENAI_API_KEY", "anthropic": "ANTHROPIC_API_KEY", "mistralai": "MISTRAL_API_KEY"}
# Where two clients keep their key; the third refuses to be built without one.
_KEY_FIELDS = {"anthropic": "anthropic_api_key", "mistralai": "mistral_api_key"}


class ChatEngine:
    """Proposes the sentences of a chat model; ``similarity`` finds evidence across languages."""

    def __init__(
        self,
        model: "BaseChatModel",
        name: str,
        *,
        similarity: Similarity | None = None,
        deadline_s: float = DEADLINE_S,
    ) -> None:
        self._model = model
        self._similarity = similarity
        self._deadline_s = deadline_s
        self.name = name

    def propose(self, question: Question, hits: Sequence[Hit]) -> Draft:
        """The sentences of the model's reply that cite passages, at most five, as plain text.

        :raises EngineFailed: no reply in time, an empty one, one in another language or without a
            citation, or any error of the model; the reason holds nothing that the model or server said.
        """
        passages = tuple(hit.passage for hit in hits[:PASSAGES])
        reply = self._reply(question, passages)
        text = plain(reply[:CHARACTERS])
        if not text:
            raise self._failure(told("llm_empty"))
        sentences = parse(text, len(passages), question.language)
        cited = [sentence for sentence in sentences if sentence.numbers and not _refuses(sentence)]
        if len(reply) >= CHARACTERS and cited and cited[-1] is sentences[-1]:
            cited.pop()  # the cut may have gone through it
        if not cited:
            if any(map(_refuses, sentences)):
                return Draft(self.name, reason="not_in_corpus")
            raise self._failure(told("llm_unmarked"))
        if identify(without_quotations(text), question.language) != question.language:
            raise self._failure(told("llm_language"))
        return Draft(self.name, tuple(self._proposals(cited[:CLAIMS], passages, question.language)))

    def _proposals(
        self, sentences: Sequence[Sentence], passages: Sequence[Passage], language: Language
    ) -> Iterator[Proposal]:
        for sentence in sentences:
            sources = [passages[number - 1] for number in sentence.numbers]
            evidence = find_evidence(sentence.text, sources, language, similarity=self._similarity)
            yield Proposal(sentence.text, evidence, quoted=False)

    def _reply(self, question: Question, passages: Sequence[Passage]) -> str:
        """The reply, at most `CHARACTERS` and the rest of one piece."""
        stream = partial(self._stream, show(question.text, passages, question.language), question.language)
        reply = ""
        try:
            with closing(bounded(stream, self._deadline_s)) as pieces:
                for piece in pieces:
                    reply += piece
                    if len(reply) >= CHARACTERS:
                        break
        except Exception as error:
            # Not chained: a client's message or locals may hold the key.
            raise self._failure(reason_of(error, self._deadline_s)) from None
        return reply

    def _stream(self, shown: str, language: Language, stopped: Callable[[], bool]) -> Iterator[str]:
        """The model's reply in pieces, until ``stopped``; what is shown fills a template and is none."""
        from langchain_core.output_parsers import StrOutputParser
        from langchain_core.prompts import ChatPromptTemplate
        from langchain_core.runnables import RunnableGenerator

        def reply(prompts: Iterator[Any]) -> Iterator[Any]:
            for prompt in prompts:
                yield from takewhile(lambda _: not stopped(), self._model.stream(prompt))

        prompt = ChatPromptTemplate.from_messages([("system", "{rules}"), ("human", "{shown}")])
        chain = prompt | RunnableGenerator(reply) | StrOutputParser()
        return chain.stream({"rules": RULES[language], "shown": shown})

    def _failure(self, why: Line) -> EngineFailed:
        return EngineFailed(told("llm_failed", name=self.name, why=why))


def open_chat_engine(
    settings: Settings, *, similarity: Similarity | None = None, deadline_s: float = DEADLINE_S
) -> ChatEngine:
    """The engine that ``settings.llm`` names, ``provider:model``; nothing is contacted yet.

    ``deadline_s`` bounds each reply, and each of the client's waits for its server.

    :raises UsageError: the name is not of that form, or of no provider that LangChain knows.
    :raises EngineFailed: the provider's package or key is missing, or its client cannot be built.
    """
    provider, _, model = settings.llm.partition(":")
    if not provider.strip() or not model.strip():
        raise UsageError(told("llm", value=settings.llm, example=_EXAMPLE))
    options: dict[str, Any] = {"temperature": 0, "timeout": deadline_s, "max_retries": 0}
    if provider == "ollama":
        # Its thoughts would use up the reply, and its client takes the timeout elsewhere.
        options = {"temperature": 0, "reasoning": False, "client_kwargs": {"timeout": deadline_s}}
    if settings.llm_base_url:
        options["base_url"] = settings.llm_base_url
    opened = _open_model(settings, provider, options)
    return ChatEngine(opened, settings.llm, similarity=similarity, deadline_s=deadline_s)


def _open_model(settings: Settings, provider: str, options: dict[str, Any]) -> "BaseChatModel":
    from langchain.chat_models import init_chat_model

    try:
        model: BaseChatModel = init_chat_model(settings.llm, **options)
    except ImportError:
        raise EngineFailed(_missing_package(settings.llm, provider)) from None
    except Exception as error:
        unknown = isinstance(error, ValueError) and "model provider" in str(error)
        if unknown or str(error).startswith("Unsupported provider"):
            raise UsageError(told("llm_unknown", value=settings.llm, example=_EXAMPLE)) from None
        if not _lacks_key(error):
            raise EngineFailed(told("llm_not_opened", name=settings.llm, why=type(error).__name__)) from None
        if not settings.llm_base_url or "api_key" in options:
            raise EngineFailed(_missing_key(settings.llm, provider)) from None
        # A server of one's own needs no key, but the client insists on one.
        return _open_model(settings, provider, options | {"api_key": "none"})
    field = _KEY_FIELDS.get(provider)
    if field and not settings.llm_base_url and not _secret(getattr(model, field)):
        raise EngineFailed(_missing_key(settings.llm, provider))
    return model


def _missing_package(llm: str, provider: str) -> Line:
    extra = _EXTRAS.get(provider)
    package = f'"depeche[{extra}]"' if extra else f"langchain-{provider.replace('_', '-')}"
    return told("llm_package", name=llm, command=f"pip install {package}")


def _missing_key(llm: str, provider: str) -> Line:
    return told("llm_key", name=llm, secret=_KEYS.get(provider, told("llm_some_key")))


def _lacks_key(error: Exception) -> bool:
    return any(word in str(error).lower() for word in ("credential", "api_key", "api key"))


def _secret(value: Any) -> str:  # noqa: ANN401  (pydantic's SecretStr, which only LangChain imports)
    return str(value.get_secret_value()) if value is not None else ""


def _refuses(sentence: Sentence) -> bool:
    return re.fullmatch(rf"\W*{ABSENT}\W*", sentence.text) is not None
