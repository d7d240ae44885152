"""What a landed cost estimate says, as English msgids."""

from __future__ import annotations

from i18n.messages import gettext_noop as _

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
NOT_CHECKED = _("The rate was not compared with the official tariff since it was entered.")

FLAT_DUTY = _("Customs duty for small consignments")
FLAT_BASIS = _("%(amount)s for each of %(count)s tariff headings; private buyer, goods up to %(threshold)s")
RELIEF = _("Customs duty")
RELIEF_BASIS = _("No duty: the value is not above %(threshold)s")
SELLER_PAYS = _("Paid by the seller under %(incoterm)s")
DOMESTIC_TAX_NAME = _("Value added tax")
DOMESTIC_TAX = _("Sale within the country: nothing is imported, and the seller's tax is part of its price")

TAX_NAMES = {
    "vat": _("Value added tax at import"),
    "consumption_tax": _("Consumption tax at import"),
    "no_import_tax": _("Tax at import"),
}
TAX_BASIS = _("%(rate)s of %(value)s (goods, freight, insurance and duty)")
NO_IMPORT_TAX_BASIS = _("No tax of this kind is levied at import; state and local sales tax are not included")
RELIEF_TAX_BASIS = _("No tax: the value is not above %(threshold)s")
WITHOUT_UNKNOWN_DUTY = _("Without the duty that is not known, so the tax will be higher.")
CONVERTED = _("%(base)s converted at %(rate)s %(quote)s of %(date)s (%(source)s).")

# What is missing.
NO_TERRITORY = _("The import rules of %(country)s are not on record.")
NO_FREIGHT = _("The price of delivery is not known yet.")
NO_HS = _("No HS code is given for: %(goods)s.")
NO_RATE = _("No duty rate is on record for HS %(hs)s from %(origin)s.")
SEVERAL_RATES = _("HS %(hs)s has several duty rates, on record from %(least)s to %(most)s: give the code in full.")
NO_PREFERENCE = _("No %(agreement)s rate is on record for HS %(hs)s on this date.")
NO_TAX = _("No import tax rate is on record for %(country)s on this date.")
MAYBE_REDUCED = _("A reduced tax rate may apply to HS %(hs)s; the standard rate is used.")
NO_EXCHANGE_RATE = _("No exchange rate from %(base)s to %(quote)s is stored.")

UNKNOWNS = {
    "us_section_301": (
        _("Additional duty on goods of Vietnam"),
        _("Additional duty on goods of Vietnam (section 301, 10 or 12.5 percent): the rate is not confirmed."),
    ),
    "us_section_232_wood": (
        _("Additional duty on wooden furniture"),
        _("Additional duty on upholstered wooden seats and on cabinets (section 232): depends on the ten-digit code."),
    ),
    "us_merchandise_processing_fee": (
        _("Merchandise processing fee"),
        _("Merchandise processing fee (0.3464 percent): this year's least and most are not on record."),
    ),
}
"""Key -> label of the line, and what is missing."""
