"""Opaque cursors: the base64 form of a small JSON array. Clients keep them, only this file reads them."""

import base64
import binascii
import json
from typing import Any

from marketplace.graphql.errors import KnownError, _

LONGEST = 1000


class BadCursor(KnownError):
    """A cursor that no page of this list gave."""

    code = "BAD_CURSOR"

    def __init__(self) -> None:
        super().__init__(_("This cursor does not belong to this list."))


def encode(parts: list[Any]) -> str:
    text = json.dumps(parts, separators=(",", ":"), ensure_ascii=False, default=str)
    return base64.urlsafe_b64encode(text.encode()).decode("ascii")


def decode(cursor: str, length: int) -> list[str | int | bool | None]:
    """The ``length`` plain values inside ``cursor``; raises `BadCursor` for anything else."""
    if len(cursor) > LONGEST:
        raise BadCursor
    try:
        parts = json.loads(base64.b64decode(cursor.encode("ascii"), altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, RecursionError):
        raise BadCursor from None
    if not isinstance(parts, list) or len(parts) != length:
        raise BadCursor
    if not all(part is None or isinstance(part, str | int) for part in parts):
        raise BadCursor
    return parts
