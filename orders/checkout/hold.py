"""Hold stock for a basket while somebody is at it."""

from collections.abc import Iterable
from datetime import datetime

from catalog.models import Reservation
from catalog.stock.errors import InsufficientStock
from catalog.stock.reserve import reserve_all
from marketplace.written_once import WrittenOnce
from orders.checkout.checkout import STOCK_HELD_FOR, Checkout
from orders.checkout.checkout_line import CheckoutLine

_held: WrittenOnce[tuple[int, int, datetime]] = WrittenOnce(
    lambda holder, now: Reservation.objects.filter(holder=holder, expires_at__gt=now).values_list(
        "variant_id", "quantity", "expires_at"
    )
)
_wanted: WrittenOnce[tuple[int, int]] = WrittenOnce(
    lambda checkout: CheckoutLine.objects.filter(checkout_id=checkout).values_list("variant_id", "quantity")
)


def touch(checkout: Checkout, *, now: datetime, lines: Iterable[CheckoutLine] | None = None) -> None:
    """Somebody is at the basket: hold its stock for another half hour from now. ``lines`` are its own, where known.

    What expired is reserved again if it is still there; if not, the line stays and its problem is shown.
    """
    until = now + STOCK_HELD_FOR
    reserved = _held(holder=checkout.pk, now=now)
    held = {variant_id: quantity for variant_id, quantity, _ends in reserved}
    if any(ends != until for _variant, _quantity, ends in reserved):
        Reservation.objects.filter(holder=checkout.pk, expires_at__gt=now).update(expires_at=until)
    wanted = _wanted(checkout=checkout.pk) if lines is None else [(line.variant_id, line.quantity) for line in lines]
    for variant_id, quantity in wanted:
        if held.get(variant_id) != quantity:
            try:
                reserve_all(holder=checkout.pk, quantities={variant_id: quantity}, until=until)
            except InsufficientStock:
                continue  # pricing says so with the line, as INSUFFICIENT_STOCK
    if (checkout.touched_at, checkout.expires_at) != (now, until):
        checkout.touched_at, checkout.expires_at = now, until
        checkout.save(update_fields=["touched_at", "expires_at"])
