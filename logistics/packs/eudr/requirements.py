"""The information of article 9(1) of Regulation (EU) 2023/1115, as far as a maker in Vietnam gives it."""

from __future__ import annotations

from datetime import date

from catalog.products.certificates.scheme import CertificateScheme
from i18n.messages import gettext_noop as _
from logistics.packs.dossier import Dossier
from logistics.packs.eudr.plots import has_place, needs_boundary, plot_names
from logistics.packs.finding import DOUBTFUL, MISSING, THERE, Finding, Found, Mend, Requirement, lacking, there_if
from logistics.packs.of_materials import of_each_plant

CUT_OFF = date(2020, 12, 31)
"""Land cleared after it is not deforestation-free (article 2(13))."""
_FOREST = frozenset({CertificateScheme.FSC, CertificateScheme.PEFC})


def _plots(dossier: Dossier) -> Finding:
    if not dossier.plants:
        return MISSING
    return lacking([each.name for each in dossier.plants if not dossier.plots[each.pk]])


def _located(dossier: Dossier) -> Finding:
    plots = dossier.all_plots
    return lacking(plot_names([plot for plot in plots if not has_place(plot)])) if plots else MISSING


def _bounded(dossier: Dossier) -> Finding:
    plots = dossier.all_plots
    return lacking(plot_names([plot for plot in plots if needs_boundary(plot)])) if plots else MISSING


def _deforestation_free(dossier: Dossier) -> Finding:
    """A forest certificate in force points the way; the evidence itself is the operator's to judge."""
    return DOUBTFUL if any(each.scheme in _FOREST for each in dossier.certificates) else MISSING


def _statement(dossier: Dossier) -> Finding:
    """The importer files it and tells the number; until then it is open."""
    return THERE if dossier.statements else Finding(Found.MISSING)


EUDR_REQUIREMENTS = (
    Requirement(
        "TRADE_NAME",
        "EUDR-9",
        _("Trade name and kind of the product"),
        lambda d: there_if(d.product.name),
        Mend.PRODUCT,
    ),
    Requirement(
        "HS_CODE", "EUDR-9", _("Tariff code of the product"), lambda d: there_if(d.product.hs_code), Mend.PRODUCT
    ),
    Requirement(
        "MATERIALS", "EUDR-9", _("The materials that grew, listed"), lambda d: there_if(d.plants), Mend.MATERIALS
    ),
    Requirement(
        "SPECIES",
        "EUDR-9",
        _("Common name of every species, beside the scientific one"),
        of_each_plant(lambda each: each.common_name),
        Mend.MATERIALS,
    ),
    Requirement(
        "QUANTITY",
        "EUDR-9",
        _("Net weight in kilograms"),
        of_each_plant(lambda each: each.net_weight_kg),
        Mend.MATERIALS,
    ),
    Requirement("COUNTRY", "EUDR-9", _("Country of harvest"), of_each_plant(lambda each: each.country), Mend.MATERIALS),
    Requirement(
        "HARVEST",
        "EUDR-9",
        _("Day or time of harvest"),
        of_each_plant(lambda each: each.harvested_from or each.harvested_until),
        Mend.MATERIALS,
    ),
    Requirement("PLOTS", "EUDR-9", _("Every plot of land"), _plots, Mend.MATERIALS),
    Requirement("LOCATED", "EUDR-2-28", _("Point or boundary of every plot"), _located, Mend.PLACES),
    Requirement(
        "BOUNDARIES",
        "EUDR-2-28",
        _("Boundary of plots above 4 hectares, and the size of the others"),
        _bounded,
        Mend.PLACES,
    ),
    Requirement(
        "SUPPLIER",
        "EUDR-9",
        _("Name, address and e-mail of every supplier"),
        of_each_plant(lambda each: each.supplier and each.supplier.address and each.supplier.email),
        Mend.PARTNERS,
    ),
    Requirement(
        "PRODUCER",
        "EUDR-9",
        _("Name, address and e-mail of the maker"),
        lambda d: there_if(d.seller.legal_name and d.seller.email and d.seller.address.street_address_1),
        Mend.PROFILE,
    ),
    Requirement(
        "DEFORESTATION",
        "EUDR-3",
        _("Evidence that no forest was cleared for it after 31 December 2020, and of legal harvest"),
        _deforestation_free,
        Mend.CERTIFICATES,
    ),
    Requirement(
        "STATEMENT",
        "EUDR-4",
        _("Reference number of the importer's due diligence statement"),
        _statement,
        Mend.STATEMENTS,
    ),
)
