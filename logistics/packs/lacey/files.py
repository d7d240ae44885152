"""The table of form PPQ 505, a row for each component that grew."""

from __future__ import annotations

from typing import Any

from catalog.traceability.materials.lot_material import LotMaterial
from logistics.packs.dossier import Dossier
from logistics.packs.lacey.requirements import US_DIGITS
from logistics.packs.tables import csv_file, json_file, xlsx_file

HEADS = (
    "HTSUS number",
    "Entered value",
    "Currency",
    "Article or component",
    "Genus",
    "Species",
    "Country of harvest",
    "Quantity",
    "Unit",
    "% recycled",
)
"""As the form prints them: it is an English form, in whatever language one works."""


def rows(dossier: Dossier) -> list[tuple[Any, ...]]:
    return [_row(dossier, each) for each in dossier.plants]


def _row(dossier: Dossier, row: LotMaterial) -> tuple[Any, ...]:
    genus, _space, species = row.scientific_name.partition(" ")
    code = row.hs_code if len(row.hs_code) >= US_DIGITS else dossier.product.hs_code or row.hs_code
    quantity, unit = (row.net_weight_kg, "kg") if row.net_weight_kg is not None else (row.volume_m3, "m3")
    return (
        code,
        row.value_amount,
        row.value_currency,
        row.name,
        genus,
        species,
        row.country,
        quantity,
        unit if quantity is not None else "",
        row.recycled_percent,
    )


def lacey_xlsx(dossier: Dossier, _language: str) -> bytes:
    return xlsx_file("PPQ 505", HEADS, rows(dossier))


def lacey_csv(dossier: Dossier, _language: str) -> bytes:
    return csv_file(HEADS, rows(dossier))


def lacey_json(dossier: Dossier, _language: str) -> bytes:
    return json_file([dict(zip(HEADS, row, strict=True)) for row in rows(dossier)])
