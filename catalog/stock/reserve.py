"""Keep pieces for a checkout for a while, give them back, and forget what expired."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from catalog.products.variant import ProductVariant
from catalog.stock.available import available
from catalog.stock.errors import InsufficientStock, Shortage
from catalog.stock.locks import lock_policies, lock_stocks
from catalog.stock.reservation import Reservation


def reserve(*, holder: UUID, variant: ProductVariant, quantity: int, until: datetime) -> Reservation:
    """Keep ``quantity`` pieces for the holder, replacing what it kept of the variant before.

    Never more is kept in total than is on the shelf or may be promised: both are locked while it counts.
    Raises `InsufficientStock`, which leaves the holder's earlier reservation as it was.
    """
    with transaction.atomic():
        lock_stocks([variant.pk])
        lock_policies([variant.pk])
        free = available([variant.pk], except_for=[holder])[variant.pk]
        if quantity > free:
            raise InsufficientStock(Shortage(variant.pk, quantity, free))
        reservation, _ = Reservation.objects.update_or_create(
            holder=holder, variant=variant, defaults={"quantity": quantity, "expires_at": until}
        )
    return reservation


def release(*, holder: UUID) -> int:
    """Give back everything the holder kept; returns how many reservations there were."""
    return Reservation.objects.filter(holder=holder).delete()[0]


def expire_reservations(now: datetime) -> int:
    """Delete reservations whose time is over; they stopped counting at that moment already."""
    return Reservation.objects.filter(expires_at__lte=now).delete()[0]
