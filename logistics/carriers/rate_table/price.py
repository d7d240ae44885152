"""What a quantity costs in a zone of a tariff, fuel surcharge included."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from i18n.currencies import exponent_of
from logistics.carriers.rate_table.fuel.add import surcharge_of
from logistics.carriers.rate_table.fuel.surcharge import surcharge_on
from logistics.carriers.rate_table.tariff import Tariff, Zone


@dataclass(frozen=True, slots=True)
class Priced:
    freight: Decimal
    fuel: Decimal

    @property
    def total(self) -> Decimal:
        return self.freight + self.fuel


def price_in(tariff: Tariff, zone: Zone, quantity: Decimal, on: date) -> Priced | None:
    """The zone's price, at least the tariff's minimum, and the fuel surcharge of the day on top, each a whole cent.

    Nothing where the zone takes no such quantity.
    """
    plain = per_unit_price(zone, quantity) if zone.per_unit else price_of(zone, quantity, tariff.step)
    if plain is None:
        return None
    cent = Decimal(1).scaleb(-exponent_of(tariff.currency))
    freight = max(plain, tariff.minimum or Decimal(0)).quantize(cent, rounding=ROUND_HALF_UP)
    percent = surcharge_on(tariff.fuel, on).percent if tariff.fuel else tariff.fuel_percent
    return Priced(freight, surcharge_of(freight, percent, cent=cent))


def price_of(zone: Zone, quantity: Decimal, step: Decimal) -> Decimal | None:
    """The price of the first entry that holds the quantity; beyond the last, that price and each further step.

    Entries up to 10 kg at 116.00 and up to 20 kg at 192.00, then 4.40 per 0.5 kg: 12 kg cost 192.00,
    21 kg cost 192.00 + 2 × 4.40 = 200.80.
    """
    for limit, price in zone.up_to:
        if quantity <= limit:
            return price
    if zone.ends or not zone.up_to:
        return None
    limit, price = zone.up_to[-1]
    further = ((quantity - limit) / step).to_integral_value(rounding=ROUND_CEILING)
    return price + further * zone.per_step_beyond


def per_unit_price(zone: Zone, quantity: Decimal) -> Decimal:
    """As air freight is reckoned: the unit price of the quantity's break, or the next break's least where that is less.

    6.40 from 45 kg and 5.10 from 100 kg: 60 kg cost 384.00, but 90 kg cost 510.00 as 100 kg, not 576.00.
    """
    return min(price * max(quantity, least) for least, price in zone.per_unit)
