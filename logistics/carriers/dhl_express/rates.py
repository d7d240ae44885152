"""What an account pays for a consignment."""

from __future__ import annotations

from datetime import date
from typing import Any

from i18n.messages import gettext_noop as _
from i18n.money import Money, NotMoney
from logistics.carrier import Account, CarrierError, Quote
from logistics.carriers.dhl_express.calling import CODE, accepted, ask
from logistics.carriers.dhl_express.numbers import json_number
from logistics.carriers.dhl_express.parties import place
from logistics.carriers.dhl_express.pieces import pieces
from logistics.carriers.dhl_express.planned import planned_date, planned_moment
from logistics.carriers.found import Found
from logistics.consignment import Consignment

OWN_PRICE = _("Price of the carrier")
NAMES = {
    "P": "DHL Express Worldwide",
    "D": "DHL Express Worldwide (documents)",
    "N": "DHL Express Domestic",
    "E": "DHL Express 9:00",
    "M": "DHL Express 10:30",
    "Y": "DHL Express 12:00",
    "T": "DHL Express 12:00 (documents)",
    "H": "DHL Economy Select",
    "8": "DHL Express Easy",
}
"""By global product code; DHL's own word for any other."""
_NO_PRODUCT = 404


def quote(account: Account, consignment: Consignment, on: date) -> list[Quote]:
    """Every product with a price in the account's currency; none where DHL has no product for the way."""
    answer = ask(account, "POST", "/rates", body=request(account, consignment, on))
    if answer.status == _NO_PRODUCT:
        return []
    found = [_quote(product, on) for product in accepted(answer)["products"].each()]
    return sorted((each for each in found if each is not None), key=lambda each: each.price.amount)


def request(account: Account, consignment: Consignment, on: date) -> dict[str, Any]:
    """The value is declared already here: duties, insurance and some products depend on it."""
    value = consignment.goods_value
    return {
        "customerDetails": {
            "shipperDetails": place(consignment.seller),
            "receiverDetails": place(consignment.buyer),
        },
        "accounts": [{"typeCode": "shipper", "number": account.settings.get("account_number", "")}],
        "plannedShippingDateAndTime": planned_moment(on, consignment.seller.country),
        "unitOfMeasurement": "metric",
        "isCustomsDeclarable": not consignment.is_domestic,
        "monetaryAmount": [
            {"typeCode": "declaredValue", "value": json_number(value.amount, CODE), "currency": value.currency}
        ],
        "estimatedDeliveryDate": {"isRequested": True, "typeCode": "QDDC"},
        "packages": pieces(consignment),
    }


def _quote(product: Found, on: date) -> Quote | None:
    """Nothing for a product without a price or without a day of arrival: there is nothing to choose by."""
    price = billed(product["totalPrice"])
    days = _days(product.get("deliveryCapabilities"), on)
    if price is None or days is None:
        return None
    code = product["productCode"].text()
    weight = product["weight"]
    actual = weight["provided"].number()
    volumetric = weight["volumetric"].number() if weight.get("volumetric") else actual
    return Quote(
        service=code,
        name=NAMES.get(code) or product.get("productName").text() or code,
        price=price,
        min_days=days,
        max_days=days,
        zone="",
        chargeable=max(actual, volumetric),
        unit="kg",
        by_volume=volumetric > actual,
        tariff=OWN_PRICE,
        tariff_from=on,
    )


def billed(prices: Found) -> Money | None:
    """In the currency the account is billed in; nothing when DHL names no price, or a zero for none."""
    for price in prices.each():
        if price.get("currencyType").text() == "BILLC" and price.get("price"):
            return _money(price)
    return None


def _money(price: Found) -> Money | None:
    amount = price["price"].number()
    if amount <= 0:
        return None
    try:
        return Money(amount, price["priceCurrency"].text())
    except NotMoney as wrong:
        raise CarrierError(CODE, str(wrong), permanent=False) from wrong


def _days(delivery: Found, on: date) -> int | None:
    """From the day of asking; by DHL's calendar, its Sundays and holidays included."""
    told = delivery.get("estimatedDeliveryDateAndTime")
    if told:
        return max((told.moment().date() - on).days, 0)
    if not delivery.get("totalTransitDays"):
        return None
    return delivery["totalTransitDays"].whole() + (planned_date(on) - on).days
