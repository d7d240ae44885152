"""``shipping_rates``: what carriers would take for what a seller still has to send."""

from __future__ import annotations

from datetime import datetime

from i18n.today import day_here
from logistics.rates.ask.questions import Asking
from logistics.rates.quotes import Answer, ask_carriers
from orders.lifecycle.consignment import order_consignment
from orders.lifecycle.seller_order import SellerOrder


def shipping_rates(part: SellerOrder, *, at: datetime, language: str) -> Answer:
    """In the order's currency, on the seller's accounts; nothing where nothing is left to send.

    Raises ``AddressErased``.
    """
    lines = [line for line in part.lines.select_related("variant").order_by("id") if line.quantity_open]
    if not lines:
        return Answer()
    left = {line.pk: line.quantity_open for line in lines}
    consignment = order_consignment(part, lines, quantities=left, with_freight=False)
    asking = Asking(consignment, part.seller_id)
    return ask_carriers(asking, currency=part.currency, on=day_here(at), language=language)
