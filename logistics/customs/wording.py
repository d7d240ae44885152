"""What a landed cost estimate says, as English msgids."""

from __future__ import annotations

from decimal import Decimal

from i18n.formatting import format_percent
from i18n.messages import gettext_noop as _
from logistics.customs.rules.rule import Per

DISCLAIMER = _(
    "An estimate from published rules, not a binding ruling. Customs decides at import. Fees of carriers and customs "
    "brokers are not included."
)

GOODS, FREIGHT, INSURANCE = _("Goods"), _("Freight"), _("Insurance")
GOODS_BASIS = _("Sum of the order lines")
FREIGHT_BASIS = _("Price of the chosen delivery method")
INSURANCE_BASIS = _("Price of the insurance")

DUTY = _("Customs duty, HS %(hs)s")
DUTY_BASIS = _("%(rate)s of the customs value %(value)s (%(parts)s)")
DUTY_PREFERENCE = _("%(agreement)s with proof of origin.")
DUTY_COULD_BE = _("%(agreement)s: %(rate)s with proof of origin.")
VALUE_WITH_FREIGHT, VALUE_GOODS_ONLY = _("goods, freight and insurance"), _("goods only")
VALUE_SHARE = _("for personal use %(share)s of the price")
VALUE_ASSUMED_INSURANCE = _("goods, freight, and %(share)s of both as insurance")
NOT_CHECKED = _("The rate was not compared with the official tariff since it was entered.")
RATE_AMOUNT = _("%(amount)s for each %(unit)s")
RATE_LEAST = _("at least %(amount)s for each %(unit)s")
RATE_MOST = _("at most %(amount)s for each %(unit)s")
UNITS: dict[str, str] = {
    Per.KG: _("kilogram"),
    Per.KG100: _("100 kilograms"),
    Per.KG100_GROSS: _("100 kilograms with packing"),
    Per.PAIR: _("pair"),
    Per.PIECE: _("piece"),
    Per.HEADING: _("tariff heading"),
}

FLAT_DUTY = _("Customs duty for small consignments")
FLAT_BASIS = _("%(amount)s for each of %(count)s tariff headings; private buyer, goods up to %(threshold)s")
RELIEF = _("Customs duty")
RELIEF_BASIS = _("No duty: the value is not above %(threshold)s")
SELLER_PAYS = _("Paid by the seller under %(incoterm)s")
DOMESTIC_TAX_NAME = _("Value added tax")
DOMESTIC_TAX = _("Sale within the country: nothing is imported, and the seller's tax is part of its price")

CHARGE_BASIS = _("%(rate)s of the customs value %(value)s")
CHARGE_LIMITS = _("At least %(least)s, at most %(most)s.")
CHARGE_FIXED = _("A fixed amount for each declaration")
ABOUT = _("It would be about %(amount)s; that is not in the total.")
BETWEEN = _("It would be between %(least)s and %(most)s; that is not in the total.")
ONLY_BY_SEA = _("Harbor maintenance fee (0.125 percent): only if the goods arrive by sea.")

TAX_NAMES = {
    "vat": _("Value added tax at import"),
    "gst": _("Goods and services tax at import"),
    "consumption_tax": _("Consumption tax at import"),
    "local_consumption_tax": _("Local consumption tax at import"),
    "no_import_tax": _("Tax at import"),
}
OTHER_TAX = _("%(name)s at import")
TAX_BASIS = _("%(rate)s of %(value)s (goods, freight, insurance and duty)")
TAX_ON_TAX = _("%(rate)s, reckoned as a share of the consumption tax")
NO_IMPORT_TAX_BASIS = _("No tax of this kind is levied at import; state and local sales tax are not included")
RELIEF_TAX_BASIS = _("No tax: the value is not above %(threshold)s")
WAIVED = _("Not levied, for it is not above %(most)s")
COLLECTED_AT_SALE = _(
    "Up to %(threshold)s it is due with the price, if the seller or marketplace is registered for it."
)
WITHOUT_UNKNOWN_DUTY = _("Without the duty that is not known, so the tax will be higher.")
CONVERTED = _("%(base)s converted at %(rate)s %(quote)s of %(date)s (%(source)s).")

# What a preference takes.
NEEDS_CRITERION = _("The goods originate in Vietnam by the rule %(ways)s.")
NEEDS_RULE = _("The goods originate in Vietnam; the rule for this code is not on record.")
NEEDS_PROOF = _("A proof of origin of the agreement.")
NEEDS_FORM = _("A certificate of origin, form %(form)s.")
NEEDS_STATEMENT = _("Consignments up to %(limit)s need no form: the exporter's statement on the invoice is enough.")
NEEDS_DIRECT = _("Direct transport, without being worked on the way.")

# What is missing.
NO_TERRITORY = _("The import rules of %(country)s are not on record.")
NO_FREIGHT = _("The price of delivery is not known yet.")
NO_HS = _("No HS code is given for: %(goods)s.")
NO_WEIGHT = _("The duty goes by weight, and the weight is not known of: %(goods)s.")
NO_RATE = _("No duty rate is on record for HS %(hs)s from %(origin)s.")
SEVERAL_RATES = _("HS %(hs)s has several duty rates, on record from %(least)s to %(most)s: give the code in full.")
NO_PREFERENCE = _("No %(agreement)s rate is on record for HS %(hs)s on this date.")
NO_TAX = _("No import tax rate is on record for %(country)s on this date.")
MAYBE_REDUCED = _("A reduced tax rate may apply to HS %(hs)s; the standard rate is used.")
NO_EXCHANGE_RATE = _("No exchange rate from %(base)s to %(quote)s is stored.")
OTHER_RULES_FOR_CONSUMERS = _("Parcels to private people in %(country)s mostly follow other rules than general trade.")

OTHER_CHARGE = _("Further charge at import: %(name)s")
OTHER_CHARGE_UNSURE = _("A further charge at import (%(name)s) is not confirmed.")
CHARGES = {
    "us_section_301": (
        _("Additional duty on goods of Vietnam"),
        _("Additional duty on goods of Vietnam (section 301, 10 or 12.5 percent): the rate is not confirmed."),
    ),
    "us_section_232_wood": (
        _("Additional duty on wooden furniture"),
        _("Additional duty on upholstered wooden seats and on cabinets (section 232): depends on the ten-digit code."),
    ),
    "us_section_122": (
        _("Temporary additional duty"),
        _("Temporary additional duty of 150 days (section 122, 10 percent): the rate is not confirmed."),
    ),
    "us_merchandise_processing_fee": (
        _("Merchandise processing fee"),
        _("Merchandise processing fee (0.3464 percent): this year's least and most are not on record."),
    ),
    "us_harbor_maintenance_fee": (
        _("Harbor maintenance fee"),
        _("Harbor maintenance fee (0.125 percent): the rate is not confirmed."),
    ),
    "au_import_processing_charge": (
        _("Import processing charge"),
        _("Import processing charge: this year's amount is not on record."),
    ),
}
"""Name of the rule -> label of the line, and what is said while it is not sure."""

WHO_PAYS = {
    "EXPORT_CLEARANCE": _("Export clearance in Vietnam"),
    "CARRIAGE": _("Main carriage to the named place"),
    "INSURANCE": _("Insurance"),
    "UNLOADING": _("Unloading at the named place"),
    "IMPORT": _("Import clearance, duty and tax"),
}


def percent(rate: Decimal | None, language: str) -> str:
    """``5.5%`` as the language writes it; a dash for a duty that is an amount."""
    return "–" if rate is None else format_percent(rate, language)
