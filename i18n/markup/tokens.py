"""A text as words and codes: what a translator works on, and what has to survive it.

A code is a tag of a formatted text, or a placeholder such as ``{count}`` that a program fills in.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from i18n.subjects import Markup

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>[^<>]*)>")
_PLACEHOLDER = re.compile(r"%\([A-Za-z_]\w*\)[sd]|\{[A-Za-z_]\w*\}|%[sd](?!\w)")
_VOID = {"br", "hr", "img", "wbr"}
BLOCKS = {"p", "ul", "ol", "li", "h3", "h4", "table", "thead", "tbody", "tr", "th", "td", "br"}


class Part(StrEnum):
    WORDS = "WORDS"
    OPEN = "OPEN"
    CLOSE = "CLOSE"
    SINGLE = "SINGLE"


@dataclass(frozen=True, slots=True)
class Token:
    """``text`` is what people read of WORDS, and the code exactly as it stands otherwise; ``name`` is a tag's."""

    part: Part
    text: str
    name: str = ""
    pair: int = -1
    """Index of the token that closes or opens this one."""


def tokens(text: str, markup: Markup) -> list[Token]:
    """The text cut up; tags that have no partner are single codes. Joined again by `joined` it is the same text."""
    found = list(_placeholders(text)) if markup != Markup.HTML else list(_tags(text))
    return _paired(found)


def joined(parts: Sequence[Token], markup: Markup) -> str:
    """The text again: words of formatted text are escaped, codes stand as they were."""
    return "".join(
        html.escape(token.text, quote=False) if token.part == Part.WORDS and markup == Markup.HTML else token.text
        for token in parts
    )


def words(text: str, markup: Markup) -> str:
    """Only what people read, tags left out, on one line."""
    if markup != Markup.HTML:
        return text
    return " ".join(" ".join(blocks(text, markup)).split())


def blocks(text: str, markup: Markup) -> list[str]:
    """The words of each paragraph, item or line."""
    if markup != Markup.HTML:
        return [line.strip() for line in text.split("\n") if line.strip()]
    lines = [""]
    for token in tokens(text, markup):
        if token.part == Part.WORDS or not token.name:
            lines[-1] += token.text
        elif token.name in BLOCKS:
            lines.append("")
    return [tidy for line in lines if (tidy := " ".join(line.split()))]


def codes(text: str, markup: Markup) -> Counter[str]:
    """Which codes stand in the text, and how often; whatever divides paragraphs is left to the translator."""
    return Counter(
        token.text for token in tokens(text, markup) if token.part != Part.WORDS and token.name not in {"p", "br"}
    )


def _tags(text: str) -> Iterator[Token]:
    end = 0
    for met in _TAG.finditer(text):
        yield from _placeholders(html.unescape(text[end : met.start()]))
        name = met["name"].lower()
        single = name in _VOID or met["rest"].rstrip().endswith("/")
        yield Token(Part.SINGLE if single else Part.CLOSE if met["close"] else Part.OPEN, met[0], name)
        end = met.end()
    yield from _placeholders(html.unescape(text[end:]))


def _placeholders(text: str) -> Iterator[Token]:
    end = 0
    for met in _PLACEHOLDER.finditer(text):
        if met.start() > end:
            yield Token(Part.WORDS, text[end : met.start()])
        yield Token(Part.SINGLE, met[0])
        end = met.end()
    if end < len(text):
        yield Token(Part.WORDS, text[end:])


def _paired(found: list[Token]) -> list[Token]:
    open_at: list[int] = []
    pairs: dict[int, int] = {}
    for index, token in enumerate(found):
        if token.part == Part.OPEN:
            open_at.append(index)
        elif token.part == Part.CLOSE and open_at and found[open_at[-1]].name == token.name:
            start = open_at.pop()
            pairs[start], pairs[index] = index, start
    return [
        _single(token) if _lonely(token, pairs, index) else _with(token, pairs, index)
        for index, token in enumerate(found)
    ]


def _lonely(token: Token, pairs: dict[int, int], index: int) -> bool:
    return token.part in (Part.OPEN, Part.CLOSE) and index not in pairs


def _single(token: Token) -> Token:
    return Token(Part.SINGLE, token.text, token.name)


def _with(token: Token, pairs: dict[int, int], index: int) -> Token:
    return Token(token.part, token.text, token.name, pairs.get(index, -1))
