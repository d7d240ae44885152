"""Which events are told to devices, beside what else happens then (``marketplace/subscriptions.py``)."""

from collections.abc import Callable
from typing import Any

from marketplace.events.event import Event
from marketplace.expo.meetings.events import MeetingChanged
from marketplace.push.meetings import push_meeting
from marketplace.push.messages import push_message
from marketplace.push.orders import push_new_order, push_shipped
from marketplace.push.quotes import push_offer, push_request
from orders.events import MessageSent, OrderPaid, QuoteOffered, QuoteRequested, SellerOrderShipped

PUSHED: dict[type[Event], list[Callable[[Any], None]]] = {
    OrderPaid: [push_new_order],
    SellerOrderShipped: [push_shipped],
    QuoteRequested: [push_request],
    QuoteOffered: [push_offer],
    MessageSent: [push_message],
    MeetingChanged: [push_meeting],
}
