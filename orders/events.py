"""What happened in this package, in the past tense. Ids are text, as JSON has no UUIDs."""

from dataclasses import dataclass

from marketplace.events.event import Event


@dataclass(frozen=True)
class OrderPlaced(Event):
    order_id: str


@dataclass(frozen=True)
class OrderPaid(Event):
    order_id: str


@dataclass(frozen=True)
class OrderCanceled(Event):
    order_id: str


@dataclass(frozen=True)
class SellerOrderCanceled(Event):
    seller_order_id: str


@dataclass(frozen=True)
class SellerOrderShipped(Event):
    """One parcel or more of a seller's part left; a part may leave in several fulfillments."""

    seller_order_id: str
    fulfillment_id: int


@dataclass(frozen=True)
class SellerOrderDelivered(Event):
    seller_order_id: str
