"""Put goods into a basket, change how many, take them out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from catalog.models import ProductVariant, Reservation
from catalog.pricing.check_quantity import QuantityNotOrderable, check_quantity
from catalog.pricing.price import prices_for
from catalog.stock.errors import InsufficientStock
from catalog.stock.reserve import reserve_all
from marketplace.insert_rows import insert_rows
from orders.checkout.checkout import STOCK_HELD_FOR, Checkout
from orders.checkout.checkout_line import CheckoutLine
from orders.checkout.hold import touch
from orders.checkout.sellable import sellable_variants
from orders.locks import lock_checkout

MOST_LINES = 200
MOST_PIECES = 1_000_000


class NotSold(Exception):
    """The variant cannot be bought in this channel."""

    def __init__(self, variant_id: int) -> None:
        super().__init__(f"variant {variant_id} is not sold here")
        self.variant_id = variant_id


class TooMuch(Exception):
    """More lines or pieces than one basket may have."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"at most {limit}")
        self.limit = limit


class NoSuchLine(Exception):
    """The basket has no such line."""


class LineRefused(Exception):
    """One of the lines asked for cannot be; ``index`` says which, the cause why. Nothing was changed."""

    def __init__(self, index: int, cause: Exception) -> None:
        super().__init__(f"line {index}: {cause}")
        self.index = index
        self.cause = cause


@dataclass(frozen=True, slots=True)
class Wanted:
    variant_id: int
    quantity: int


def add_lines(*, checkout_id: UUID, wanted: Sequence[Wanted], now: datetime) -> Checkout:
    """Add pieces to what is there already, and reserve them. All or nothing: raises ``LineRefused``."""
    with transaction.atomic():
        checkout = lock_checkout(checkout_id)
        present = dict(checkout.lines.values_list("variant_id", "quantity"))
        sums = [
            (index, Wanted(w.variant_id, present.get(w.variant_id, 0) + w.quantity)) for index, w in _merged(wanted)
        ]
        _put(checkout, sums, now)
        touch(checkout, now=now)
    return checkout


def first_lines(*, checkout: Checkout, wanted: Sequence[Wanted], now: datetime) -> None:
    """Put pieces into a basket that this transaction made, and reserve them. All or nothing: raises ``LineRefused``."""
    _put(checkout, _merged(wanted), now, is_new=True)


def update_lines(*, checkout_id: UUID, wanted: Sequence[Wanted], now: datetime) -> Checkout:
    """Set quantities; 0 takes the line out, and of a variant named twice the last counts.

    All or nothing: raises ``LineRefused``.
    """
    last = {line.variant_id: (index, line) for index, line in enumerate(wanted)}
    with transaction.atomic():
        checkout = lock_checkout(checkout_id)
        _take_out(checkout, [variant_id for variant_id, (_, line) in last.items() if line.quantity == 0])
        _put(checkout, [(index, line) for index, line in last.values() if line.quantity], now)
        touch(checkout, now=now)
    return checkout


def delete_line(*, checkout_id: UUID, line_id: int, now: datetime) -> Checkout:
    """Take a line out and give its stock back; raises ``NoSuchLine``."""
    return delete_lines(checkout_id=checkout_id, line_ids=[line_id], now=now)


def delete_lines(*, checkout_id: UUID, line_ids: Sequence[int], now: datetime) -> Checkout:
    """Take lines out and give their stock back: all of them, or raises ``NoSuchLine`` and changes nothing."""
    with transaction.atomic():
        checkout = lock_checkout(checkout_id)
        variant_ids = dict(checkout.lines.filter(pk__in=line_ids).values_list("pk", "variant_id"))
        if set(line_ids) - set(variant_ids):
            raise NoSuchLine
        _take_out(checkout, list(variant_ids.values()))
        touch(checkout, now=now)
    return checkout


def _merged(wanted: Sequence[Wanted]) -> list[tuple[int, Wanted]]:
    """The same variant named twice is one line, at the place where it was named first."""
    places: dict[int, int] = {}
    sums: dict[int, int] = {}
    for index, line in enumerate(wanted):
        places.setdefault(line.variant_id, index)
        sums[line.variant_id] = sums.get(line.variant_id, 0) + line.quantity
    return [(places[variant_id], Wanted(variant_id, quantity)) for variant_id, quantity in sums.items()]


def _take_out(checkout: Checkout, variant_ids: Sequence[int]) -> None:
    checkout.lines.filter(variant_id__in=variant_ids).delete()
    Reservation.objects.filter(holder=checkout.pk, variant_id__in=variant_ids).delete()
    _forget_deliveries_without_goods(checkout)


def _forget_deliveries_without_goods(checkout: Checkout) -> None:
    checkout.deliveries.exclude(seller__in=checkout.lines.values("variant__seller")).delete()


def _put(checkout: Checkout, wanted: Sequence[tuple[int, Wanted]], now: datetime, *, is_new: bool = False) -> None:
    """Check → price → reserve → store."""
    lines = [line for _, line in wanted]
    variants = sellable_variants([line.variant_id for line in lines], channel=checkout.channel, now=now)
    prices = prices_for(
        variants=variants.values(),
        channel=checkout.channel,
        quantities={line.variant_id: line.quantity for line in lines},
        at=now,
    )
    for index, line in wanted:
        try:
            _check(variants.get(line.variant_id), line)
        except (NotSold, TooMuch, QuantityNotOrderable) as cause:
            raise LineRefused(index, cause) from cause
    _reserve(checkout, wanted, now)
    insert_rows(
        [
            CheckoutLine(
                checkout=checkout,
                variant_id=line.variant_id,
                quantity=line.quantity,
                seen_amount=prices[line.variant_id].unit.amount,
            )
            for line in sorted(lines, key=lambda line: line.variant_id)
        ],
        unique=["checkout", "variant"],
        update=["quantity", "seen_amount"],
    )
    if (len(lines) if is_new else checkout.lines.count()) > MOST_LINES:
        raise TooMuch(MOST_LINES)


def _reserve(checkout: Checkout, wanted: Sequence[tuple[int, Wanted]], now: datetime) -> None:
    """Of all lines at once, so that stocks are locked in one order."""
    quantities = {line.variant_id: line.quantity for _, line in wanted}
    try:
        reserve_all(holder=checkout.pk, quantities=quantities, until=now + STOCK_HELD_FOR)
    except InsufficientStock as cause:
        index = next(index for index, line in wanted if line.variant_id == cause.variant_id)
        raise LineRefused(index, cause) from cause


def _check(variant: ProductVariant | None, line: Wanted) -> None:
    if variant is None:
        raise NotSold(line.variant_id)
    if line.quantity > MOST_PIECES:
        raise TooMuch(MOST_PIECES)
    check_quantity(variant, line.quantity)
