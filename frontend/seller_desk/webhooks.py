"""A seller's webhooks: the pages of `frontend.webhook_desk` for the managers of the seller."""

from frontend.seller_desk.seller_page import SellerPage
from frontend.webhook_desk.desk import WebhookDesk
from frontend.webhook_desk.webhook import Webhook as OneWebhook
from frontend.webhook_desk.webhooks import Webhooks as AllWebhooks


class _OfSeller(WebhookDesk, SellerPage):
    desk = "seller-webhooks"
    layout = "seller_desk/layout.html"
    least_role = "MANAGER"

    @property
    def owner(self) -> str | None:
        return str(self.own["id"])

    def to_list(self) -> str:
        return self.at(self.desk)

    def to_webhook(self, id: str) -> str:
        return self.at(f"{self.desk}-webhook", id=id)


class Webhooks(AllWebhooks, _OfSeller):
    """The list."""


class Webhook(OneWebhook, _OfSeller):
    """One of them."""
