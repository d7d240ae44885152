"""Keep pieces for a checkout for a while, give them back, and forget what expired."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from catalog.products.variant import ProductVariant
from catalog.stock.available import free_of
from catalog.stock.errors import InsufficientStock, Shortage
from catalog.stock.locks import lock_policies, lock_stocks
from catalog.stock.reservation import Reservation
from marketplace.insert_rows import insert_rows


def reserve(*, holder: UUID, variant: ProductVariant, quantity: int, until: datetime) -> Reservation:
    """Keep ``quantity`` pieces for the holder, replacing what it kept of the variant before.

    Never more is kept in total than is on the shelf or may be promised: both are locked while it counts.
    Raises `InsufficientStock`, which leaves the holder's earlier reservation as it was.
    """
    return reserve_all(holder=holder, quantities={variant.pk: quantity}, until=until)[0]


def reserve_all(*, holder: UUID, quantities: Mapping[int, int], until: datetime) -> list[Reservation]:
    """Keep so many pieces of each variant for the holder: of every one, or of none.

    Raises `InsufficientStock` with every variant of which less is there; a transaction around it can go on then.
    """
    with transaction.atomic(savepoint=False):
        stocks, policies = lock_stocks(quantities), lock_policies(quantities)
        free = free_of(quantities, stocks, policies, except_for=[holder])
        short = [Shortage(pk, wanted, free[pk]) for pk, wanted in sorted(quantities.items()) if wanted > free[pk]]
        if not short:
            reserved = [
                Reservation(holder=holder, variant_id=pk, quantity=wanted, expires_at=until)
                for pk, wanted in quantities.items()
            ]
            insert_rows(reserved, unique=["holder", "variant"], update=["quantity", "expires_at"])
    if short:  # nothing was written: said outside the block, it does not spoil the transaction around
        raise InsufficientStock(*short)
    return reserved


def release(*, holder: UUID) -> int:
    """Give back everything the holder kept; returns how many reservations there were."""
    return Reservation.objects.filter(holder=holder).delete()[0]


def expire_reservations(now: datetime) -> int:
    """Delete reservations whose time is over; they stopped counting at that moment already."""
    return Reservation.objects.filter(expires_at__lte=now).delete()[0]
