"""Numbers of air waybills (IATA resolution 600a): three digits of the airline, seven of the serial, a check digit."""

import re

from logistics.identifiers.bad_identifier import BadIdentifier

_SHAPE = re.compile(r"[0-9]{11}")


def air_waybill_number(text: str) -> str:
    """As ``738-12345675``; raises `BadIdentifier`. The last digit is the serial's remainder by 7."""
    number = "".join(text.split()).replace("-", "")
    if not (_SHAPE.fullmatch(number) and number.isascii() and int(number[3:10]) % 7 == int(number[10])):
        raise BadIdentifier("AWB", text)
    return f"{number[:3]}-{number[3:]}"
