"""Hold stock for a basket while somebody is at it."""

from datetime import datetime

from catalog.models import Reservation
from catalog.stock.errors import InsufficientStock
from catalog.stock.reserve import reserve
from orders.checkout.checkout import STOCK_HELD_FOR, Checkout


def touch(checkout: Checkout, *, now: datetime) -> None:
    """Somebody is at the basket: hold its stock for another half hour from now.

    What expired is reserved again if it is still there; if not, the line stays and its problem is shown.
    """
    until = now + STOCK_HELD_FOR
    held = Reservation.objects.filter(holder=checkout.pk, expires_at__gt=now)
    held.update(expires_at=until)
    quantities = dict(held.values_list("variant_id", "quantity"))
    for line in checkout.lines.select_related("variant"):
        if quantities.get(line.variant_id) != line.quantity:
            try:
                reserve(holder=checkout.pk, variant=line.variant, quantity=line.quantity, until=until)
            except InsufficientStock:
                continue  # pricing says so with the line, as INSUFFICIENT_STOCK
    checkout.touched_at = now
    checkout.expires_at = until
    checkout.save(update_fields=["touched_at", "expires_at"])
