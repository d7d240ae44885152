"""The files for a due diligence statement. The seller files none: the first operator in the Union does."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from catalog.traceability.materials.lot_material import LotMaterial
from i18n.formatting import format_address
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from logistics.packs.dossier import Dossier
from logistics.packs.eudr.evidence import evidence_files, evidence_list
from logistics.packs.eudr.plots import feature_collection
from logistics.packs.tables import csv_file, json_file

_HEADS = (
    _("Material"),
    _("Scientific name"),
    _("Common name"),
    _("HS code"),
    _("Country of harvest"),
    _("Net weight (kg)"),
    _("Volume (m³)"),
    _("Harvested from"),
    _("Harvested until"),
    _("Supplier"),
    _("Supplier's address"),
    _("Supplier's e-mail"),
    _("Plots"),
)
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The same data give the same archive, byte for byte."""


def statement_data(dossier: Dossier) -> dict[str, Any]:
    """The data of a statement, named as the Union's information system names them where it does."""
    seller = dossier.seller
    return {
        "internalReferenceNumber": dossier.lot.number,
        "identifier": dossier.uri,
        "producer": {
            "name": seller.legal_name,
            "country": seller.address.country,
            "address": ", ".join(format_address(seller.address.as_data().as_dict(), "en")),
            "email": seller.email,
        },
        "commodity": {
            "hsHeading": dossier.product.hs_code,
            "descriptionOfGoods": dossier.product.name,
            "producedOn": dossier.lot.produced_on,
            "pieces": dossier.lot.quantity,
        },
        "materials": [_material(dossier, each) for each in dossier.plants],
        "associatedStatements": [
            {"referenceNumber": each.reference_number, "verificationNumber": each.verification_number or None}
            for each in dossier.statements
        ],
    }


def _material(dossier: Dossier, row: LotMaterial) -> dict[str, Any]:
    supplier = row.supplier
    return {
        "name": row.name,
        "speciesInfo": {"scientificName": row.scientific_name, "commonName": row.common_name or None},
        "hsHeading": row.hs_code or None,
        "countryOfProduction": row.country or None,
        "goodsMeasure": {"netWeight": row.net_weight_kg, "volume": row.volume_m3},
        "harvestedFrom": row.harvested_from,
        "harvestedUntil": row.harvested_until,
        "supplier": {"name": supplier.name, "address": supplier.address, "email": supplier.email} if supplier else None,
        "plots": [plot.name for plot in dossier.plots[row.pk]],
    }


def statement_json(dossier: Dossier, _language: str) -> bytes:
    return json_file(statement_data(dossier))


def plots_geojson(dossier: Dossier, _language: str) -> bytes:
    return feature_collection(dossier)


def materials_csv(dossier: Dossier, language: str) -> bytes:
    return csv_file([gettext(language, head) for head in _HEADS], [_row(dossier, each) for each in dossier.plants])


def _row(dossier: Dossier, row: LotMaterial) -> tuple[Any, ...]:
    supplier = row.supplier
    return (
        row.name,
        row.scientific_name,
        row.common_name,
        row.hs_code,
        row.country,
        row.net_weight_kg,
        row.volume_m3,
        row.harvested_from,
        row.harvested_until,
        supplier.name if supplier else "",
        supplier.address if supplier else "",
        supplier.email if supplier else "",
        "; ".join(plot.name for plot in dossier.plots[row.pk]),
    )


def everything_zip(dossier: Dossier, language: str) -> bytes:
    """All of them in one archive, with the photos, papers and scans behind them."""
    evidence = evidence_files(dossier)
    contents = {
        "plots.geojson": plots_geojson(dossier, language),
        "statement.json": statement_json(dossier, language),
        "materials.csv": materials_csv(dossier, language),
        "evidence.json": json_file(evidence_list(evidence)),
        **{one.name: one.content for one in evidence if one.content is not None},
    }
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, content in contents.items():
            archive.writestr(ZipInfo(name, _EPOCH), content, ZIP_DEFLATED)
    return file.getvalue()
