"""Goods whose receiver may be on a list stay until a person has decided, and every step is on record."""

import pytest

from logistics.customs.screening.decide import ReasonMissing, decide_screening
from logistics.customs.screening.screening import Screening, ScreeningDecision
from logistics.customs.screening.states import CannotDecide, ScreeningStatus
from marketplace.events.deliver import deliver_pending
from orders.fulfillment.ship import Dispatch, ship_seller_order
from orders.lifecycle.order import Order
from orders.lifecycle.order_event import OrderEvent
from orders.screening.screen_order import HeldForScreening, screen_order
from tests.factories.accounts import make_user
from tests.factories.orders import SELLER, make_packed_order
from tests.factories.screening import make_denied_list, sdn_entry

pytestmark = pytest.mark.django_db
WHO = {"first_name": "Ivan", "last_name": "Petrovsky"}


def order_for(**names: str) -> Order:
    order = make_packed_order()
    order.shipping_address |= names
    order.save(update_fields=["shipping_address"])
    return order


def ship(order: Order) -> object:
    part = order.seller_orders.get()
    return ship_seller_order(seller_order_id=part.pk, dispatch=Dispatch("Sample Lines", "S1"), by=SELLER)


def history(order: Order) -> list[str]:
    deliver_pending()
    return list(OrderEvent.objects.filter(order=order, type__startswith="CHECK").values_list("type", flat=True))


def test_without_a_list_nothing_is_held_and_nothing_is_claimed() -> None:
    order = order_for(**WHO)
    ship(order)
    assert set(Screening.objects.values_list("status", flat=True)) == {"UNSCREENED"}


def test_a_hit_holds_the_goods_until_a_person_clears_it() -> None:
    make_denied_list()
    order, staff = order_for(**WHO), make_user(staff_roles=["operator"])
    for _twice in range(2):
        with pytest.raises(HeldForScreening):
            ship(order)
    assert order.seller_orders.get().status == "PACKING"
    held = Screening.objects.get(status="HELD")
    (hit,) = held.hits.all()
    assert (hit.uid, hit.listed_name, hit.programs) == ("1001", "Ivan Maksimovich PETROVSKIY", ["SAMPLE"])
    assert history(order) == ["CHECK_HELD"]
    with pytest.raises(ReasonMissing):
        decide_screening(screening_id=held.pk, status=ScreeningStatus.CLEARED, reason="  ", by=staff)
    decide_screening(screening_id=held.pk, status=ScreeningStatus.CLEARED, reason="Born in 1990", by=staff)
    with pytest.raises(CannotDecide):
        decide_screening(screening_id=held.pk, status=ScreeningStatus.CLEARED, reason="again", by=staff)
    assert history(order) == ["CHECK_HELD", "CHECK_CLEARED"]
    ship(order)
    assert [(d.status, d.reason, d.decided_by) for d in ScreeningDecision.objects.all()] == [
        ("CLEARED", "Born in 1990", staff)
    ]


def test_who_was_told_apart_once_is_not_stopped_again_but_a_confirmed_one_is() -> None:
    make_denied_list()
    first, staff = order_for(**WHO), make_user(staff_roles=["operator"])
    screen_order(first.pk)
    held = Screening.objects.get(status="HELD")
    decide_screening(screening_id=held.pk, status=ScreeningStatus.CLEARED, reason="Another person", by=staff)
    second = order_for(**WHO)
    screen_order(second.pk)
    follower = Screening.objects.get(reference=second.number, role="CONSIGNEE", cleared_like__isnull=False)
    assert (follower.status, follower.cleared_like) == ("CLEARED", held)
    ship(second)
    decide_screening(screening_id=held.pk, status=ScreeningStatus.CONFIRMED, reason="It is him", by=staff)
    decide_screening(screening_id=follower.pk, status=ScreeningStatus.CONFIRMED, reason="It is him", by=staff)
    third = order_for(**WHO)
    with pytest.raises(HeldForScreening):
        ship(third)
    with pytest.raises(HeldForScreening):
        ship(first)


def test_another_name_on_the_order_frees_it_and_another_list_is_asked_again() -> None:
    make_denied_list()
    order = order_for(**WHO)
    screen_order(order.pk)
    order.shipping_address |= {"first_name": "Sanne", "last_name": "Voorbeeld"}
    order.save(update_fields=["shipping_address"])
    screen_order(order.pk)
    assert Screening.objects.get(status="HELD").is_current is False
    make_denied_list(sdn_entry("2001", "VOORBEELD", "Sanne", kind="Individual"))
    deliver_pending()
    assert history(order) == ["CHECK_HELD"]
    assert {row.role for row in Screening.objects.filter(status="HELD", is_current=True)} >= {"CONSIGNEE"}
    with pytest.raises(HeldForScreening):
        ship(order)


def test_a_company_and_who_is_billed_count_too() -> None:
    make_denied_list()
    order = order_for(company_name="Golden Meridian Shipping Ltd")
    order.billing_address |= WHO
    order.save(update_fields=["billing_address"])
    screen_order(order.pk)
    held = Screening.objects.filter(status="HELD").order_by("role")
    assert [(row.role, row.hits.get().uid) for row in held] == [("BILLED", "1001"), ("CONSIGNEE", "1002")]
    assert history(order) == ["CHECK_HELD"]
    billed, consignee = held
    staff = make_user(staff_roles=["operator"])
    decide_screening(screening_id=billed.pk, status=ScreeningStatus.CLEARED, reason="Another", by=staff)
    assert history(order) == ["CHECK_HELD"]
    decide_screening(screening_id=consignee.pk, status=ScreeningStatus.CONFIRMED, reason="That firm", by=staff)
    assert history(order) == ["CHECK_HELD", "CHECK_CONFIRMED"]
