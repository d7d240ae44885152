"""Send something by hand: what was sent before, or nothing but a greeting."""

import uuid
from datetime import datetime

from marketplace.webhooks.delivery import WebhookDelivery
from marketplace.webhooks.event_type import WebhookEventType
from marketplace.webhooks.queue import delivery_of, payload_of
from marketplace.webhooks.webhook import Webhook


class WebhookIsOff(Exception):
    """Nothing is sent through a webhook that is switched off."""


def replay(*, delivery: WebhookDelivery, now: datetime) -> WebhookDelivery:
    """The same event with the same id and body once more, as a delivery of its own. Raises `WebhookIsOff`."""
    webhook = _active(delivery.webhook)
    again = delivery_of(webhook, delivery.event_type, delivery.event_id, delivery.payload, now=now)
    again.save(force_insert=True)
    return again


def ping(*, webhook: Webhook, now: datetime) -> WebhookDelivery:
    """An event that says nothing, to try the address and the signature. Raises `WebhookIsOff`."""
    event_id = uuid.uuid4()
    payload = payload_of(WebhookEventType.PING, event_id, at=now, ids={}, data={})
    delivery = delivery_of(_active(webhook), WebhookEventType.PING, event_id, payload, now=now)
    delivery.save(force_insert=True)
    return delivery


def _active(webhook: Webhook) -> Webhook:
    if not webhook.is_active:
        raise WebhookIsOff
    return webhook
