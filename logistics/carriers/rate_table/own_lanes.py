"""Prices per container on the lanes of a table in the database."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from i18n.currencies import exponent_of
from i18n.money import Money
from logistics.carrier import Quote, QuoteLeg
from logistics.carriers.rate_table.fuel.add import FUEL, surcharge_of
from logistics.carriers.rate_table.own_tariffs import label_of
from logistics.carriers.rate_table.rate_table import RateTable, RateTableRow
from logistics.consignment import Consignment
from logistics.packing.fleet import Fleet, cheapest_fleet
from logistics.places.place import place_of

MODES = {"SEA": "VESSEL", "RAIL": "RAIL", "BARGE": "BARGE", "ROAD": "TRUCK"}


def lane_quote(table: RateTable, consignment: Consignment) -> Quote | None:
    """The cheapest lane that serves the buyer's country; nothing without a known volume."""
    cbm = consignment.total_cbm
    weight_kg = Decimal(consignment.total_gross_weight_g) / 1000
    if not cbm or consignment.seller.country != "VN":
        return None
    found = [
        (fleet, rows)
        for rows in _lanes(table, consignment)
        if (fleet := cheapest_fleet(cbm, weight_kg, {kind: row.price_amount for kind, row in rows.items()})) is not None
    ]
    if not found:
        return None
    fleet, rows = min(found, key=lambda entry: (entry[0].price, entry[0].teu))
    return _quote(table, fleet, next(iter(rows.values())), by_volume=cbm >= weight_kg / 1000)


def _lanes(table: RateTable, consignment: Consignment) -> Iterator[dict[str, RateTableRow]]:
    """Of each lane its row by container type."""
    lanes: dict[tuple[str, str, str], dict[str, RateTableRow]] = {}
    region = f"{consignment.buyer.region} {consignment.buyer.city}".casefold()
    for row in table.rows.all():
        if consignment.buyer.country in row.countries and _covers(row, region):
            lanes.setdefault((row.zone, row.origin, row.destination), {})[row.container] = row
    yield from lanes.values()


def _covers(row: RateTableRow, region: str) -> bool:
    return not row.regions or any(part in region for part in row.regions)


def _quote(table: RateTable, fleet: Fleet, row: RateTableRow, *, by_volume: bool) -> Quote:
    cent = Decimal(1).scaleb(-exponent_of(table.currency))
    freight = max(fleet.price, table.minimum_amount or Decimal(0)).quantize(cent, rounding=ROUND_HALF_UP)
    fuel = surcharge_of(freight, table.fuel_percent, cent=cent)
    mode = MODES.get(table.mode, "TRUCK")
    legs = [QuoteLeg(mode, row.origin, row.destination, Money(freight, table.currency), row.min_days, row.max_days)]
    if fuel:
        legs.append(QuoteLeg("HANDLING", row.origin, row.destination, Money(fuel, table.currency), 0, 0, what=FUEL))
    lane = f"{place_of(row.origin).name} – {place_of(row.destination).name}" if row.origin else row.zone
    return Quote(
        service=table.service,
        name=table.name,
        price=Money(freight + fuel, table.currency),
        min_days=row.min_days,
        max_days=row.max_days,
        zone=f"{lane}, {fleet}",
        chargeable=Decimal(fleet.teu),
        unit="TEU",
        by_volume=by_volume,
        tariff=label_of(table),
        tariff_from=table.effective_from,
        legs=tuple(legs),
    )
