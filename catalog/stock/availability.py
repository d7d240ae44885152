"""What the next buyer of a variant gets: from the shelf, made for them, ordered ahead, or nothing; and from when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from catalog.products.variant import ProductVariant
from catalog.stock.available import on_shelf, reserved
from catalog.stock.policy import StockMode, StockPolicy
from i18n.today import day_here
from marketplace.keyed_rows import keyed_rows


class AvailabilityMode(StrEnum):
    IN_STOCK = "IN_STOCK"
    MADE_TO_ORDER = "MADE_TO_ORDER"
    PRE_ORDER = "PRE_ORDER"
    OUT_OF_STOCK = "OUT_OF_STOCK"


@dataclass(frozen=True, slots=True)
class Availability:
    mode: AvailabilityMode
    quantity: int
    """Pieces that can be ordered now, in whatever way."""
    ships_from: date | None
    """The first day on which it can leave if it is ordered and paid today; unknown without a lead time."""


def availability_of(variants: Sequence[ProductVariant], *, now: datetime) -> list[Availability]:
    """One for each variant, in their order; three statements."""
    ids = {variant.pk for variant in variants}
    shelf, held = on_shelf(ids), reserved(ids, now=now)
    policies = {policy.variant_id: policy for policy in keyed_rows(StockPolicy, {"variant_id": ids})}
    today = day_here(now)
    return [
        _one(variant, shelf.get(variant.pk, 0), held.get(variant.pk, 0), policies.get(variant.pk), today)
        for variant in variants
    ]


def _one(variant: ProductVariant, shelf: int, held: int, policy: StockPolicy | None, today: date) -> Availability:
    promisable = policy.promisable if policy else 0
    quantity = max(shelf + promisable - held, 0)
    if shelf > held:
        return Availability(AvailabilityMode.IN_STOCK, quantity, today)
    if not quantity or policy is None:
        return Availability(AvailabilityMode.OUT_OF_STOCK, 0, None)
    return Availability(AvailabilityMode(policy.mode), quantity, _ships_from(variant, policy, today))


def _ships_from(variant: ProductVariant, policy: StockPolicy, today: date) -> date | None:
    if policy.mode == StockMode.PRE_ORDER:
        return max(policy.available_from or today, today)
    return None if variant.lead_time_days is None else today + timedelta(days=variant.lead_time_days)
