"""What an application for a certificate of origin is worked out from."""

from __future__ import annotations

from i18n.messages import gettext_noop as _
from logistics.packs.dossier import Dossier
from logistics.packs.finding import MISSING, NOT_ASKED, Finding, Found, Mend, Requirement, lacking, there_if


def _origins(dossier: Dossier) -> Finding:
    return lacking([each.name for each in dossier.bill if not each.origin_country]) if dossier.bill else MISSING


def _codes(dossier: Dossier) -> Finding:
    return lacking([each.name for each in dossier.bill if not each.hs_code]) if dossier.bill else MISSING


def _declared(dossier: Dossier) -> Finding:
    """Without the supplier's own word a material of this country counts as foreign."""
    local = [each for each in dossier.bill if each.origin_country == "VN"]
    if not local:
        return NOT_ASKED
    doubted = tuple(each.name for each in local if not each.declared)
    return Finding(Found.DOUBTFUL, doubted) if doubted else Finding(Found.THERE)


ORIGIN_REQUIREMENTS = (
    Requirement(
        "HS_CODE", "ORIGIN", _("Tariff code of the product"), lambda d: there_if(d.product.hs_code), Mend.PRODUCT
    ),
    Requirement("BILL", "ORIGIN", _("Bill of materials"), lambda d: there_if(d.bill), Mend.BILL),
    Requirement("MATERIAL_CODES", "ORIGIN", _("Tariff code of every material"), _codes, Mend.BILL),
    Requirement("MATERIAL_ORIGINS", "ORIGIN", _("Origin of every material"), _origins, Mend.BILL),
    Requirement("PRICE", "ORIGIN", _("Price ex works or free on board"), lambda d: there_if(d.is_priced), Mend.BILL),
    Requirement("DECLARATIONS", "ORIGIN", _("Written declarations of the suppliers in Vietnam"), _declared, Mend.BILL),
    Requirement(
        "WEIGHT", "ORIGIN", _("Net weight of a piece"), lambda d: there_if(d.variant.net_weight_g), Mend.PRODUCT
    ),
)
