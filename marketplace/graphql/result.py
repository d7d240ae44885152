"""The answer to an operation, and its bytes on the wire."""

import decimal
from dataclasses import dataclass
from typing import Any

import orjson


@dataclass(frozen=True, slots=True)
class Result:
    """``data`` and formatted ``errors`` (``None`` when there are none), as section 7 of the specification has them."""

    data: dict[str, Any] | None
    errors: list[dict[str, Any]] | None = None
    extensions: dict[str, Any] | None = None
    executed: bool = True
    """False when the request was refused before execution: the answer then has no ``data`` entry at all."""

    def to_dict(self) -> dict[str, Any]:
        answer: dict[str, Any] = {}
        if self.errors:
            answer["errors"] = self.errors
        if self.executed:
            answer["data"] = self.data
        if self.extensions:
            answer["extensions"] = self.extensions
        return answer

    def to_json(self) -> bytes:
        return to_json(self.to_dict())


def to_json(value: Any) -> bytes:
    """JSON with exact decimals: ``Decimal("1.50")`` is written as the number ``1.50``."""
    return orjson.dumps(value, default=_exact)


def _exact(value: Any) -> Any:
    if isinstance(value, decimal.Decimal):
        return orjson.Fragment(format(value, "f"))
    raise TypeError(f"{type(value).__name__} is not JSON")
