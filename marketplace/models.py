"""The tables of those packages under the roof that are no Django apps of their own."""

from marketplace.webhooks.models import Webhook, WebhookAttempt, WebhookDelivery

__all__ = ["Webhook", "WebhookAttempt", "WebhookDelivery"]
