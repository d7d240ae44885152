"""How much may be captured at once, and how that is announced."""

from __future__ import annotations

from catalog.traceability.epcis.rest.problem import Kind, RestRefused

CAPTURE_LIMIT = 1000
"""Events."""
FILE_SIZE_LIMIT = 4 * 1024 * 1024
"""Bytes of a document."""
LIMITS = {
    "GS1-EPCIS-Capture-Limit": str(CAPTURE_LIMIT),
    "GS1-EPCIS-Capture-File-Size-Limit": str(FILE_SIZE_LIMIT),
}
ANNOUNCED = {**LIMITS, "GS1-Capture-Error-Behaviour": "all"}
"""What OPTIONS says of ``/capture``."""


def too_large() -> RestRefused:
    return RestRefused(
        Kind.CAPTURE_LIMIT, f"at most {CAPTURE_LIMIT} events in {FILE_SIZE_LIMIT} bytes at once", headers=LIMITS
    )
