"""Numbers of postal items (UPU standard S10): two letters, eight digits, a check digit, the country of posting."""

import re

from logistics.identifiers.bad_identifier import BadIdentifier

_SHAPE = re.compile(r"[A-Z]{2}[0-9]{9}[A-Z]{2}")
_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)


def looks_postal(text: str) -> bool:
    """Whether it has the shape, right or mistyped."""
    return _SHAPE.fullmatch(_compact(text)) is not None


def postal_item_number(text: str) -> str:
    """In its compact form; raises `BadIdentifier`. ``RR 473 124 829 GB`` is right: 8×4 + 6×7 + … leave 9."""
    number = _compact(text)
    if not looks_postal(number) or int(number[10]) != postal_check_digit(number[2:10]):
        raise BadIdentifier("S10", text)
    return number


def postal_check_digit(serial: str) -> int:
    """Of eight digits: 11 less the remainder of the weighted sum by 11; 10 is written 0 and 11 is written 5."""
    left = 11 - sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, serial, strict=True)) % 11
    return {10: 0, 11: 5}.get(left, left)


def _compact(text: str) -> str:
    return "".join(text.split()).replace("-", "").upper()
