"""Look through the providers' own lists for messages that never arrived."""

from datetime import datetime, timedelta

import structlog

from orders.payments.gateway import GatewayUnavailable
from orders.payments.notices.receive import listening_gateways, store_notices
from orders.payments.notices.received_notice import NoticeSource, ReceivedNotice

log = structlog.get_logger(__name__)
OVERLAP = timedelta(hours=6)
"""How far before the last known message is looked: messages overtake each other, and clocks differ."""
FARTHEST = timedelta(days=29)
"""Stripe keeps its list for thirty days."""


def find_lost_notices(*, now: datetime) -> int:
    """Store what isn't known yet, to be handled like any other; returns how many. Run periodically.

    A provider that cannot be reached is asked the next time.
    """
    found = 0
    for gateway in listening_gateways():
        try:
            notices = list(gateway.notices_since(_since(gateway.code, now)))
        except GatewayUnavailable:
            log.warning("notices could not be listed", gateway=gateway.code)
            continue
        found += store_notices(gateway.code, notices, source=NoticeSource.LOOKED_UP)
    return found


def _since(code: str, now: datetime) -> datetime:
    """Before the newest message that is known; the provider's own time, as its list goes by that."""
    last = ReceivedNotice.objects.filter(gateway=code).order_by("-happened_at").values_list("happened_at", flat=True)
    newest = last.first()
    return max(newest - OVERLAP, now - FARTHEST) if newest else now - FARTHEST
