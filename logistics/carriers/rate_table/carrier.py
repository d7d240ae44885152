"""Prices from the marketplace's own table. The seller then books with whoever carries it, and types the number here."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_CEILING, Decimal

from i18n.messages import gettext_noop as _
from i18n.money import Money
from logistics.carrier import Account, Booking, Capability, Carrier, CarrierError, Quote
from logistics.carriers.rate_table.chargeable import chargeable
from logistics.carriers.rate_table.tariff import OWN_TARIFF, Edition, Tariff, Zone, tariffs
from logistics.consignment import Consignment


class RateTable(Carrier):
    """Answers from files alone; the same question has the same answer for ever."""

    code = "rate_table"
    name = _("Marketplace demo tariff")
    capabilities = frozenset({Capability.QUOTE, Capability.BOOK})

    def quote(self, *, account: Account, consignment: Consignment, on: date) -> list[Quote]:
        """Every service that goes there and takes the goods, cheapest first within a currency.

        Raises `CarrierError` (permanent) when no weight is known: a price would be a guess.
        """
        if not consignment.total_gross_weight_g:
            raise CarrierError(self.code, "the weight is not known", permanent=True)
        quotes = [quote for tariff in tariffs() if (quote := _quote(tariff, consignment, on)) is not None]
        return sorted(quotes, key=lambda quote: (quote.price.currency, quote.price.amount))

    def book(
        self, *, account: Account, consignment: Consignment, service: str, tracking_number: str, key: str
    ) -> Booking:
        """Takes the number that the carrier gave the seller; without a service it is whichever the seller chose."""
        known = {tariff.service: tariff.name for tariff in tariffs()} | {"": self.name}
        if service not in known:
            raise CarrierError(self.code, f"there is no service {service!r}", permanent=True)
        return Booking(tracking_number=tracking_number.strip(), carrier_name=known[service])


def _quote(tariff: Tariff, consignment: Consignment, on: date) -> Quote | None:
    edition = tariff.edition_on(on)
    zone = _zone(edition, consignment) if edition else None
    if edition is None or zone is None or not _takes(tariff, consignment):
        return None
    counted = chargeable(consignment, tariff)
    return Quote(
        service=tariff.service,
        name=tariff.name,
        price=Money(price_of(zone, counted.quantity, tariff.step), tariff.currency),
        min_days=zone.days[0],
        max_days=zone.days[1],
        zone=zone.code,
        chargeable=counted.quantity,
        unit=tariff.unit,
        by_volume=counted.by_volume,
        tariff=OWN_TARIFF,
        tariff_from=edition.effective_from,
    )


def _zone(edition: Edition, consignment: Consignment) -> Zone | None:
    buyer = consignment.buyer
    # The tables start in Vietnam; what starts elsewhere has no price here.
    if consignment.seller.country != "VN":
        return None
    return next((zone for zone in edition.zones if zone.covers(buyer.country, f"{buyer.region} {buyer.city}")), None)


def _takes(tariff: Tariff, consignment: Consignment) -> bool:
    """No package is too heavy, and freight charged by volume needs a known volume."""
    if tariff.unit == "m3":
        return consignment.total_volume_mm3 > 0
    heaviest = max(
        [package.gross_weight_g for package in consignment.packages]
        or [max(item.gross_weight_g, item.net_weight_g) for item in consignment.items]
    )
    return tariff.max_package_g is None or heaviest <= tariff.max_package_g


def price_of(zone: Zone, quantity: Decimal, step: Decimal) -> Decimal:
    """The price of the first entry that holds the quantity; beyond the last, that price and each further step.

    Entries up to 10 kg at 116.00 and up to 20 kg at 192.00, then 4.40 per 0.5 kg: 12 kg cost 192.00,
    21 kg cost 192.00 + 2 × 4.40 = 200.80.
    """
    for limit, price in zone.up_to:
        if quantity <= limit:
            return price
    limit, price = zone.up_to[-1]
    further = ((quantity - limit) / step).to_integral_value(rounding=ROUND_CEILING)
    return price + further * zone.per_step_beyond


carrier = RateTable()
