import json
from datetime import timedelta

import pytest
from django.utils import timezone

from logistics.customs.documents.document import Document
from logistics.shipments.shipment import Shipment
from marketplace.accounts.privacy.erase import erase_account
from marketplace.accounts.privacy.export import export_personal_data
from marketplace.accounts.privacy.registry import ErasureRefused
from marketplace.accounts.user import User
from orders.fulfillment.ship import Dispatch, ship_seller_order
from orders.lifecycle.by import SYSTEM
from orders.models import Checkout, Order, SellerOrder
from orders.personal_data import KEPT, forget_expired_orders
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.orders import make_checkout, make_order, make_packed_order, make_paid_order

pytestmark = pytest.mark.django_db


def bought(user: User, status: str = "DELIVERED", *, years_ago: int = 0) -> Order:
    order = make_paid_order()
    placed = timezone.now() - timedelta(days=366 * years_ago)
    Order.objects.filter(pk=order.pk).update(user=user, status=status, note="Bel Sanne", created_at=placed)
    return Order.objects.get(pk=order.pk)


def test_the_copy_has_the_persons_orders_and_baskets_and_nobody_elses() -> None:
    user = make_user()
    mine, other = bought(user), bought(make_user())
    make_checkout(user=user)
    copy = json.dumps(export_personal_data(user))
    assert mine.number in copy
    assert "Voorbeeldgracht" in copy
    assert other.number not in copy
    assert mine.token not in copy
    exported = export_personal_data(user)["orders"]
    assert len(exported["orders"][0]["lines"]) == len(exported["baskets"]) == 1


@pytest.mark.parametrize("status", ["UNPAID", "UNFULFILLED", "PARTIALLY_FULFILLED", "FULFILLED"])
def test_nobody_is_erased_while_goods_or_money_are_under_way(status: str) -> None:
    user = make_user()
    order = bought(user, status)
    with pytest.raises(ErasureRefused):
        erase_account(user=user, password=PASSWORD)
    assert Order.objects.get(pk=order.pk).email == order.email


def test_erasing_keeps_the_contract_and_nothing_else_of_the_person() -> None:
    user = make_user()
    order = bought(user)
    make_checkout(user=user)

    kept = erase_account(user=user, password=PASSWORD)

    order.refresh_from_db()
    assert KEPT in kept
    assert (order.email, order.note, order.shipping_address["phone"]) == ("", "", "")
    assert order.shipping_address["last_name"] == "Voorbeeld"
    assert order.erased_at is not None
    assert not Checkout.objects.exists()


def test_what_need_not_be_kept_any_more_goes_too() -> None:
    user, other = make_user(), make_user()
    old, others = bought(user, years_ago=4), bought(other, years_ago=4)
    assert KEPT not in erase_account(user=user, password=PASSWORD)
    old.refresh_from_db()
    others.refresh_from_db()
    assert (old.shipping_address, old.billing_address) == ({}, {})
    assert others.shipping_address["last_name"] == "Voorbeeld"
    owners = set(Document.objects.filter(owner_kind="orders.Order").values_list("owner_reference", flat=True))
    assert owners == {str(others.pk)}


def test_shipments_forget_the_person_with_the_order() -> None:
    user, order = make_user(), make_packed_order()
    part = SellerOrder.objects.get(order=order)
    ship_seller_order(seller_order_id=part.pk, dispatch=Dispatch(carrier="Voorbeeld Post"), by=SYSTEM)
    Order.objects.filter(pk=order.pk).update(user=user, status="DELIVERED")
    buyer = Shipment.objects.get().consignment_data["buyer"]
    assert "Voorbeeld" in json.dumps(buyer)

    erase_account(user=user, password=PASSWORD)
    kept = Shipment.objects.get().consignment_data["buyer"]
    assert kept["name"] == buyer["name"] and not kept["phone"]

    forget_expired_orders(timezone.now() + timedelta(days=3 * 366))
    assert "Voorbeeld" not in json.dumps(Shipment.objects.get().consignment_data["buyer"])
    assert not Document.objects.filter(owner_kind="logistics.Shipment").exists()


def test_the_periodic_round_forgets_erased_orders_when_their_time_is_over() -> None:
    user = make_user()
    order = bought(user)
    erase_account(user=user, password=PASSWORD)
    assert forget_expired_orders(timezone.now() + timedelta(days=3 * 365 - 30)) == 0
    assert forget_expired_orders(timezone.now() + timedelta(days=3 * 366)) == 1
    assert forget_expired_orders(timezone.now() + timedelta(days=3 * 366)) == 0
    order.refresh_from_db()
    assert order.shipping_address == {}


def test_an_order_without_a_user_is_nobodys_to_erase() -> None:
    guest = make_order()
    erase_account(user=make_user(), password=PASSWORD)
    guest.refresh_from_db()
    assert guest.email
