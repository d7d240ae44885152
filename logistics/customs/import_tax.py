"""Value added tax and the like, levied at import."""

from __future__ import annotations

from i18n.formatting import country_name, format_money, format_percent
from logistics.customs import wording
from logistics.customs.documents.figures import hs_code
from logistics.customs.estimate import DUTY, FREIGHT, GOODS, TAX, Estimate
from logistics.customs.territory import ImportTax, Territory


def add_import_tax(estimate: Estimate, territory: Territory) -> None:
    country = estimate.consignment.buyer.country
    tax = territory.tax(country, estimate.on)
    if tax is None:
        estimate.miss(wording.NO_TAX, country=country_name(country, estimate.language))
        estimate.add(TAX, wording.TAX_NAMES["vat"], None, estimate.missing[-1])
        return
    label = wording.TAX_NAMES[tax.name]
    if tax.name == "no_import_tax":
        estimate.add(TAX, label, estimate.nothing, estimate.say(wording.NO_IMPORT_TAX_BASIS), since=tax.since)
    elif estimate.tax_free is not None:
        threshold = format_money(estimate.tax_free, estimate.language)
        basis = estimate.say(wording.RELIEF_TAX_BASIS, threshold=threshold)
        estimate.add(TAX, label, estimate.nothing, basis, since=tax.since)
    else:
        _add_tax(estimate, tax, label)


def _add_tax(estimate: Estimate, tax: ImportTax, label: str) -> None:
    base = estimate.known(GOODS, FREIGHT, DUTY)
    told = estimate.say(
        wording.TAX_BASIS,
        rate=format_percent(tax.rate, estimate.language),
        value=format_money(base, estimate.language),
    )
    if estimate.duty_unknown:
        told = f"{told}. {estimate.say(wording.WITHOUT_UNKNOWN_DUTY)}"
    for item in estimate.consignment.items:
        if tax.maybe_reduced and item.hs_code.startswith(tax.maybe_reduced):
            estimate.miss(wording.MAYBE_REDUCED, hs=hs_code(item.hs_code))
    estimate.add(TAX, label, (base * tax.rate).quantize(), told, rate=tax.rate, since=tax.since)
