"""The form of a trace code: 12 random characters of Crockford's base 32 and one that checks them.

The alphabet leaves out I, L, O and U, which people misread. The check character is a sum over the field of
32 elements with a different weight at each place, so it catches every single wrong character and every two
neighbours (in fact any two) that changed places.
"""

from __future__ import annotations

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RANDOM_LENGTH = 12
LENGTH = RANDOM_LENGTH + 1

_VALUE = {sign: value for value, sign in enumerate(ALPHABET)}
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})
_POLYNOMIAL = 0b100101  # x^5 + x^2 + 1, primitive over two elements


def random_code() -> str:
    """60 random bits from the system's generator, and their check character."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(RANDOM_LENGTH))
    return body + check_character(body)


def check_character(body: str) -> str:
    """For 12 characters of the alphabet."""
    check = 0
    for sign in body:
        check = _doubled(check ^ _VALUE[sign])
    return ALPHABET[check]


def normalise(text: str) -> str | None:
    """The code that somebody typed: case, spaces, hyphens, O for 0 and I or L for 1 do not matter.

    ``None`` when it is not a code at all: wrong length, a strange character, a wrong check character.
    """
    if len(text) > 4 * LENGTH:
        return None
    code = text.strip().upper().translate(_MISREAD)
    if len(code) != LENGTH or any(sign not in _VALUE for sign in code):
        return None
    return code if check_character(code[:RANDOM_LENGTH]) == code[RANDOM_LENGTH] else None


def grouped(code: str) -> str:
    """As printed under the QR: ``7K3M-9QXW-2T4BC``."""
    return f"{code[:4]}-{code[4:8]}-{code[8:]}"


def _doubled(value: int) -> int:
    value <<= 1
    return value ^ _POLYNOMIAL if value & 32 else value
