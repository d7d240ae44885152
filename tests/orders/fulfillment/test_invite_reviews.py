"""Who has the goods may say what they are like; nobody before."""

from datetime import timedelta

import pytest
from django.utils import timezone

from catalog.models import ReviewInvitation
from logistics.shipments.record_event import record_event
from marketplace.events.deliver import deliver_pending
from orders.events import SellerOrderDelivered
from orders.fulfillment.invite_reviews import invite_reviews, purchase_reference
from orders.fulfillment.ship import Dispatch, ship_seller_order
from tests.factories.accounts import make_user
from tests.factories.orders import SELLER, make_chair, make_packed_order

pytestmark = pytest.mark.django_db


def deliver_all() -> None:
    while deliver_pending():
        pass


def test_delivered_goods_may_be_reviewed_by_their_buyer() -> None:
    user, chair, table = make_user(first_name="Mai"), make_chair(), make_chair()
    order = make_packed_order((chair, 1), (table, 2), user=user)
    first, second = order.seller_orders.all()
    sent = ship_seller_order(seller_order_id=first.pk, dispatch=Dispatch(carrier="Sample Lines"), by=SELLER)
    ship_seller_order(seller_order_id=second.pk, dispatch=Dispatch(carrier="Sample Lines"), by=SELLER)
    deliver_all()
    assert not ReviewInvitation.objects.exists()
    record_event(shipment=sent.shipment, status="DELIVERED", occurred_at=timezone.now() - timedelta(minutes=1))
    deliver_all()
    invitation = ReviewInvitation.objects.get()
    assert invitation.product.variants.get() == first.lines.get().variant
    assert (invitation.user, invitation.first_name, invitation.country) == (user, "Mai", "NL")
    assert invitation.purchase == purchase_reference(order)
    invite_reviews(SellerOrderDelivered(seller_order_id=str(first.pk)))
    assert ReviewInvitation.objects.count() == 1, "hearing it again gives no second right"


def test_a_guest_gets_a_right_with_a_token_and_the_name_on_the_parcel() -> None:
    order = make_packed_order()
    part = order.seller_orders.get()
    invite_reviews(SellerOrderDelivered(seller_order_id=str(part.pk)))
    invitation = ReviewInvitation.objects.get()
    assert (invitation.user, invitation.first_name, invitation.country) == (None, "Sanne", "NL")
    assert len(invitation.token) >= 40


def test_an_erased_order_gives_no_right() -> None:
    order = make_packed_order()
    order.erased_at = timezone.now()
    order.save(update_fields=["erased_at"])
    invite_reviews(SellerOrderDelivered(seller_order_id=str(order.seller_orders.get().pk)))
    assert not ReviewInvitation.objects.exists()
