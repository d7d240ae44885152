"""Text that a spreadsheet program would run as a formula is written behind an apostrophe, and read without it.

``=1+1`` is written ``'=1+1``; a text that begins ``'=`` itself gets one apostrophe more, so that reading what was
written always gives the text back (the defence of OWASP's page on CSV injection, made reversible).
"""

import re
import unicodedata

_RISKY = re.compile(r"'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"[+-]?[0-9][0-9.,]*")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no character for (section 2.2); one of them and no program opens the workbook."""
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
LONGEST_CELL = 30_000


def guarded(text: str) -> str:
    """The text as it may stand in a cell of a file that people open in a spreadsheet program."""
    return f"'{text}" if _RISKY.match(text) and not _NUMBER.fullmatch(text) else text


def unguarded(text: str) -> str:
    return text[1:] if _GUARDED.match(text) and not _NUMBER.fullmatch(text) else text


def tidy(text: str) -> str:
    """A cell as it is compared and stored: composed, trimmed, one kind of line break, nothing that no file can hold."""
    text = text[:LONGEST_CELL]
    if not text.isprintable():
        text = _NOT_XML.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
        text = _CONTROLS.sub("", text)
    return unicodedata.normalize("NFC", text).strip()


def printable(text: str) -> str:
    """Without the characters that no workbook can hold, and the controls that no text file has."""
    return text if text.isprintable() else _CONTROLS.sub("", _NOT_XML.sub("", text))
