"""The tables of this package, which belong to the app ``marketplace``."""

from marketplace.webhooks.delivery import WebhookAttempt, WebhookDelivery
from marketplace.webhooks.webhook import Webhook

__all__ = ["Webhook", "WebhookAttempt", "WebhookDelivery"]
