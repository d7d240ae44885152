"""Checks on digits: check digits and pairs, positions, flags."""

from __future__ import annotations

import re

from catalog.traceability.gs1.characters import DIGITS, SET_82_IN_ORDER

_PAIR_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_PAIR_MODULUS = 1021
_SEQUENCE = re.compile(r"(\d+)/(\d+)", re.ASCII)
SHORTEST_COMPANY_PREFIX = 4


def check_digit(body: str) -> str:
    """Modulo 10 with weights 3 and 1 from the right (GS1 General Specifications 7.9.1): 950110153000 -> 3."""
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(body)))
    return str(-total % 10)


def check_pair(body: str) -> str:
    """The two characters that check a GMN or a CPID (GS1 General Specifications 7.9.5)."""
    total = sum(
        SET_82_IN_ORDER.index(character) * weight
        for character, weight in zip(reversed(body), _primes(len(body)), strict=True)
    )
    first, second = divmod(total % _PAIR_MODULUS, 32)
    return _PAIR_ALPHABET[first] + _PAIR_ALPHABET[second]


def csum(value: str) -> str | None:
    return None if check_digit(value[:-1]) == value[-1] else "CHECK_DIGIT"


def csumalpha(value: str) -> str | None:
    if len(value) < 2:
        return "TOO_SHORT"
    return None if check_pair(value[:-2]) == value[-2:] else "CHECK_PAIR"


def gcppos1(value: str) -> str | None:
    """Begins with a company prefix, whose first digits are digits; which are allocated is GS1's to say."""
    return None if len(value) >= SHORTEST_COMPANY_PREFIX and _digits(value[:SHORTEST_COMPANY_PREFIX]) else "PREFIX"


def gcppos2(value: str) -> str | None:
    return gcppos1(value[1:])


def hasnondigit(value: str) -> str | None:
    return "NEEDS_A_LETTER" if _digits(value) else None


def importeridx(value: str) -> str | None:
    return None if re.fullmatch(r"[-_0-9A-Za-z]", value) else "IMPORTER"


def nonzero(value: str) -> str | None:
    return "ZERO" if set(value) <= {"0"} else None


def zero(value: str) -> str | None:
    return None if set(value) <= {"0"} else "NOT_ZERO"


def hyphen(value: str) -> str | None:
    return None if set(value) == {"-"} else "HYPHEN"


def nozeroprefix(value: str) -> str | None:
    return "LEADING_ZERO" if value.startswith("0") else None


def pieceoftotal(value: str) -> str | None:
    """Two halves: which piece, and of how many."""
    half = len(value) // 2
    piece, total = int(value[:half]), int(value[half:])
    return None if 0 < piece <= total else "PIECE_OF_TOTAL"


def posinseqslash(value: str) -> str | None:
    """``3/7``."""
    found = _SEQUENCE.fullmatch(value)
    if found is None or found[1].startswith("0") or found[2].startswith("0"):
        return "POSITION"
    return None if int(found[1]) <= int(found[2]) else "POSITION"


def winding(value: str) -> str | None:
    return None if value in ("0", "1", "9") else "WINDING"


def yesno(value: str) -> str | None:
    return None if value in ("0", "1") else "YES_OR_NO"


def iso5218(value: str) -> str | None:
    return None if value in ("0", "1", "2", "9") else "SEX"


def _digits(value: str) -> bool:
    return set(value) <= DIGITS


def _primes(count: int) -> list[int]:
    found: list[int] = []
    number = 2
    while len(found) < count:
        if all(number % prime for prime in found):
            found.append(number)
        number += 1
    return found
