from dataclasses import replace

import pytest

from marketplace.accounts.addresses.problems import InvalidAddress
from orders.checkout.addresses import CountryNotServed
from orders.lifecycle.edit import DeliveryWouldChange, Edit, edit_order, write_seller_note
from orders.lifecycle.states import IllegalMove
from orders.models import OrderEvent, SellerOrder
from tests.factories.orders import BUYER, DI_AN, SELLER, UTRECHT, make_order, make_packed_order, make_paid_order

pytestmark = pytest.mark.django_db
NEXT_DOOR = replace(UTRECHT, street_address_1="Voorbeeldgracht 14")


def test_the_address_the_note_and_the_number_change_until_packing_begins() -> None:
    order = make_paid_order()
    edit = Edit(shipping_address=NEXT_DOOR, note="Ring twice", purchase_order_number="PO-7")
    edited = edit_order(order_id=order.pk, edit=edit, by=BUYER)

    assert edited.shipping_address["street_address_1"] == "Voorbeeldgracht 14"
    assert (edited.note, edited.purchase_order_number) == ("Ring twice", "PO-7")
    types = OrderEvent.objects.filter(order=order).values_list("type", flat=True)
    assert list(types)[-2:] == ["ADDRESS_CHANGED", "NOTE_CHANGED"]


def test_nothing_changes_once_packing_has_begun() -> None:
    order = make_packed_order()
    with pytest.raises(IllegalMove):
        edit_order(order_id=order.pk, edit=Edit(note="Late"), by=BUYER)
    order.refresh_from_db()
    assert order.note == ""


def test_an_address_the_market_does_not_serve_or_that_is_none_is_refused() -> None:
    order = make_paid_order()
    for address, failure in ((DI_AN, CountryNotServed), (replace(UTRECHT, city=""), InvalidAddress)):
        with pytest.raises(failure):
            edit_order(order_id=order.pk, edit=Edit(shipping_address=address), by=BUYER)
    order.refresh_from_db()
    assert order.shipping_address["country"] == "NL"


def test_goods_do_not_travel_further_for_the_same_money() -> None:
    order = make_paid_order()
    SellerOrder.objects.update(shipping_amount=0)
    with pytest.raises(DeliveryWouldChange):
        edit_order(order_id=order.pk, edit=Edit(shipping_address=NEXT_DOOR), by=BUYER)
    order.refresh_from_db()
    assert order.shipping_address["street_address_1"] == "Voorbeeldgracht 12"


def test_saying_the_same_again_is_no_event() -> None:
    order = make_order()
    edit_order(order_id=order.pk, edit=Edit(note=order.note), by=BUYER)
    part = order.seller_orders.get()
    write_seller_note(seller_order_id=part.pk, note="Packed with straw", by=SELLER)
    write_seller_note(seller_order_id=part.pk, note="Packed with straw", by=SELLER)
    assert list(order.events.values_list("type", flat=True)) == ["PLACED", "SELLER_NOTE"]
