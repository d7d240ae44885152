"""Tokens of further pages: where a query goes on, signed, for one query and one viewer, for an hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.core import signing
from django.utils import timezone

from catalog.traceability.epcis.query.problem import BadPageToken
from catalog.traceability.epcis.rights.viewer import Viewer

LASTS = timedelta(hours=1)
LONGEST = 4000
_SALT = "catalog.traceability.epcis.page"


@dataclass(frozen=True, slots=True)
class Place:
    """After which event a page begins: what it was ordered by, and its key."""

    values: tuple[Any, ...]
    pk: int | str
    newest: int = 0
    """The greatest key there was at the first page."""
    left: int | None = None
    """How many may still come."""


def page_token(place: Place, *, of: str, viewer: Viewer) -> tuple[str, datetime]:
    """The token, and until when it is taken. ``of`` is the fingerprint of the query."""
    expires = timezone.now() + LASTS
    said = [[_written(value) for value in place.values], place.pk, place.newest, place.left]
    content = {"of": of, "by": _asker(viewer), "until": int(expires.timestamp()), "place": said}
    return signing.dumps(content, salt=_SALT, compress=True), expires


def read_page_token(token: str, *, of: str, viewer: Viewer) -> Place:
    """Raises `BadPageToken`."""
    content = _opened(token)
    if content["of"] != of or content["by"] != _asker(viewer) or content["until"] < timezone.now().timestamp():
        raise BadPageToken
    values, pk, newest, left = content["place"]
    return Place(tuple(_read(value) for value in values), pk, newest, left)


def is_page_token(token: str) -> bool:
    """Whether it is one of ours, be it of whom it may."""
    try:
        _opened(token)
    except BadPageToken:
        return False
    return True


def _opened(token: str) -> dict[str, Any]:
    if len(token) > LONGEST:
        raise BadPageToken
    try:
        content: dict[str, Any] = signing.loads(token, salt=_SALT)
    except signing.BadSignature as bad:
        raise BadPageToken from bad
    return content


def _asker(viewer: Viewer) -> list[Any]:
    return [sorted(viewer.seller_ids), viewer.is_authority]


def _written(value: Any) -> list[str]:
    if isinstance(value, datetime):
        return ["t", value.astimezone(UTC).isoformat()]
    return ["n", str(value)] if isinstance(value, Decimal) else ["s", str(value)]


def _read(written: list[str]) -> Any:
    kind, text = written
    if kind == "t":
        return datetime.fromisoformat(text)
    return Decimal(text) if kind == "n" else text
