"""What a digital product passport is expected to hold. No act for these goods is in force yet: it is preparation."""

from __future__ import annotations

from i18n.messages import gettext_noop as _
from logistics.packs.dossier import Dossier
from logistics.packs.finding import Finding, Mend, Requirement, there_if
from logistics.packs.of_materials import of_each_material


def _facility(dossier: Dossier) -> Finding:
    """The place of making with an identity of its own."""
    return there_if(any(step.place_ref_id is not None for step in dossier.steps))


PASSPORT_REQUIREMENTS = (
    Requirement(
        "UNIQUE_ID",
        "ESPR-9",
        _("Unique identifier in a carrier that can be read"),
        lambda d: there_if(d.code),
        Mend.CODES,
    ),
    Requirement("GTIN", "ESPR-9", _("GTIN of the product"), lambda d: there_if(d.variant.gtin), Mend.PRODUCT),
    Requirement(
        "HS_CODE", "ESPR-9", _("Tariff code of the product"), lambda d: there_if(d.product.hs_code), Mend.PRODUCT
    ),
    Requirement(
        "OPERATOR", "ESPR-9", _("Identifier of the maker"), lambda d: there_if(d.seller.tax_code), Mend.PROFILE
    ),
    Requirement("FACILITY", "ESPR-9", _("Place of making, with an identifier"), _facility, Mend.STEPS),
    Requirement(
        "MATERIALS",
        "ESPR-9",
        _("Materials with their weights"),
        of_each_material(lambda each: each.net_weight_kg),
        Mend.MATERIALS,
    ),
    Requirement(
        "RECYCLED",
        "ESPR-9",
        _("Recycled share, zero included"),
        of_each_material(lambda each: each.recycled_percent is not None),
        Mend.MATERIALS,
    ),
    Requirement(
        "SUBSTANCES",
        "ESPR-9",
        _("Substances of concern, or that none are known"),
        of_each_material(lambda each: each.substances or each.has_no_substances),
        Mend.MATERIALS,
    ),
    Requirement(
        "CERTIFICATES", "ESPR-9", _("Certificates in force"), lambda d: there_if(d.certificates), Mend.CERTIFICATES
    ),
    Requirement(
        "SAFETY",
        "ESPR-9",
        _("Safety warnings, or that none are needed"),
        lambda d: there_if(d.product.warnings or d.product.needs_no_warnings),
        Mend.SAFETY,
    ),
)
