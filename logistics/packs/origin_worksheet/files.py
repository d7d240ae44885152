"""The worksheet: materials with codes, origins and values, and what each agreement's rule makes of them."""

from __future__ import annotations

from typing import Any

from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from logistics.customs.origin.assess_product import assess_product
from logistics.packs.dossier import Dossier
from logistics.packs.tables import json_file, xlsx_file

_HEADS = (
    _("Material"),
    _("HS code"),
    _("Country of origin"),
    _("Value"),
    _("Currency"),
    _("Weight (g)"),
    _("Supplier"),
    _("Declared in writing"),
)


def _materials(dossier: Dossier) -> list[tuple[Any, ...]]:
    return [
        (
            each.name,
            each.hs_code,
            each.origin_country,
            each.value_amount,
            each.value_currency,
            each.weight_g or None,
            each.supplier,
            "×" if each.declared else "",
        )
        for each in dossier.bill
    ]


def worksheet_xlsx(dossier: Dossier, language: str) -> bytes:
    return xlsx_file("Materials", [gettext(language, head) for head in _HEADS], _materials(dossier))


def worksheet_json(dossier: Dossier, language: str) -> bytes:
    """An estimate of each agreement's outcome, with its steps. Certificates are given by the ministry, not by us."""
    found = assess_product(product=dossier.product, variant=dossier.variant, on=dossier.on, language=language)
    return json_file(
        {
            "product": {
                "name": dossier.product.name,
                "hsCode": dossier.product.hs_code or None,
                "lot": dossier.lot.number,
            },
            "materials": [
                dict(
                    zip(
                        ("name", "hsCode", "originCountry", "value", "currency", "weightGrams", "supplier"),
                        row,
                        strict=False,
                    )
                )
                | {"declared": bool(row[-1])}
                for row in _materials(dossier)
            ],
            "estimates": [
                {
                    "agreement": each.agreement.code,
                    "form": each.agreement.certificate.form,
                    "outcome": each.outcome.value,
                    "rules": [way.rule for way in each.ways],
                    "ruleChecked": each.checked,
                    "valueAddedPercentBuildDown": each.build_down,
                    "valueAddedPercentBuildUp": each.build_up,
                    "steps": [step.text for step in each.steps],
                    "missing": list(each.missing),
                    "warnings": list(each.warnings),
                }
                for each in found
            ],
        }
    )
