"""Reading bits, and how many of them a number of digits takes."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass


class BadCompression(ValueError):
    """The text is no compressed Digital Link."""


def bits_for_value(digits: int) -> int:
    """The bits that every number of so many digits fits in: 47 for a GTIN's 14."""
    return (10**digits - 1).bit_length() if digits else 1


def bits_for_length(most: int) -> int:
    """The bits of a length indicator that can say 0 to ``most``."""
    return most.bit_length()


@dataclass(slots=True)
class Bits:
    """A text in URL-safe base 64, six bits a character, read from the left."""

    value: int
    length: int
    at: int = 0

    @staticmethod
    def of(text: str) -> Bits:
        """Raises `BadCompression` for other characters."""
        if not text or not text.isascii() or not text.replace("-", "").replace("_", "").isalnum():
            raise BadCompression(text[:40])
        try:
            padded = text + "A" * (-len(text) % 4)
            whole = int.from_bytes(base64.urlsafe_b64decode(padded), "big")
        except binascii.Error:
            raise BadCompression(text[:40]) from None
        return Bits(whole >> (6 * (-len(text) % 4)), 6 * len(text))

    @property
    def left(self) -> int:
        return self.length - self.at

    def take(self, count: int) -> int:
        """The number of the next ``count`` bits."""
        if count > self.left:
            raise BadCompression("it ends in the middle of a value")
        self.at += count
        return (self.value >> self.left) & ((1 << count) - 1)


def text_of(bits: str) -> str:
    """Bits as URL-safe base 64, filled with zeros to a whole character."""
    filled = bits + "0" * (-len(bits) % 6)
    signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    return "".join(signs[int(filled[start : start + 6], 2)] for start in range(0, len(filled), 6))
