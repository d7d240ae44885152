"""The operator's webhooks: the pages of `frontend.webhook_desk` for staff who manage orders."""

from frontend.staff_page import StaffPage
from frontend.webhook_desk.desk import WebhookDesk
from frontend.webhook_desk.webhook import Webhook as OneWebhook
from frontend.webhook_desk.webhooks import Webhooks as AllWebhooks


class _OfOperator(WebhookDesk, StaffPage):
    desk = "operator-webhooks"
    layout = "operator_desk/layout.html"
    permissions = ("orders.manage",)


class Webhooks(AllWebhooks, _OfOperator):
    """The list."""


class Webhook(OneWebhook, _OfOperator):
    """One of them."""
