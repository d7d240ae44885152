"""Prices from tables: sellers' and the operator's own in the database, and the marketplace's demonstration tariffs.

The seller then books with whoever carries it, and types the number here. A table in the database stands before the file
of the same service, a seller's before the operator's.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from i18n.messages import gettext_noop as _
from i18n.money import Money
from logistics.carrier import Account, Booking, Capability, Carrier, CarrierError, Quote
from logistics.carriers.rate_table.chargeable import chargeable
from logistics.carriers.rate_table.own_lanes import lane_quote
from logistics.carriers.rate_table.own_tariffs import is_by_container, own_names, own_tables, own_tariff
from logistics.carriers.rate_table.price import price_in
from logistics.carriers.rate_table.rate_table import RateTable as StoredTable
from logistics.carriers.rate_table.tariff import Edition, Tariff, Zone, tariffs
from logistics.carriers.rate_table.through.quote import through_quote
from logistics.carriers.rate_table.through.stretch import lane_tariffs
from logistics.consignment import Consignment


class RateTable(Carrier):
    """Answers from tables alone; the same question on the same tables has the same answer for ever."""

    code = "rate_table"
    name = _("Marketplace demo tariff")
    capabilities = frozenset({Capability.QUOTE, Capability.BOOK})

    def quote(self, *, account: Account, consignment: Consignment, on: date) -> list[Quote]:
        """Every service that goes there and takes the goods, cheapest first within a currency.

        Raises `CarrierError` (permanent) when no weight is known: a price would be a guess.
        """
        (answer,) = self.quote_each([(account, consignment)], on=on)
        if isinstance(answer, CarrierError):
            raise answer
        return answer

    def quote_each(
        self, askings: Sequence[tuple[Account, Consignment]], *, on: date
    ) -> list[list[Quote] | CarrierError]:
        """The same for several, whose sellers' tables are read at once."""
        own = own_tables([account.seller_id for account, _consignment in askings], on=on)
        return [self._quotes(own[account.seller_id], consignment, on) for account, consignment in askings]

    def _quotes(self, own: Sequence[StoredTable], consignment: Consignment, on: date) -> list[Quote] | CarrierError:
        if not consignment.total_gross_weight_g:
            return CarrierError(self.code, "the weight is not known", permanent=True)
        taken = {table.service for table in own}
        found = [
            *(lane_quote(table, consignment) for table in own if is_by_container(table)),
            *(_quote(own_tariff(table), consignment, on) for table in own if not is_by_container(table)),
            *(_quote(tariff, consignment, on) for tariff in tariffs() if tariff.service not in taken),
            *(through_quote(lane, consignment, on) for lane in lane_tariffs() if lane.service not in taken),
        ]
        quotes = [quote for quote in found if quote is not None]
        return sorted(quotes, key=lambda quote: (quote.price.currency, quote.price.amount, quote.service))

    def book(
        self, *, account: Account, consignment: Consignment, service: str, tracking_number: str, key: str
    ) -> Booking:
        """Takes the number that the carrier gave the seller; without a service it is whichever the seller chose."""
        known = {tariff.service: tariff.name for tariff in tariffs()} | {"": self.name}
        known |= {lane.service: lane.name for lane in lane_tariffs()}
        name = known.get(service) or own_names(seller_id=account.seller_id).get(service)
        if name is None:
            raise CarrierError(self.code, f"there is no service {service!r}", permanent=True)
        return Booking(tracking_number=tracking_number.strip(), carrier_name=name)


def _quote(tariff: Tariff, consignment: Consignment, on: date) -> Quote | None:
    edition = tariff.edition_on(on)
    zone = _zone(edition, consignment) if edition else None
    if edition is None or zone is None or not _takes(tariff, consignment):
        return None
    counted = chargeable(consignment, tariff)
    priced = price_in(tariff, zone, counted.quantity, on) if counted.counted >= tariff.offered_from else None
    if priced is None:
        return None
    return Quote(
        service=tariff.service,
        name=tariff.name,
        price=Money(priced.total, tariff.currency),
        min_days=zone.days[0],
        max_days=zone.days[1],
        zone=zone.code,
        chargeable=counted.quantity,
        unit=tariff.unit,
        by_volume=counted.by_volume,
        tariff=tariff.label,
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


carrier = RateTable()
