"""Carriers' messages may name people, so they do not stay."""

from datetime import datetime, timedelta

from logistics.shipments.notices.notice import CarrierNotice

KEPT = timedelta(days=30)
"""Longer than any carrier sends one again."""


def forget_carrier_notices(*, now: datetime) -> int:
    """How many went, understood or not. Run daily."""
    return CarrierNotice.objects.filter(received_at__lt=now - KEPT).delete()[0]
