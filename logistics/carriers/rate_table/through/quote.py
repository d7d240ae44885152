"""Through quotes: truck, barge or rail, vessel, truck, each leg with its price and days.

1. The way: every first way, main stretch and last stretch that fit together and end in the buyer's country.
2. By container: the cheapest containers that hold the goods on that way. Shared: cubic metres or tonnes, whichever is
   more, in tenths, at least the tariff's least.
3. Each stretch: its price per container or unit, rounded to the cent, and what it costs once.
4. The month's fuel surcharge on the main stretch, as a leg of its own, so that the legs add up to the price.
5. Of all ways the cheapest; of equal ones the fastest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal

from i18n.money import Money
from logistics.carrier import Quote, QuoteLeg
from logistics.carriers.rate_table.fuel.add import FUEL, surcharge_of
from logistics.carriers.rate_table.fuel.surcharge import surcharge_on
from logistics.carriers.rate_table.tariff import OWN_TARIFF
from logistics.carriers.rate_table.through.stretch import LaneEdition, LaneTariff, Stretch
from logistics.consignment import Consignment
from logistics.packing.fleet import Fleet, cheapest_fleet
from logistics.places.place import place_of

CENT = Decimal("0.01")
TENTH = Decimal("0.1")
HANDLING = "HANDLING"


@dataclass(frozen=True, slots=True)
class Load:
    """What is charged for."""

    cbm: Decimal
    tonnes: Decimal

    @property
    def measure(self) -> Decimal:
        """Cubic metres or tonnes, whichever is more, in tenths begun."""
        return max(self.cbm, self.tonnes).quantize(TENTH, rounding=ROUND_CEILING)


def through_quote(tariff: LaneTariff, consignment: Consignment, on: date) -> Quote | None:
    """Nothing where the tariff does not go, or is not for so little or so much."""
    edition = tariff.edition_on(on)
    load = Load(consignment.total_cbm, Decimal(consignment.total_gross_weight_g) / 1_000_000)
    if edition is None or not load.cbm or not _is_for(tariff, load) or consignment.seller.country != "VN":
        return None
    found = [
        quote for way in _ways(edition, consignment) if (quote := _quoted(tariff, edition, way, load, on)) is not None
    ]
    return min(found, key=lambda quote: (quote.price.amount, quote.max_days, quote.zone), default=None)


def _is_for(tariff: LaneTariff, load: Load) -> bool:
    return tariff.least <= load.measure and (tariff.most is None or load.measure <= tariff.most)


def _ways(edition: LaneEdition, consignment: Consignment) -> Iterator[tuple[Sequence[Stretch], Stretch, Stretch]]:
    region = f"{consignment.buyer.region} {consignment.buyer.city}"
    for last in edition.last:
        if last.serves(consignment.buyer.country, region):
            for main in edition.main:
                if main.destination == last.origin:
                    for first in edition.first:
                        if first[-1].destination == main.origin:
                            yield first, main, last


def _quoted(
    tariff: LaneTariff,
    edition: LaneEdition,
    way: tuple[Sequence[Stretch], Stretch, Stretch],
    load: Load,
    on: date,
) -> Quote | None:
    first, main, last = way
    stretches = [*first, main, last]
    fleet = _fleet(stretches, load) if tariff.by_container else None
    if tariff.by_container and fleet is None:
        return None
    legs = [_leg(stretch, fleet, load.measure, tariff.currency) for stretch in stretches]
    legs.append(_fuel(tariff, legs[len(first)], on))
    price = sum((leg.price.amount for leg in legs), Decimal(0))
    return Quote(
        service=tariff.service,
        name=tariff.name,
        price=Money(price, tariff.currency),
        min_days=sum(leg.min_days for leg in legs),
        max_days=sum(leg.max_days for leg in legs),
        zone=_zone(main, fleet),
        chargeable=Decimal(fleet.teu) if fleet else load.measure,
        unit="TEU" if fleet else "m3",
        by_volume=load.cbm >= load.tonnes,
        tariff=OWN_TARIFF,
        tariff_from=edition.effective_from,
        legs=tuple(legs),
    )


def _fleet(stretches: Sequence[Stretch], load: Load) -> Fleet | None:
    """By what a container of each type costs all the way."""
    kinds = set.intersection(*(set(stretch.prices) for stretch in stretches))
    whole = {kind: sum((stretch.prices[kind] for stretch in stretches), Decimal(0)) for kind in kinds}
    return cheapest_fleet(load.cbm, load.tonnes * 1000, whole)


def _leg(stretch: Stretch, fleet: Fleet | None, measure: Decimal, currency: str) -> QuoteLeg:
    if fleet:
        freight = sum((stretch.prices[kind] * count for kind, count in fleet.counts.items()), Decimal(0))
    else:
        freight = stretch.prices["m3"] * measure
    return QuoteLeg(
        mode=stretch.mode,
        origin=stretch.origin,
        destination=stretch.destination,
        price=Money((freight + stretch.once).quantize(CENT), currency),
        min_days=stretch.days[0],
        max_days=stretch.days[1],
        what=stretch.what,
    )


def _fuel(tariff: LaneTariff, main: QuoteLeg, on: date) -> QuoteLeg:
    percent = surcharge_on(tariff.fuel, on).percent
    price = Money(surcharge_of(main.price.amount, percent, cent=CENT), tariff.currency)
    return QuoteLeg(HANDLING, main.origin, main.destination, price, 0, 0, what=FUEL)


def _zone(main: Stretch, fleet: Fleet | None) -> str:
    lane = f"{place_of(main.origin).name} – {place_of(main.destination).name}"
    return f"{lane}, {fleet}" if fleet else lane
