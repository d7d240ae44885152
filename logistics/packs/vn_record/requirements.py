"""The data of a traceability code by the Vietnamese rules: the union of the decree of 2026 and the circular of 2024."""

from __future__ import annotations

from catalog.traceability.gs1.checks.digits import check_digit
from i18n.messages import gettext_noop as _
from logistics.packs.dossier import Dossier
from logistics.packs.finding import NOT_ASKED, Finding, Mend, Requirement, lacking, there_if

FEWEST_STAGES = 2


def _stages(dossier: Dossier) -> Finding:
    return there_if(len({step.kind for step in dossier.steps}) >= FEWEST_STAGES)


def _placed(dossier: Dossier) -> Finding:
    return lacking([step.title for step in dossier.steps if not step.place]) if dossier.steps else there_if(False)


def _has_gtin(dossier: Dossier) -> Finding:
    gtin = dossier.variant.gtin
    return there_if(gtin and check_digit(gtin[:-1]) == gtin[-1])


def _warned(dossier: Dossier) -> Finding:
    return there_if(dossier.product.warnings or dossier.product.needs_no_warnings)


def _expiry(dossier: Dossier) -> Finding:
    """Asked only of goods that have a shelf life; whether these have one, the lot says."""
    return there_if(True) if dossier.lot.expires_on else NOT_ASKED


VN_REQUIREMENTS = (
    Requirement("NAME", "VN-D37", _("Name of the product"), lambda d: there_if(d.product.name), Mend.PRODUCT),
    Requirement("PICTURE", "VN-D37", _("Picture of the product"), lambda d: there_if(d.pictures), Mend.PICTURES),
    Requirement(
        "MAKER", "VN-D37", _("Name of the producer or trader"), lambda d: there_if(d.seller.legal_name), Mend.PROFILE
    ),
    Requirement(
        "ADDRESS",
        "VN-D37",
        _("Address of the producer or trader"),
        lambda d: there_if(d.seller.address.street_address_1 and d.seller.address.country),
        Mend.PROFILE,
    ),
    Requirement(
        "ORIGIN", "VN-D37", _("Origin of the goods"), lambda d: there_if(d.product.origin_country), Mend.PRODUCT
    ),
    Requirement(
        "STAGES", "VN-D37", _("At least two different stages, each with its name and time"), _stages, Mend.STEPS
    ),
    Requirement("STAGE_PLACES", "VN-D37", _("Place of every stage"), _placed, Mend.STEPS),
    Requirement("MADE_ON", "VN-C02", _("Day of production"), lambda d: there_if(d.lot.produced_on), Mend.LOT),
    Requirement(
        "TRACE_CODE", "VN-D37", _("A trace code that can be read by machines"), lambda d: there_if(d.code), Mend.CODES
    ),
    Requirement("LOT", "VN-D37", _("Number of the lot"), lambda d: there_if(d.lot.number), Mend.LOT),
    Requirement("EXPIRY", "VN-C02", _("Last day of use, of goods that have one"), _expiry, Mend.LOT),
    Requirement(
        "STANDARDS",
        "VN-C02",
        _("Standards or technical regulations applied"),
        lambda d: there_if(d.certificates),
        Mend.CERTIFICATES,
    ),
    Requirement("GTIN", "VN-D37-32", _("GTIN with a right check digit"), _has_gtin, Mend.PRODUCT),
    Requirement(
        "MAKER_ID", "VN-D37-32", _("Identifier of the maker"), lambda d: there_if(d.seller.tax_code), Mend.PROFILE
    ),
    Requirement("WARNINGS", "VN-D37-32", _("Safety warnings, or that none are needed"), _warned, Mend.SAFETY),
    Requirement(
        "UNIQUE_ID", "VN-D37-32", _("Identifier of the lot that is unique"), lambda d: there_if(d.uri), Mend.LOT
    ),
)
