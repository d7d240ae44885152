"""``subscribe_freight`` and ``end_freight_subscription``: whether a shipping line may push events to a seller."""

from __future__ import annotations

import secrets

from django.utils import timezone

from logistics.shipments.freight.subscription import FreightSubscription

MOST = 20


class TooManySubscriptions(ValueError):
    """Nobody ships with so many lines."""

    def __init__(self, most: int) -> None:
        super().__init__(f"at most {most} subscriptions")
        self.most = most


def subscribe_freight(*, seller_id: int, carrier_name: str) -> tuple[FreightSubscription, str]:
    """The subscription and its secret, which is told this once. Raises `TooManySubscriptions`."""
    if FreightSubscription.objects.filter(seller_id=seller_id, ended_at__isnull=True).count() >= MOST:
        raise TooManySubscriptions(MOST)
    secret = secrets.token_urlsafe(32)
    row = FreightSubscription.objects.create(seller_id=seller_id, carrier_name=carrier_name, secret=secret)
    return row, secret


def end_freight_subscription(*, subscription: FreightSubscription) -> None:
    """Its address is nobody's from now on. Twice changes nothing."""
    if subscription.ended_at is None:
        subscription.ended_at = timezone.now()
        subscription.save(update_fields=["ended_at"])
