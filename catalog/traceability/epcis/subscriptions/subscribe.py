"""``subscribe`` and ``unsubscribe``: to be told of the events that a named query gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from catalog.traceability.epcis.named_queries.named_query import NamedQuery
from catalog.traceability.epcis.query.event_query import read_query
from catalog.traceability.epcis.query.find_events import find_events
from catalog.traceability.epcis.query.problem import QueryTooLarge
from catalog.traceability.epcis.rights.viewer import Viewer
from catalog.traceability.epcis.subscriptions.schedule import read_schedule
from catalog.traceability.epcis.subscriptions.subscription import EpcisSubscription, SubscribedEvent
from marketplace.sellers.models import Seller
from marketplace.webhooks.address import AddressRefused, BadTarget, parse_target

MOST_PER_SELLER = 20
MOST_AT_FIRST = 10_000
"""Events of before the subscription that ``initialRecordTime`` may ask for."""
LONGEST_TOKEN = 200


class BadSubscription(ValueError):
    """What is asked for cannot be; the text says what."""


class TooManySubscriptions(ValueError):
    def __init__(self, most: int) -> None:
        super().__init__(f"at most {most} subscriptions are kept for one seller")
        self.most = most


@dataclass(frozen=True, slots=True)
class Wanted:
    dest: str
    stream: bool = False
    schedule: Mapping[str, Any] | None = None
    signature_token: str = ""
    report_if_empty: bool = False
    initial_record_time: datetime | None = None


def subscribe(*, seller: Seller, query: NamedQuery, wanted: Wanted, now: datetime) -> EpcisSubscription:
    """From now on, or from an earlier capture on. The address is one of the public internet, over TLS.

    Raises `BadSubscription`, ``BadSchedule``, `TooManySubscriptions` and `QueryTooLarge`.
    """
    _check(wanted)
    due = read_schedule(wanted.schedule).next_after(now) if wanted.schedule is not None else None
    with transaction.atomic():
        Seller.objects.select_for_update(of=("self",)).get(pk=seller.pk)
        if EpcisSubscription.objects.filter(seller=seller).count() >= MOST_PER_SELLER:
            raise TooManySubscriptions(MOST_PER_SELLER)
        subscription = EpcisSubscription.objects.create(
            query=query,
            seller=seller,
            dest=wanted.dest,
            signature_token=wanted.signature_token or None,
            schedule=wanted.schedule,
            report_if_empty=wanted.report_if_empty,
            initial_record_time=wanted.initial_record_time,
            created_at=now,
            next_attempt_at=due,
        )
        if wanted.initial_record_time is not None and _remember_earlier(subscription, now) and due is None:
            subscription.next_attempt_at = now
            subscription.save(update_fields=["next_attempt_at"])
    return subscription


def unsubscribe(subscription: EpcisSubscription) -> None:
    """Nobody is called any more, also not for what is waiting."""
    subscription.delete()


def viewer_of_subscription(subscription: EpcisSubscription) -> Viewer:
    return Viewer.of_sellers([subscription.seller_id])


def _remember_earlier(subscription: EpcisSubscription, now: datetime) -> int:
    found = find_events(read_query(subscription.query.query), viewer_of_subscription(subscription))
    earlier = found.filter(record_time__gte=subscription.initial_record_time, record_time__lte=now).order_by("pk")
    keys = list(earlier.values_list("pk", flat=True)[: MOST_AT_FIRST + 1])
    if len(keys) > MOST_AT_FIRST:
        raise QueryTooLarge(MOST_AT_FIRST)
    rows = [SubscribedEvent(subscription=subscription, event_id=key) for key in keys]
    SubscribedEvent.objects.bulk_create(rows, ignore_conflicts=True, batch_size=1000)
    return len(rows)


def _check(wanted: Wanted) -> None:
    if wanted.stream == (wanted.schedule is not None):
        raise BadSubscription("a subscription has either a schedule, or 'stream': true")
    if wanted.report_if_empty and wanted.stream:
        raise BadSubscription("a stream has no empty reports")
    token = wanted.signature_token
    if len(token) > LONGEST_TOKEN or not token.isprintable():
        raise BadSubscription(f"signatureToken has at most {LONGEST_TOKEN} printable characters")
    try:
        parse_target(wanted.dest)
    except (BadTarget, AddressRefused) as bad:
        raise BadSubscription("dest is an https address of the public internet") from bad
