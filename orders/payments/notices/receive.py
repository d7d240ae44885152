"""Take a message in: verify, store, done. Nobody is asked anything, so the provider has its answer at once."""

from collections.abc import Iterable, Mapping

from orders.payments.discovery import installed_gateways
from orders.payments.notices.notice import Listening, Notice
from orders.payments.notices.received_notice import NoticeSource, ReceivedNotice


class NobodyListens(LookupError):
    """There is no gateway of this name that providers send messages to, or it isn't set up here."""


def listening_gateways() -> list[Listening]:
    found = [gateway for gateway in installed_gateways().values() if isinstance(gateway, Listening)]
    return [gateway for gateway in found if gateway.is_listening()]


def receive_notice(*, gateway_code: str, headers: Mapping[str, str], body: bytes) -> bool:
    """Says whether it was new. Raises ``NobodyListens``, ``BadWebhook`` (nothing is stored then)."""
    for gateway in listening_gateways():
        if gateway.code == gateway_code:
            notice = gateway.read_notice(headers, body)
            return bool(store_notices(gateway_code, [notice], source=NoticeSource.SENT))
    raise NobodyListens(gateway_code)


def store_notices(gateway_code: str, notices: Iterable[Notice], *, source: NoticeSource) -> int:
    """How many of them were new; the others are known by the provider's number."""
    rows = {
        notice.event_id: ReceivedNotice(
            gateway=gateway_code,
            event_id=notice.event_id[:140],
            type=notice.type[:60],
            reference=notice.reference[:140],
            source=source,
            happened_at=notice.at,
        )
        for notice in notices
    }
    stored = ReceivedNotice.objects.filter(gateway=gateway_code)
    known = set(stored.filter(event_id__in=rows).values_list("event_id", flat=True))
    new = [row for event_id, row in rows.items() if event_id not in known]
    ReceivedNotice.objects.bulk_create(new, ignore_conflicts=True, batch_size=500)
    return len(new)
