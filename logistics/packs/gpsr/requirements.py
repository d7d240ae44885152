"""What an offer to consumers in the European Union has to show (Regulation (EU) 2023/988, article 19)."""

from __future__ import annotations

from i18n.messages import gettext_noop as _
from logistics.packs.dossier import Dossier
from logistics.packs.finding import MISSING, NOT_ASKED, Finding, Mend, Requirement, there_if
from marketplace.channels.defaults import EUROPEAN_UNION


def _person(dossier: Dossier) -> Finding:
    """A maker within the Union answers for the goods itself."""
    if dossier.seller.address.country in EUROPEAN_UNION:
        return NOT_ASKED
    person = dossier.person
    if person is None:
        return MISSING
    return there_if(person.name and person.email and person.address.country in EUROPEAN_UNION)


GPSR_REQUIREMENTS = (
    Requirement(
        "MAKER",
        "GPSR-19",
        _("Name of the maker, with a postal and an electronic address"),
        lambda d: there_if(d.seller.legal_name and d.seller.email and d.seller.address.street_address_1),
        Mend.PROFILE,
    ),
    Requirement(
        "PERSON",
        "GPSR-19",
        _("Responsible person within the European Union, with both addresses"),
        _person,
        Mend.SAFETY,
    ),
    Requirement("PICTURE", "GPSR-19", _("Picture of the product"), lambda d: there_if(d.pictures), Mend.PICTURES),
    Requirement("TYPE", "GPSR-19", _("Type of the product"), lambda d: there_if(d.product.category_id), Mend.PRODUCT),
    Requirement(
        "IDENTIFIER", "GPSR-19", _("Identifier of the product"), lambda d: there_if(d.variant.sku), Mend.PRODUCT
    ),
    Requirement(
        "WARNINGS",
        "GPSR-19",
        _("Safety warnings, or that none are needed"),
        lambda d: there_if(d.product.warnings or d.product.needs_no_warnings),
        Mend.SAFETY,
    ),
)
