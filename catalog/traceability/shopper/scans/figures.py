"""How often codes were opened: exactly for their seller, roughly for everybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Sum

from catalog.traceability.shopper.scans.scan_count import ScanCount

STEP = 10
"""The public reads multiples of ten: below that, single openings could be those of one known person."""
DAYS_TOLD = 90


def public_scans(codes: Collection[str]) -> dict[str, int]:
    """All openings by code, rounded down to tens; 0 says fewer than ten."""
    rows = ScanCount.objects.filter(code__in=codes).order_by().values_list("code_id").annotate(scans=Sum("count"))
    return {code: scans // STEP * STEP for code, scans in rows}


@dataclass(frozen=True, slots=True)
class CountryScans:
    country: str
    """Empty for those whose country nobody said."""
    scans: int


@dataclass(frozen=True, slots=True)
class LotScans:
    lot_id: UUID
    scans: int
    codes: int
    """How many of its codes were opened."""
    countries: tuple[CountryScans, ...]
    """Most openings first."""


def scans_of_seller(seller_id: int, *, today: date, first: int = 100) -> list[LotScans]:
    """The last 90 days by lot, most openings first; two queries for all lots together."""
    rows = ScanCount.objects.filter(code__lot__seller_id=seller_id, day__gt=today - timedelta(days=DAYS_TOLD))
    by_country: dict[UUID, dict[str, int]] = defaultdict(dict)
    counted = rows.order_by().values_list("code__lot_id", "country").annotate(scans=Sum("count"))
    for lot_id, country, scans in counted:
        by_country[lot_id][country] = scans
    opened: dict[UUID, int] = defaultdict(int)
    for lot_id, _code in rows.order_by().values_list("code__lot_id", "code_id").distinct():
        opened[lot_id] += 1
    found = [_of_lot(lot_id, opened[lot_id], countries) for lot_id, countries in by_country.items()]
    return sorted(found, key=lambda one: (-one.scans, str(one.lot_id)))[:first]


def _of_lot(lot_id: UUID, codes: int, countries: dict[str, int]) -> LotScans:
    ranked = sorted(countries.items(), key=lambda row: (-row[1], row[0]))
    return LotScans(lot_id, sum(countries.values()), codes, tuple(CountryScans(*row) for row in ranked))
