"""The passport as JSON, each part with who may read it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from catalog.traceability.links.public_uri import public_uri
from catalog.traceability.qr import trace_url
from i18n.formatting import format_address
from logistics.packs.dossier import Dossier
from logistics.packs.tables import json_file
from logistics.packs.texts import category_name, product_texts, told

_SHARE = Decimal("0.01")


def passport(dossier: Dossier, language: str, *, for_authorities: bool) -> dict[str, Any]:
    """The public part; authorities also read suppliers, plots and substances by batch."""
    found = {"public": _public(dossier, language)}
    if for_authorities:
        found["authorities"] = _authorities(dossier)
    return {"passportVersion": 1, "status": "preparation: no act for these goods is in force", **found}


def _public(dossier: Dossier, language: str) -> dict[str, Any]:
    seller, product, lot = dossier.seller, dossier.product, dossier.lot
    texts = product_texts(product, language)
    return {
        "identifier": public_uri(dossier.uri) if dossier.uri.startswith("https://") else dossier.uri,
        "carrier": trace_url(dossier.code) if dossier.code else None,
        "product": {
            "name": told(texts["name"]),
            "type": category_name(product.category, language),
            "gtin": dossier.variant.gtin or None,
            "commodityCode": product.hs_code or None,
            "netWeightGrams": dossier.variant.net_weight_g,
            "originCountry": product.origin_country or None,
        },
        "economicOperator": {
            "name": seller.legal_name,
            "identifier": {"scheme": "VN-TAX", "value": seller.tax_code},
            "address": format_address(seller.address.as_data().as_dict(), language),
            "email": seller.email,
        },
        "lot": {"number": lot.number, "producedOn": lot.produced_on, "expiresOn": lot.expires_on, "place": lot.place},
        "materials": _shares(dossier),
        "warnings": told(texts["warnings"]),
        "certificates": [
            {
                "name": each.title,
                "issuer": each.issuer,
                "number": each.number,
                "validFrom": each.valid_from,
                "validUntil": each.valid_until,
            }
            for each in dossier.certificates
        ],
    }


def _shares(dossier: Dossier) -> list[dict[str, Any]]:
    """Per cent of the weight, where all weights are known: a share of an unknown whole would be made up."""
    weights = [each.net_weight_kg for each in dossier.materials]
    whole = sum((weight or Decimal(0) for weight in weights), Decimal(0)) if all(weights) else None
    return [
        {
            "name": each.name,
            "scientificName": each.scientific_name or None,
            "sharePercent": (each.net_weight_kg / whole * 100).quantize(_SHARE)
            if whole and each.net_weight_kg
            else None,
            "recycledPercent": each.recycled_percent,
            "country": each.country or None,
            "substancesOfConcern": each.substances or ("none known" if each.has_no_substances else None),
        }
        for each in dossier.materials
    ]


def _authorities(dossier: Dossier) -> dict[str, Any]:
    return {
        "suppliers": [
            {
                "material": each.name,
                "name": each.supplier.name if each.supplier else None,
                "address": each.supplier.address if each.supplier else None,
                "lot": each.supplier_lot or None,
                "netWeightKg": each.net_weight_kg,
            }
            for each in dossier.materials
        ],
        "facilities": [
            {"name": step.place, "identifier": str(step.place_ref_id), "stage": step.kind}
            for step in dossier.steps
            if step.place_ref_id is not None
        ],
        "plots": [plot.name for plot in dossier.all_plots],
    }


def public_json(dossier: Dossier, language: str) -> bytes:
    return json_file(passport(dossier, language, for_authorities=False))


def authorities_json(dossier: Dossier, language: str) -> bytes:
    return json_file(passport(dossier, language, for_authorities=True))
