"""``missing_of``: which fields the rules ask for and a record has not.

Circular 02/2024/TT-BKHCN and Decree 37/2026/ND-CP together; what they ask for only where there is such a thing (an
expiry date, a serial) is not missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

REQUIRED = (
    "traceCode", "product.name", "product.pictures", "product.originCountry", "maker.name", "maker.address",
    "maker.identifier.value", "maker.brand", "lot.number", "lot.producedOn", "stages", "certificates",
)  # fmt: skip
OF_STAGES = ("name", "time", "place", "productCode", "placeCode")


def missing_of(record: Mapping[str, Any]) -> list[str]:
    """Paths such as ``product.originCountry``, and ``stages[].placeCode`` where one stage or more has none."""
    missing = [path for path in REQUIRED if not _value(record, path)]
    stages = record.get("stages") or ()
    return missing + [f"stages[].{name}" for name in OF_STAGES if any(not stage.get(name) for stage in stages)]


def _value(record: Any, path: str) -> Any:
    for name in path.split("."):
        record = record.get(name) if isinstance(record, Mapping) else None
    return record
