"""A booth or feature as a change remembers it, and back."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from marketplace.expo.hall import Booth
from marketplace.expo.plan.feature import HallFeature

BOOTH_FIELDS = (
    "code",
    "x",
    "y",
    "width",
    "depth",
    "shape",
    "kind",
    "power_kw",
    "needs_water",
    "is_held",
    "held_until",
    "is_reserved",
    "reserved_for_id",
    "exhibitor_id",
    "version",
)
FEATURE_FIELDS = ("kind", "label", "x", "y", "width", "depth")
_NUMBERS = ("x", "y", "width", "depth", "power_kw")


def snapshot(row: Booth | HallFeature) -> dict[str, Any]:
    names = BOOTH_FIELDS if isinstance(row, Booth) else FEATURE_FIELDS
    return {"id": row.pk, **{name: _plain(getattr(row, name), name) for name in names}}


def snapshots(rows: Iterable[Booth | HallFeature]) -> list[dict[str, Any]]:
    return [snapshot(row) for row in rows]


def fill_booth(booth: Booth, remembered: dict[str, Any]) -> Booth:
    """The booth with everything it had, but its version."""
    for name in BOOTH_FIELDS:
        if name != "version":
            setattr(booth, name, _read(remembered[name], name))
    return booth


def fill_feature(feature: HallFeature, remembered: dict[str, Any]) -> HallFeature:
    for name in FEATURE_FIELDS:
        setattr(feature, name, _read(remembered[name], name))
    return feature


def _plain(value: Any, name: str) -> Any:
    if name in _NUMBERS:
        return str(Decimal(value).normalize() + 0)
    return value.isoformat() if isinstance(value, date) else value


def _read(value: Any, name: str) -> Any:
    if name in _NUMBERS:
        return Decimal(value)
    return date.fromisoformat(value) if name == "held_until" and value else value
