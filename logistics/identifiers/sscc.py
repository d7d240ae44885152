"""Serial shipping container codes (GS1 General Specifications, 3.3.1): what a parcel or pallet is known by.

Eighteen digits: one of extension, the company's prefix, a serial, a check digit.
"""

from stdnum import ean

from logistics.identifiers.bad_identifier import BadIdentifier

DIGITS_BEFORE_CHECK = 17


def sscc_of(*, prefix: str, serial: int) -> str:
    """The code of a serial under a company's prefix; the digit of extension counts on where the others are used up.

    ``8938501`` and 42 make ``0 8938501 000000042 c``.
    """
    width = DIGITS_BEFORE_CHECK - 1 - len(prefix)
    extension, rest = divmod(serial, 10**width)
    if extension > 9:
        raise BadIdentifier("SSCC", f"{prefix}:{serial}")
    body = f"{extension}{prefix}{rest:0{width}d}"
    return f"{body}{ean.calc_check_digit(body)}"


def sscc_number(text: str) -> str:
    """The eighteen digits, with or without the application identifier (00); raises `BadIdentifier`."""
    number = "".join(text.split()).removeprefix("(00)")
    number = number[2:] if len(number) == 20 and number.startswith("00") else number
    right = len(number) == 18 and number.isascii() and number.isdigit()
    if not right or ean.calc_check_digit(number[:-1]) != number[-1]:
        raise BadIdentifier("SSCC", text)
    return number
