"""Remove what was shown so long ago that it need not be kept (data/listing_history.toml)."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

from django.db.models import Exists, OuterRef, Q

from catalog.products.history.snapshot import ListingSnapshot
from catalog.products.takedown.takedown import Takedown
from i18n.today import day_here

DATA = Path(__file__).parent.parent / "data" / "listing_history.toml"


@dataclass(frozen=True, slots=True)
class Keeping:
    years: int
    effective_from: date
    legal_basis: str
    checked: bool


@cache
def keepings() -> tuple[Keeping, ...]:
    """Every rule of the file, the latest first."""
    with DATA.open("rb") as file:
        rows = [Keeping(**row) for row in tomllib.load(file)["keep"]]
    return tuple(sorted(rows, key=lambda row: row.effective_from, reverse=True))


def forget_snapshots(*, now: datetime) -> int:
    """Remove snapshots that another followed longer ago than the law says; returns how many.

    The last one of a product stays, and so does everything that an unlifted takedown is about. Before the first rule
    was in force nothing is removed.
    """
    rule = next((row for row in keepings() if row.effective_from <= day_here(now)), None)
    if rule is None:
        return 0
    since = now.replace(year=now.year - rule.years, day=min(now.day, 28))
    ended = ListingSnapshot.objects.filter(product=OuterRef("product"), pk__gt=OuterRef("pk"), taken_at__lt=since)
    disputed = Takedown.objects.in_force().filter(
        Q(product=OuterRef("product")) | Q(product__isnull=True, seller=OuterRef("product__seller"))
    )
    return ListingSnapshot.objects.filter(Exists(ended)).exclude(Exists(disputed)).delete()[0]
