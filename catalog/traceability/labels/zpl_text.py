"""Text in commands of label printers (ZPL II)."""

from __future__ import annotations


def escaped(words: str) -> str:
    """For a field that ``^FH`` and a backslash begin: nothing that was typed is a command.

    Its signs, and whatever is no letter, go as hexadecimal digits.
    """
    return "".join(
        sign if sign.isalnum() or sign in " .,:;/()+-#&'" else "".join(f"\\{byte:02X}" for byte in sign.encode())
        for sign in words
    )
