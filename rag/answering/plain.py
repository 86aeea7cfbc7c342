"""Turns a model's reply into plain text: no markup, no link, no image, nothing invisible survives."""

import html
import re
from unicodedata import category, normalize

_LINE_END = re.compile(r"\r\n?|[\u2028\u2029\x85\x0b\x0c]")
_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>")
# What taking something out may have put together: « <<b>script> », « !!![a]() [b] ».
_REJOINED = re.compile(r"<(?=[a-zA-Z/!?])|!+(?=\[)")
_IMAGE = re.compile(r"!\[[^\[\]\n]*\](?:\([^()\n]*\)|\[[^\[\]\n]*\])?")
_DEFINITION = re.compile(r"^[ \t]*\[[^\[\]\n]+\]:[ \t]*(?:[a-z]{2,15}:|//|www\.|[/#<]).*$", re.MULTILINE)
_TARGET = re.compile(r"(?<=\])\(((?:[^()\n]|\([^()\n]*\))*+)\)")
_LINKED = re.compile(r"\[([^\[\]\n]*)\]\x00")
_ADDRESS = re.compile(
    r"(?:[a-z][a-z0-9+.-]{0,15}://|\bwww\.|\b(?:javascript|vbscript|data|mailto):(?=\S))"
    r"[^\s<>\[\]()«»“”\"]*",
    re.IGNORECASE,
)
_LINE_START = re.compile(r"^ *(?:(?:[-+•‣▪–—]|#{1,6}|>|\d{1,2}[.)]) +)+", re.MULTILINE)
_EMPHASIS = re.compile(r"\*+|`+|~~|__+|\$\$|^ *[-=|:]{3,} *$", re.MULTILINE)


def plain(reply: str) -> str:
    """``reply`` as plain text in NFC, line by line, without blank lines.

    A reasoning model's ``<think>`` block, HTML tags, Markdown images, link targets, addresses, emphasis,
    bullets and headings are dropped, and so is every character of the categories C* (controls,
    bidirectional overrides, zero-width) but line ends. What tags and links enclose stays. Takes time
    linear in the length of ``reply``.
    """
    text = _without_thoughts(visible(html.unescape(visible(reply))))
    text = _IMAGE.sub("", _DEFINITION.sub("", _TAG.sub("", _EMPHASIS.sub("", text))))
    text = _LINE_START.sub("", _without_links(text))
    text = _REJOINED.sub(lambda match: "‹" if match[0] == "<" else "", text)
    lines = (re.sub(" {2,}", " ", line).strip() for line in text.split("\n"))
    return normalize("NFC", "\n".join(line for line in lines if line))


def visible(text: str) -> str:
    """``text`` without characters of the categories C*, line ends of one kind, tabs as spaces."""
    text = _LINE_END.sub("\n", text).replace("\t", " ")
    return "".join(char for char in text if char == "\n" or not category(char).startswith("C"))


def _without_thoughts(text: str) -> str:
    """What follows the thoughts; a block that never ends leaves what came before it."""
    return text.rpartition("</think>")[2].partition("<think>")[0]


def _without_links(text: str) -> str:
    """Link texts for links; a bracketed number stays in its brackets, for it may be a marker."""

    def untarget(match: re.Match[str]) -> str:
        is_target = not match[1].strip() or re.search(r"[:/#]|www\.", match[1])
        return "\x00" if is_target else match[0]

    def free(match: re.Match[str]) -> str:
        return match[1] if any(char.isalpha() for char in match[1]) else f"[{match[1]}]"

    text = _LINKED.sub(free, _TARGET.sub(untarget, text)).replace("\x00", "")
    return _ADDRESS.sub("", text)
