"""A seller's money is kept back until somebody lets it go, with a reason that the seller is told."""

from datetime import datetime

from django.conf import settings
from django.db import models, transaction

from marketplace.accounts.models import User
from marketplace.events.publish import publish
from marketplace.sellers.locks import lock_seller
from marketplace.sellers.models import Seller
from orders.events import PayoutsStopped


class PayoutHold(models.Model):
    """Kept after it is over."""

    seller = models.ForeignKey(Seller, models.CASCADE, related_name="+")
    reason = models.CharField(max_length=500)
    placed_at = models.DateTimeField()
    placed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    released_at = models.DateTimeField(null=True)
    released_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-placed_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["seller"], condition=models.Q(released_at__isnull=True), name="one_open_hold_per_seller"
            )
        ]

    def __str__(self) -> str:
        return f"{self.seller_id} since {self.placed_at:%Y-%m-%d}"


class PayoutsHeld(Exception):
    """The seller is not paid for now; nothing was sent."""

    def __init__(self, seller_id: int) -> None:
        super().__init__(f"payouts of seller {seller_id} are held")
        self.seller_id = seller_id


def hold_payouts(*, seller_id: int, reason: str, by: User, now: datetime) -> PayoutHold:
    """Nothing is planned for or sent to the seller from now on. Holding twice keeps the first reason."""
    with transaction.atomic():
        lock_seller(seller_id)
        values = {"reason": reason, "placed_at": now, "placed_by": by}
        hold, is_new = PayoutHold.objects.get_or_create(seller_id=seller_id, released_at=None, defaults=values)
        if is_new:
            publish(PayoutsStopped(hold_id=hold.pk))
    return hold


def release_payouts(*, seller_id: int, by: User, now: datetime) -> bool:
    """Says whether there was anything to let go."""
    with transaction.atomic():
        lock_seller(seller_id)
        held = PayoutHold.objects.filter(seller=seller_id, released_at=None)
        return bool(held.update(released_at=now, released_by=by))


def open_hold(seller_id: int) -> PayoutHold | None:
    return PayoutHold.objects.filter(seller=seller_id, released_at=None).first()


def require_not_held(seller_id: int) -> None:
    """Raises ``PayoutsHeld``."""
    if open_hold(seller_id) is not None:
        raise PayoutsHeld(seller_id)
