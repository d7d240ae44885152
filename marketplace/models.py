"""The tables of those packages under the roof that are no Django apps of their own."""

from marketplace.beat.tick import JobTick
from marketplace.content.menu import Menu, MenuItem
from marketplace.content.page import Page
from marketplace.content.version import PageDraft, PageVersion
from marketplace.webhooks.models import Webhook, WebhookAttempt, WebhookDelivery

__all__ = [
    "JobTick",
    "Menu",
    "MenuItem",
    "Page",
    "PageDraft",
    "PageVersion",
    "Webhook",
    "WebhookAttempt",
    "WebhookDelivery",
]
