"""What form PPQ 505 asks of plant material; what the importer alone knows (entry number, arrival) is not asked here."""

from __future__ import annotations

from i18n.messages import gettext_noop as _
from logistics.packs.dossier import Dossier
from logistics.packs.finding import MISSING, Finding, Mend, Requirement, lacking, there_if
from logistics.packs.of_materials import of_each_plant

US_DIGITS = 10
"""Of the Harmonized Tariff Schedule of the United States."""


def _codes(dossier: Dossier) -> Finding:
    """The product's own code is enough for components that have none."""
    if len(dossier.product.hs_code) >= US_DIGITS:
        return there_if(dossier.plants)
    short = [each.name for each in dossier.plants if len(each.hs_code) < US_DIGITS]
    return lacking(short) if dossier.plants else MISSING


LACEY_REQUIREMENTS = (
    Requirement(
        "MATERIALS", "LACEY", _("The materials that grew, listed"), lambda d: there_if(d.plants), Mend.MATERIALS
    ),
    Requirement(
        "HTSUS",
        "LACEY",
        _("Ten-digit code of the United States' tariff, of the product or of each component"),
        _codes,
        Mend.MATERIALS,
    ),
    Requirement(
        "VALUE",
        "LACEY",
        _("Value of each component"),
        of_each_plant(lambda each: each.value_amount is not None),
        Mend.MATERIALS,
    ),
    Requirement(
        "SPECIES",
        "LACEY",
        _("Genus and species"),
        of_each_plant(lambda each: " " in each.scientific_name),
        Mend.MATERIALS,
    ),
    Requirement("COUNTRY", "LACEY", _("Country of harvest"), of_each_plant(lambda each: each.country), Mend.MATERIALS),
    Requirement(
        "QUANTITY",
        "LACEY",
        _("Quantity in kilograms or cubic metres"),
        of_each_plant(lambda each: each.net_weight_kg or each.volume_m3),
        Mend.MATERIALS,
    ),
    Requirement(
        "RECYCLED",
        "LACEY",
        _("Recycled share, zero included"),
        of_each_plant(lambda each: each.recycled_percent is not None),
        Mend.MATERIALS,
    ),
)
