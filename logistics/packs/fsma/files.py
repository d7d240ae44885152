"""The electronic sortable spreadsheet that has to be there within 24 hours."""

from __future__ import annotations

from typing import Any

from catalog.traceability.step import TraceStep
from logistics.packs.dossier import Dossier
from logistics.packs.fsma.events import CRITICAL, critical_steps
from logistics.packs.tables import csv_file, xlsx_file

HEADS = (
    "Critical tracking event",
    "Date",
    "Traceability lot code",
    "Product description",
    "Quantity",
    "Unit of measure",
    "Location description",
    "Location identifier",
    "Other party",
    "Traceability lot code source",
    "Reference document type",
    "Reference document number",
)
"""As the rule names its elements: it is an English sheet, in whatever language one works."""


def rows(dossier: Dossier) -> list[tuple[Any, ...]]:
    return [row for step in critical_steps(dossier.steps) for row in _rows(dossier, step)]


def _rows(dossier: Dossier, step: TraceStep) -> list[tuple[Any, ...]]:
    """One for each paper; one without a paper all the same."""
    whole = step.quantity is None
    place = step.place_ref
    return [
        (
            CRITICAL[step.kind],
            step.local_time.date(),
            dossier.lot.number,
            dossier.product.name,
            dossier.lot.quantity if whole else step.quantity,
            step.uom or ("" if step.quantity else "EA"),
            ", ".join(part for part in (place.name, place.address, place.country) if part) if place else step.place,
            str(place.value or place.pk) if place else "",
            step.party.name if step.party else "",
            dossier.seller.legal_name,
            kind,
            number,
        )
        for kind, number in (step.papers or [["", ""]])
    ]


def sheet_xlsx(dossier: Dossier, _language: str) -> bytes:
    return xlsx_file("FSMA 204", HEADS, rows(dossier))


def sheet_csv(dossier: Dossier, _language: str) -> bytes:
    return csv_file(HEADS, rows(dossier))
