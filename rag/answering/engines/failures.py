"""Why a chat model gave no answer, in no words of the model or its server."""

import re

from corpus.wording import Line
from rag.lines import told

_BY_STATUS = {401: "llm_refused", 403: "llm_refused", 404: "llm_model", 429: "llm_busy"}


def reason_of(error: Exception, deadline_s: float) -> Line:
    """What ``error`` is, with its status or kind; its message is never used: it may hold a key.

    ``deadline_s`` are the seconds that the model had.
    """
    kind = type(error).__name__
    status = getattr(error, "status_code", None)
    if not isinstance(status, int):
        status = getattr(getattr(error, "response", None), "status_code", None)
    if isinstance(status, int):
        key = _BY_STATUS.get(status)
        return told(key) if key else told("llm_status", value=str(status))
    if "Timeout" in kind:
        return told("llm_slow", value=f"{deadline_s:g}")
    if isinstance(error, OSError) or re.search("Connect|Network|Protocol|ReadError", kind):
        return told("llm_unreachable")
    if isinstance(error, ValueError) and str(error).startswith("No generation"):
        return told("llm_empty")  # LangChain's word for a stream without a single piece
    return told("llm_raised", value=kind)
