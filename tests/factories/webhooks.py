"""Webhooks for tests, made through the verbs people use."""

from typing import Any

from django.utils import timezone

from marketplace.webhooks.create_webhook import create_webhook
from marketplace.webhooks.delivery import WebhookAttempt, WebhookDelivery
from marketplace.webhooks.event_type import WebhookEventType
from marketplace.webhooks.replay import ping
from marketplace.webhooks.webhook import Webhook


def make_webhook(**overrides: Any) -> Webhook:
    """The operator's, told of orders that are placed, unless a seller and events are given."""
    fields: dict[str, Any] = {
        "seller": None,
        "name": "Kho hàng",
        "target_url": "https://hooks.example.org/in",
        "events": [WebhookEventType.ORDER_PLACED],
        "by": None,
        **overrides,
    }
    return create_webhook(**fields)


def make_delivery(webhook: Webhook | None = None, *, attempts: int = 1) -> WebhookDelivery:
    """A greeting that was tried so often, in vain."""
    delivery = ping(webhook=webhook or make_webhook(), now=timezone.now())
    for _ in range(attempts):
        WebhookAttempt.objects.create(
            delivery=delivery, at=timezone.now(), duration_ms=12, status_code=500, failure="STATUS", answer="no"
        )
    return delivery
