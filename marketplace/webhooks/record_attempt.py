"""What came of a call: the log, the next attempt, and the end of a webhook that has failed for days."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from marketplace.events.publish import publish
from marketplace.webhooks.delivery import DeliveryStatus, WebhookAttempt, WebhookDelivery
from marketplace.webhooks.events import WebhookDisabled
from marketplace.webhooks.post import Outcome
from marketplace.webhooks.webhook import Webhook

FIRST_PAUSE = timedelta(seconds=10)
LONGEST_PAUSE = timedelta(hours=6)
DISABLED_AFTER = timedelta(days=3)


def pause_after(attempts: int) -> timedelta:
    """10 s, 20 s, 40 s … doubling up to six hours: about 22 attempts in three days."""
    return min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(attempts - 1, 20))


def record_attempt(*, delivery_id: UUID, outcome: Outcome, now: datetime) -> None:
    """Written once for every call made. A delivery that was finished meanwhile stays as it is."""
    with transaction.atomic():
        found = WebhookDelivery.objects.filter(pk=delivery_id).values_list("webhook_id", flat=True).first()
        if found is None:
            return  # its webhook was removed during the call
        webhook = Webhook.objects.select_for_update().get(pk=found)
        delivery = WebhookDelivery.objects.select_for_update().get(pk=delivery_id)
        _log(delivery, outcome, now)
        if outcome.failure is None:
            _succeeded(delivery, webhook, now)
        else:
            _failed(delivery, webhook, now)


def _log(delivery: WebhookDelivery, outcome: Outcome, now: datetime) -> None:
    WebhookAttempt.objects.create(
        delivery=delivery,
        at=now,
        duration_ms=outcome.duration_ms,
        status_code=outcome.status_code,
        failure=outcome.failure or "",
        answer=outcome.answer,
    )
    delivery.attempts_made += 1


def _succeeded(delivery: WebhookDelivery, webhook: Webhook, now: datetime) -> None:
    delivery.status, delivery.finished_at = DeliveryStatus.SUCCESS, now
    delivery.save(update_fields=["status", "finished_at", "attempts_made"])
    if webhook.failing_since is not None:
        webhook.failing_since = None
        webhook.save(update_fields=["failing_since"])


def _failed(delivery: WebhookDelivery, webhook: Webhook, now: datetime) -> None:
    delivery.next_attempt_at = now + pause_after(delivery.attempts_made)
    if delivery.status == DeliveryStatus.PENDING and delivery.next_attempt_at >= delivery.give_up_at:
        delivery.status, delivery.finished_at = DeliveryStatus.FAILED, now
    delivery.save(update_fields=["status", "finished_at", "attempts_made", "next_attempt_at"])
    webhook.failing_since = webhook.failing_since or now
    if webhook.is_active and now - webhook.failing_since >= DISABLED_AFTER:
        _disable(webhook, now)
    webhook.save(update_fields=["failing_since", "is_active", "disabled_at"])


def _disable(webhook: Webhook, now: datetime) -> None:
    webhook.is_active, webhook.disabled_at = False, now
    waiting = WebhookDelivery.objects.filter(webhook=webhook, status=DeliveryStatus.PENDING)
    waiting.update(status=DeliveryStatus.FAILED, finished_at=now)
    publish(WebhookDisabled(webhook_id=webhook.pk))
