"""North American coupons: fields whose lengths stand before them (GS1 US coupon specification, AI 8110 and 8112)."""

from __future__ import annotations

from collections.abc import Callable

from catalog.traceability.gs1.checks.digits import gcppos1
from catalog.traceability.gs1.checks.moments import yymmdd

WRONG = "COUPON"
_PURCHASE_CODES = "012349"


class _Torn(Exception):
    """A field is missing, too short or not what it may be."""


class _Reader:
    def __init__(self, value: str) -> None:
        self.rest = value

    def take(self, count: int) -> str:
        if len(self.rest) < count:
            raise _Torn
        taken, self.rest = self.rest[:count], self.rest[count:]
        return taken

    def one_of(self, allowed: str) -> str:
        digit = self.take(1)
        if digit not in allowed:
            raise _Torn
        return digit

    def measured(self, allowed: str, more: int = 0) -> str:
        """A field after the digit of its length."""
        return self.take(int(self.one_of(allowed)) + more)

    def prefix(self, allowed: str = "0123456") -> None:
        """A company prefix after the digit of its length; 9 stands for none."""
        length = self.one_of(allowed)
        if length != "9" and gcppos1(self.take(int(length) + 6)):
            raise _Torn

    def day(self) -> None:
        if yymmdd(self.take(6)):
            raise _Torn

    def purchase(self, *, with_prefix: bool) -> None:
        self.measured("12345")
        self.one_of(_PURCHASE_CODES)
        self.take(3)
        if with_prefix:
            self.prefix("01234569")


def _second(reader: _Reader) -> None:
    reader.one_of("0123")
    reader.purchase(with_prefix=True)


def _miscellaneous(reader: _Reader) -> None:
    reader.one_of("01256")
    reader.one_of("012")
    reader.take(1)
    reader.one_of("01")


_OPTIONAL: tuple[tuple[str, Callable[[_Reader], object]], ...] = (
    ("1", _second),
    ("2", lambda reader: reader.purchase(with_prefix=True)),
    ("3", _Reader.day),
    ("4", _Reader.day),
    ("5", lambda reader: reader.measured("0123456789", 6)),
    ("6", lambda reader: reader.prefix("1234567")),
    ("9", _miscellaneous),
)


def couponcode(value: str) -> str | None:
    """Prefix, offer, value, first purchase; then the optional fields, each at most once and in their order."""

    def read(reader: _Reader) -> None:
        reader.prefix()
        reader.take(6)
        reader.measured("12345")
        reader.purchase(with_prefix=False)
        for number, field in _OPTIONAL:
            if reader.rest.startswith(number):
                reader.take(1)
                field(reader)

    return _whole(value, read)


def couponposoffer(value: str) -> str | None:
    """Format, who pays, offer, serial number."""

    def read(reader: _Reader) -> None:
        reader.one_of("01")
        reader.measured("0123456", 6)
        reader.take(6)
        reader.measured("0123456789", 6)

    return _whole(value, read)


def _whole(value: str, read: Callable[[_Reader], None]) -> str | None:
    reader = _Reader(value)
    if not value.isdecimal() or not value.isascii():
        return WRONG
    try:
        read(reader)
    except _Torn:
        return WRONG
    return WRONG if reader.rest else None
