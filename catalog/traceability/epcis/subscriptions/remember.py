"""``remember_for_subscribers``: on `EpcisEventsCaptured`, write down who is to be told of which events."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from catalog.traceability.epcis.events import EpcisEventsCaptured
from catalog.traceability.epcis.query.event_query import read_query
from catalog.traceability.epcis.query.find_events import find_events
from catalog.traceability.epcis.subscriptions.subscribe import viewer_of_subscription
from catalog.traceability.epcis.subscriptions.subscription import EpcisSubscription, SubscribedEvent

_AT_ONCE = 500


def remember_for_subscribers(event: EpcisEventsCaptured) -> None:
    """What matches a query and may be read by its seller waits for the seller's receiver. Twice changes nothing.

    The outbox brings it here after the capture's commit and at least once, so that no event is passed over, whichever
    capture commits first.
    """
    subscriptions = EpcisSubscription.objects.filter(stopped_at__isnull=True).select_related("query")
    for subscription in subscriptions.order_by("pk"):
        for start in range(0, len(event.event_ids), _AT_ONCE):
            _remember(subscription, event.event_ids[start : start + _AT_ONCE])


def _remember(subscription: EpcisSubscription, event_ids: Sequence[int]) -> None:
    since = subscription.initial_record_time or subscription.created_at
    found = find_events(read_query(subscription.query.query), viewer_of_subscription(subscription))
    keys = list(found.filter(pk__in=event_ids, record_time__gte=since).order_by().values_list("pk", flat=True))
    if not keys:
        return
    with transaction.atomic():
        rows = [SubscribedEvent(subscription_id=subscription.pk, event_id=key) for key in keys]
        SubscribedEvent.objects.bulk_create(rows, ignore_conflicts=True)
        stream = EpcisSubscription.objects.filter(Q(schedule__isnull=True), pk=subscription.pk)
        stream.filter(next_attempt_at__isnull=True).update(next_attempt_at=timezone.now())
