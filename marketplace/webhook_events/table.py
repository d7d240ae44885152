"""Which events are told to other programs, beside what else happens then (``marketplace/subscriptions.py``)."""

from collections.abc import Callable
from typing import Any

from catalog.events import ProductChanged, ProductsChanged, StockChanged, StocksChanged
from marketplace.events.event import Event
from marketplace.webhook_events import catalogue, orders, payouts, quotes
from orders.events import (
    OrderCanceled,
    OrderPaid,
    OrderPlaced,
    PayoutMoved,
    QuoteAccepted,
    QuoteCountered,
    QuoteDeclined,
    QuoteExpired,
    QuoteOffered,
    QuoteRequested,
    QuoteWithdrawn,
    SellerOrderCanceled,
    SellerOrderDelivered,
    SellerOrderShipped,
)

TOLD: dict[type[Event], list[Callable[[Any], None]]] = {
    OrderPlaced: [orders.tell_order_placed],
    OrderPaid: [orders.tell_order_paid],
    OrderCanceled: [orders.tell_order_canceled],
    SellerOrderShipped: [orders.tell_shipped],
    SellerOrderDelivered: [orders.tell_delivered],
    SellerOrderCanceled: [orders.tell_part_canceled],
    ProductChanged: [catalogue.tell_product_changed],
    ProductsChanged: [catalogue.tell_products_changed],
    StockChanged: [catalogue.tell_stock_changed],
    StocksChanged: [catalogue.tell_stocks_changed],
    QuoteRequested: [quotes.tell_quote_requested],
    QuoteOffered: [quotes.tell_quote_changed],
    QuoteCountered: [quotes.tell_quote_changed],
    QuoteDeclined: [quotes.tell_quote_changed],
    QuoteWithdrawn: [quotes.tell_quote_changed],
    QuoteExpired: [quotes.tell_quote_changed],
    QuoteAccepted: [quotes.tell_quote_accepted],
    PayoutMoved: [payouts.tell_payout_sent],
}
