"""The ways one seller's goods can travel: what the seller's zones say.

1. The zones that serve the address (`coverage`); a seller who has set nothing for the market leaves it to the carriers.
2. Of their methods those that take these goods: value, weight, postal code, no excluded product among them, not over.
3. Each at its price: the seller's own; or the carrier's quotes plus percentage and surcharge, never below nothing.
4. Free, where the goods are worth as much as the method asks for that.
5. Cheapest first.

Example: "Standard" at 12.00 EUR, free from 250.00 EUR: goods for 249.99 travel for 12.00, goods for 250.00 for nothing.
A carrier's quote of 40.00 EUR with +5 % and 2.00 EUR is offered at 44.00 EUR.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial

from i18n.formatting import format_money
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.money import Money
from logistics.consignment import Consignment
from logistics.rates.rate import Rate
from logistics.zones.coverage import zones_that_serve
from logistics.zones.in_channel import MethodInChannel, ZoneInChannel
from logistics.zones.method import MethodType
from logistics.zones.pickup_place import place_of_method
from logistics.zones.postal_codes import served

MARK = "zone"
"""What the id of a seller's own method begins with: ``zone:7``, or ``zone:7:<carrier>:<service>``."""
OWN_CARRIER = "manual"
"""The seller brings the goods, or gives them to whomever it books with."""
SET = _("Set by the seller for the zone %(zone)s.")
FREE = _("Free, as the goods are worth %(least)s or more.")
ADJUSTED = _("The carrier's price of %(quoted)s, adjusted by the seller.")


@dataclass(frozen=True, slots=True)
class SellersGoods:
    """What one seller sends to one place."""

    consignment: Consignment
    product_ids: frozenset[int]
    worth: Money
    """What the goods cost the buyer, tax included, before any voucher."""


def wants_carriers(zones: Sequence[ZoneInChannel] | None, goods: SellersGoods, *, on: date) -> bool:
    """Whether carriers have to be asked at all before `offered_rates` can answer."""
    if not zones:
        return True
    return any(each.method.type == MethodType.CARRIER for _zone, each in _that_take(zones, goods, on))


def offered_rates(
    zones: Sequence[ZoneInChannel] | None,
    goods: SellersGoods,
    *,
    carriers: Sequence[Rate],
    on: date,
    language: str,
) -> list[Rate]:
    """Cheapest first; nothing where the seller serves other places only. ``carriers``: what they quoted."""
    if not zones:
        return list(carriers)
    found: list[Rate] = []
    for zone, each in _that_take(zones, goods, on):
        if each.method.type == MethodType.CARRIER:
            found += [_adjusted(each, rate, goods, language) for rate in carriers if _is_named(each, rate)]
        else:
            found.append(_own(zone, each, goods, language))
    return sorted(found, key=lambda rate: (rate.price.amount, rate.method_id))


def _that_take(
    zones: Sequence[ZoneInChannel], goods: SellersGoods, on: date
) -> list[tuple[ZoneInChannel, MethodInChannel]]:
    by_id = {zone.zone.pk: zone for zone in zones}
    serving = zones_that_serve([zone.zone for zone in zones], goods.consignment.buyer)
    return [(by_id[zone.pk], each) for zone in serving for each in by_id[zone.pk].methods if takes(each, goods, on=on)]


def takes(each: MethodInChannel, goods: SellersGoods, *, on: date) -> bool:
    """Whether the method is for goods of this value and weight, to this postal code, on this day."""
    return (
        (each.minimum is None or each.minimum <= goods.worth)
        and (each.maximum is None or goods.worth <= each.maximum)
        and _weight_fits(each, goods.consignment.total_gross_weight_g)
        and not each.excluded & goods.product_ids
        and served(goods.consignment.buyer.postal_code, each.rules)
        and not (each.method.pickup_to and each.method.pickup_to < on)
    )


def _weight_fits(each: MethodInChannel, weight_g: int) -> bool:
    """A limit cannot be kept by goods whose weight nobody knows."""
    least, most = each.method.minimum_order_weight_g, each.method.maximum_order_weight_g
    if least is None and most is None:
        return True
    return bool(weight_g) and (least or 0) <= weight_g and (most is None or weight_g <= most)


def _is_named(each: MethodInChannel, rate: Rate) -> bool:
    named = each.method.carrier_services
    return not named or rate.carrier in named or rate.method_id in named


def _own(zone: ZoneInChannel, each: MethodInChannel, goods: SellersGoods, language: str) -> Rate:
    method, free = each.method, _is_free(each, goods)
    return Rate(
        method_id=f"{MARK}:{method.pk}",
        carrier=OWN_CARRIER,
        service="",
        title=each.name,
        name=each.name,
        price=Money.zero(each.price.currency) if free else each.price,
        quoted=each.price,
        min_days=method.minimum_delivery_days or 0,
        max_days=method.maximum_delivery_days or method.minimum_delivery_days or 0,
        explain=partial(_free, each, language) if free else partial(gettext, language, SET, zone=zone.zone.name),
        description=each.description,
        pickup=place_of_method(method) if method.type == MethodType.PICKUP else None,
    )


def _adjusted(each: MethodInChannel, rate: Rate, goods: SellersGoods, language: str) -> Rate:
    free = _is_free(each, goods)
    price = Money.zero(rate.price.currency) if free else _with_surcharge(each, rate.price)
    return replace(
        rate,
        method_id=f"{MARK}:{each.method.pk}:{rate.method_id}",
        price=price,
        min_days=rate.min_days + (each.method.minimum_delivery_days or 0),
        max_days=rate.max_days + (each.method.maximum_delivery_days or 0),
        explain=partial(_why_adjusted, each, rate, price, is_free=free, language=language),
        description=each.description,
    )


def _why_adjusted(each: MethodInChannel, rate: Rate, price: Money, *, is_free: bool, language: str) -> str:
    told = _free(each, language) if is_free else ""
    if not is_free and price != rate.price:
        told = gettext(language, ADJUSTED, quoted=format_money(rate.price, language))
    return f"{told} {rate.basis}".strip()


def _with_surcharge(each: MethodInChannel, quoted: Money) -> Money:
    percent = Decimal(100) + each.method.surcharge_percent
    price = (quoted * (percent / 100) + each.price).quantize()
    return max(price, Money.zero(quoted.currency))


def _is_free(each: MethodInChannel, goods: SellersGoods) -> bool:
    return each.free_from is not None and each.free_from <= goods.worth


def _free(each: MethodInChannel, language: str) -> str:
    least = each.free_from or Money.zero(each.price.currency)
    return gettext(language, FREE, least=format_money(least, language))
