"""JSON from outside, read with suspicion: what is missing, or not what it should be, is a failure that names where."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any, NoReturn
from zoneinfo import ZoneInfo

from i18n.money import Money
from logistics.carrier import CarrierError

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
LONGEST_TEXT = 500
Failing = Callable[[str], CarrierError]


def read_json(content: bytes, failing: Failing) -> Found:
    """The document; ``failing`` makes the error for what cannot be read, here and in all that is read of it."""
    try:
        value = json.loads(content, parse_float=Decimal, parse_constant=_no_number)
    except (ValueError, RecursionError) as unreadable:
        raise failing("what came is not JSON") from unreadable
    return Found(value, "", failing)


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


@dataclass(frozen=True, slots=True)
class Found:
    """A value and where it stood: ``answer["data"]["order_code"].text()``."""

    value: Any
    path: str
    failing: Failing

    def __getitem__(self, key: str) -> Found:
        """What stands under the key; fails where there is no such key, or no object."""
        if not isinstance(self.value, dict) or key not in self.value:
            raise self.failing(f"there is no {self._below(key)}")
        return Found(self.value[key], self._below(key), self.failing)

    def get(self, key: str) -> Found:
        """Like ``[key]``, but null where there is no such key."""
        value = self.value.get(key) if isinstance(self.value, dict) else None
        return Found(value, self._below(key), self.failing)

    def __bool__(self) -> bool:
        return self.value not in (None, "", [], {})

    def each(self) -> list[Found]:
        """The members of a list; null is an empty one."""
        if self.value is None:
            return []
        if not isinstance(self.value, list):
            raise self._wrong("a list")
        return [Found(value, f"{self.path}[{index}]", self.failing) for index, value in enumerate(self.value)]

    def text(self) -> str:
        """Text or a number as text, empty for null, of bounded length."""
        if self.value is None:
            return ""
        if isinstance(self.value, bool) or not isinstance(self.value, str | int | Decimal):
            raise self._wrong("text")
        return str(self.value).strip()[:LONGEST_TEXT]

    def filled(self) -> str:
        """Text that is not empty."""
        text = self.text()
        if not text:
            raise self._wrong("filled")
        return text

    def whole(self) -> int:
        """An integer, also one that was written as text or with ``.0``."""
        number = self.number()
        if number != number.to_integral_value():
            raise self._wrong("a whole number")
        return int(number)

    def number(self) -> Decimal:
        if isinstance(self.value, bool) or not isinstance(self.value, str | int | Decimal):
            raise self._wrong("a number")
        try:
            number = Decimal(self.value)
        except InvalidOperation:
            raise self._wrong("a number") from None
        if not number.is_finite() or abs(number) >= Decimal(10) ** 15:
            raise self._wrong("a number of this world")
        return number

    def dong(self) -> Money:
        """An amount in Vietnamese đồng, which has no smaller unit."""
        return Money(Decimal(self.whole()), "VND")

    def moment(self, written: str = "", *, zone: ZoneInfo = VIETNAM) -> datetime:
        """An aware moment: ISO 8601, or ``written`` as of `datetime.strptime`; in ``zone`` where it names none."""
        text = self.text()
        try:
            moment = (
                datetime.strptime(text, written)  # noqa: DTZ007  # a zone that is not written is put in below
                if written
                else datetime.fromisoformat(text)
            )
        except ValueError:
            raise self._wrong("a moment") from None
        return moment if moment.tzinfo else moment.replace(tzinfo=zone)

    def _below(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def _wrong(self, wanted: str) -> CarrierError:
        return self.failing(f"{self.path or 'the whole'} is not {wanted}")
