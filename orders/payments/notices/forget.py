"""Messages that were dealt with are not kept for ever."""

from datetime import datetime, timedelta

from orders.payments.notices.received_notice import ReceivedNotice

KEPT = timedelta(days=90)
"""Longer than any provider lists them, so that none is taken for new again."""


def forget_notices(*, now: datetime) -> int:
    old = ReceivedNotice.objects.filter(handled_at__lt=now - KEPT)
    return old.delete()[0]
