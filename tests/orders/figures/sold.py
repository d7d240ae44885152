"""Sales of one seller in two currencies, on days that are known, for the tests of figures."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from catalog.models import ProductVariant
from i18n.today import HERE
from marketplace.accounts.addresses.data import AddressData
from marketplace.sellers.models import Seller
from orders.lifecycle.cancel import cancel_order
from orders.lifecycle.order import Order
from orders.lifecycle.order_event import OrderEvent, OrderEventType, record
from orders.lifecycle.seller_order import SellerOrder
from orders.payments.refund import Refund, RefundStatus
from orders.payments.send_refund import settle_refund
from orders.payouts.commission.rule import CommissionRule
from tests.factories.channels import make_channel
from tests.factories.orders import SELLER, make_chair, make_order, make_paid_order
from tests.factories.sellers import make_seller
from tests.orders.payouts.selling import give_back, ship


def at(day: str, clock: str = "10:00") -> datetime:
    """A moment on Vietnam's clock."""
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=HERE)


def placed(order: Order, moment: datetime) -> SellerOrder:
    """As if it had been ordered, and confirmed, at another moment."""
    Order.objects.filter(pk=order.pk).update(created_at=moment)
    OrderEvent.objects.filter(order=order, type=OrderEventType.CONFIRMED).update(at=moment)
    part: SellerOrder = order.seller_orders.get()
    SellerOrder.objects.filter(pk=part.pk).update(created_at=moment, maximum_days=5)
    part.refresh_from_db()
    return part


@dataclass
class Sold:
    """Orders of Sanne, Mai and Joe in October 2026, one called off, one unpaid; one of September, one of others."""

    seller: Seller
    chair: ProductVariant
    table: ProductVariant
    parts: dict[str, SellerOrder] = field(default_factory=dict)


def sell() -> Sold:
    CommissionRule.objects.create(percent=Decimal(10), effective_from=at("2026-01-01").date())
    seller = make_seller()
    us = make_channel("us", currency_code="USD", countries=["US"])
    chair, table = make_chair(seller=seller, price="100.00"), make_chair(seller=seller, price="50.00")
    american = make_chair(us, seller=seller, price="70.00")
    sold = Sold(seller, chair, table)
    mai = {"email": "mai@example.org"}
    sold.parts["before"] = placed(make_paid_order((chair, 1)), at("2026-09-30", "23:59"))
    sold.parts["first"] = placed(make_paid_order((chair, 2), (table, 1)), at("2026-10-01", "00:00"))
    sold.parts["second"] = placed(make_paid_order((table, 3), **mai), at("2026-10-31", "23:59"))
    sold.parts["dollars"] = placed(_american(american, us), at("2026-10-15"))
    sold.parts["unpaid"] = placed(make_order((chair, 5)), at("2026-10-10"))
    sold.parts["canceled"] = placed(_canceled(chair), at("2026-10-11"))
    sold.parts["others"] = placed(make_paid_order((make_chair(price="999.00"), 1)), at("2026-10-12"))
    _afterwards(sold)
    return sold


def _american(variant: ProductVariant, channel: Any) -> Order:
    return make_paid_order((variant, 1), channel=channel, email="joe@example.org", address=_texas())


def _texas() -> AddressData:
    return AddressData(
        first_name="Joe",
        last_name="Example",
        street_address_1="1 Example Street",
        postal_code="73301",
        city="Austin",
        country_area="TX",
        country="US",
        phone="+15125550100",
    )


def _canceled(variant: ProductVariant) -> Order:
    order = make_paid_order((variant, 1))
    cancel_order(order_id=order.pk, by=SELLER, reason="broken")
    return order


def _afterwards(sold: Sold) -> None:
    """The first left and came in time, with some given back; the second is late; ledger and refunds are of today."""
    first = sold.parts["first"]
    ship(first)
    give_back(first, "30.00")
    for refund in Refund.objects.filter(seller_order=first):
        settle_refund(refund_id=refund.pk, status=RefundStatus.DONE)
    record(OrderEventType.DELIVERED, order=first.order, by=SELLER, seller_order=first, at=at("2026-10-04"))
    ship(sold.parts["dollars"])
    assert timezone.now() - at("2026-10-31") > timedelta(days=6)
