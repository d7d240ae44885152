"""What the pages of webhooks share, whether a seller's people use them or the marketplace's.

The pages of this folder are halves: a desk's own page class stands before them and says whose webhooks they are. Their
``.graphql`` and ``.html`` lie here, once for both desks.
"""

from pathlib import Path
from typing import Any, ClassVar

from frontend.page import Page
from i18n.messages import gettext_noop as _

EVENTS = (
    ("ORDER_PLACED", _("An order was placed")),
    ("ORDER_PAID", _("An order was paid")),
    ("ORDER_CANCELED", _("An order was cancelled")),
    ("SELLER_ORDER_SHIPPED", _("A seller's part of an order was sent")),
    ("SELLER_ORDER_DELIVERED", _("A seller's part of an order was delivered")),
    ("SELLER_ORDER_CANCELED", _("A seller's part of an order was cancelled")),
    ("PRODUCT_CHANGED", _("A product was changed")),
    ("STOCK_CHANGED", _("The stock of a variant changed")),
    ("QUOTE_REQUESTED", _("A quote was asked for")),
    ("QUOTE_CHANGED", _("A quote was changed or ended")),
    ("QUOTE_ACCEPTED", _("A quote was accepted")),
    ("PAYOUT_SENT", _("A payout was sent")),
)


class WebhookDesk(Page):
    """``desk`` is the name of the list's page; that of a webhook has ``-webhook`` behind it."""

    desk: ClassVar[str]
    layout: ClassVar[str]
    half: ClassVar[str]

    @classmethod
    def file(cls, suffix: str) -> Path:
        return Path(__file__).with_name(cls.half).with_suffix(suffix)

    @property
    def owner(self) -> str | None:
        """The seller whose webhooks these are; ``None`` for the operator's."""
        return None

    def to_list(self) -> str:
        return self.url(self.desk)

    def to_webhook(self, id: str) -> str:
        return self.url(f"{self.desk}-webhook", id=id)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            **super().context(data),
            "desk_layout": self.layout,
            "to_list": self.to_list,
            "to_webhook": self.to_webhook,
            "events": EVENTS,
            "event_names": dict(EVENTS),
            "new_secret": None,
            "new_id": None,
        }

    def events_chosen(self) -> list[str]:
        known = dict(EVENTS)
        return [event for event in self.form.all("events") if event in known]
