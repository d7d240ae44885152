"""Formatted text of a record as plain text to edit, where nothing is lost by it."""

import html
import re

_TAG = re.compile(r"</?([a-z0-9]+)[^>]*>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>\n?", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*</p>\s*<p>\s*", re.IGNORECASE)


def editable(text: str) -> str:
    """Paragraphs and line breaks become lines; a text with any other mark stays as it is."""
    if not {name.lower() for name in _TAG.findall(text)} <= {"p", "br"} or "<" not in text:
        return text if "<" in text else html.unescape(text)
    lines = _BREAK.sub("\n", _BETWEEN.sub("\n\n", text.strip()))
    return html.unescape(_TAG.sub("", lines)).strip()
