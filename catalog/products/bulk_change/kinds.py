"""The kinds of change: how each is planned, read, written, and what may stand in the way of taking it back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from catalog.products.bulk_change import deletion, listings, prices, values
from catalog.products.bulk_change.change import Change, ChangeKind, Facts, Row
from catalog.products.product import Product
from catalog.refusal import Problem


def nothing_blocks(products: Sequence[Product], facts: Mapping[int, Facts], now: datetime) -> list[Problem]:
    return []


@dataclass(frozen=True, slots=True)
class Kind:
    plan: Callable[[Sequence[Product], Change, datetime], list[Row]]
    """What it would do, without doing it; a fixed number of statements for any number of products."""
    read: Callable[[Sequence[Product], Mapping[int, Facts]], dict[int, Facts]]
    """What stands now where the facts given were written, in the same form."""
    write: Callable[[Mapping[int, Facts], datetime], None]
    blocked: Callable[[Sequence[Product], Mapping[int, Facts], datetime], list[Problem]] = nothing_blocks
    """Why the facts cannot be written back."""


KINDS: Mapping[ChangeKind, Kind] = {
    ChangeKind.PUBLISH: Kind(listings.plan, listings.read, listings.write, listings.blocked),
    ChangeKind.UNPUBLISH: Kind(listings.plan, listings.read, listings.write, listings.blocked),
    ChangeKind.PRICE_PERCENT: Kind(prices.plan, prices.read, prices.write),
    ChangeKind.CATEGORY: Kind(values.plan_category, values.read_category, values.write_category),
    ChangeKind.LEAD_TIME: Kind(values.plan_lead_time, values.read_lead_time, values.write_lead_time),
    ChangeKind.DELETE: Kind(deletion.plan, deletion.read, deletion.write, deletion.blocked),
}
