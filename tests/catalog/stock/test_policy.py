"""What is sold before it is there, and what runs low."""

import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from catalog.models import ProductVariant, StockPolicy
from catalog.refusal import Refused
from catalog.stock.allocate import allocate
from catalog.stock.availability import Availability, AvailabilityMode, availability_of
from catalog.stock.available import available
from catalog.stock.count import set_stock
from catalog.stock.errors import InsufficientStock, NotPromised
from catalog.stock.low import watch
from catalog.stock.policy import PLENTY
from catalog.stock.reserve import reserve
from catalog.stock.set_policy import set_stock_policy
from catalog.stock.settle import deallocate, keep_promises
from catalog.stock.taken import StockPromised, StockTaken
from i18n.today import day_here
from marketplace.accounts.mail.send_waiting import send_waiting
from marketplace.events.deliver import deliver_pending
from tests.factories.catalog import make_stock, make_variant
from tests.factories.sellers import make_member

NEXT_YEAR = date(2099, 3, 1)


def made_to_order(stock: int = 0, **fields: Any) -> ProductVariant:
    variant = make_variant(lead_time_days=20)
    if stock:
        make_stock(variant, stock)
    set_stock_policy(variant=variant, **{"mode": "MADE_TO_ORDER", **fields})
    return variant


@pytest.mark.django_db
def test_the_shelf_is_sold_first_and_the_rest_is_promised() -> None:
    variant = made_to_order(stock=3, most_promised=5)
    assert available([variant.pk]) == {variant.pk: 8}
    there, promised = allocate(wants=[("a", variant.pk, 7)])
    assert isinstance(there, StockTaken)
    assert there.quantity == 3
    assert promised == StockPromised("a", variant.pk, 4)
    assert available([variant.pk]) == {variant.pk: 1}


@pytest.mark.django_db
def test_no_more_is_promised_than_the_limit() -> None:
    variant = made_to_order(most_promised=5)
    allocate(wants=[("a", variant.pk, 4)])
    with pytest.raises(InsufficientStock) as refused:
        allocate(wants=[("b", variant.pk, 2)])
    assert refused.value.available == 1


@pytest.mark.django_db
def test_without_a_limit_there_is_plenty() -> None:
    assert available([(variant := made_to_order()).pk]) == {variant.pk: PLENTY}


@pytest.mark.django_db
def test_reservations_count_against_promises_too() -> None:
    variant, soon = made_to_order(most_promised=5), timezone.now() + timedelta(minutes=5)
    reserve(holder=uuid.uuid4(), variant=variant, quantity=4, until=soon)
    with pytest.raises(InsufficientStock):
        reserve(holder=uuid.uuid4(), variant=variant, quantity=2, until=soon)


@pytest.mark.django_db
def test_a_promise_called_off_can_be_given_again_but_not_twice() -> None:
    variant = made_to_order(most_promised=5)
    taken = allocate(wants=[("a", variant.pk, 5)])
    deallocate(taken)
    assert available([variant.pk]) == {variant.pk: 5}
    with pytest.raises(NotPromised):
        deallocate(taken)


@pytest.mark.django_db
def test_what_arrives_goes_to_who_waits_longest() -> None:
    variant = made_to_order(most_promised=9)
    allocate(wants=[("a", variant.pk, 3), ("b", variant.pk, 4)])
    stock = make_stock(variant, 5)
    given = keep_promises(variant_id=variant.pk, waiting=[("a", 3), ("b", 4)])
    assert given == [StockTaken("a", stock.pk, 3), StockTaken("b", stock.pk, 2)]
    stock.refresh_from_db()
    assert stock.quantity_allocated == 5
    assert StockPolicy.objects.get().quantity_promised == 2
    assert keep_promises(variant_id=variant.pk, waiting=[("b", 2)]) == []


@pytest.mark.django_db
def test_what_a_buyer_is_told() -> None:
    now, today = timezone.now(), day_here(timezone.now())
    shelf, made, sold_out = make_variant(), made_to_order(most_promised=4), make_variant()
    make_stock(shelf, 2)
    ahead = make_variant()
    set_stock_policy(variant=ahead, mode="PRE_ORDER", most_promised=6, available_from=NEXT_YEAR)
    unknown = make_variant()
    set_stock_policy(variant=unknown, mode="MADE_TO_ORDER", most_promised=1)
    assert availability_of([shelf, made, sold_out, ahead, unknown], now=now) == [
        Availability(AvailabilityMode.IN_STOCK, 2, today),
        Availability(AvailabilityMode.MADE_TO_ORDER, 4, today + timedelta(days=20)),
        Availability(AvailabilityMode.OUT_OF_STOCK, 0, None),
        Availability(AvailabilityMode.PRE_ORDER, 6, NEXT_YEAR),
        Availability(AvailabilityMode.MADE_TO_ORDER, 1, None),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"mode": "PRE_ORDER"}, {"available_from", "most_promised"}),
        ({"mode": "PRE_ORDER", "most_promised": 3}, {"available_from"}),
        ({"mode": "SOMEHOW"}, {"mode"}),
        ({"most_promised": -1}, {"most_promised"}),
        ({"low_threshold": PLENTY + 1}, {"low_threshold"}),
    ],
)
def test_what_cannot_be_said(fields: dict[str, Any], wrong: set[str]) -> None:
    variant = make_variant()
    with pytest.raises(Refused) as refused:
        set_stock_policy(variant=variant, **fields)
    assert {problem.field for problem in refused.value.problems} == wrong
    assert not StockPolicy.objects.filter(variant=variant).exists()


@pytest.mark.django_db
def test_from_the_shelf_again_forgets_limit_and_day_and_keeps_promises() -> None:
    variant = made_to_order(most_promised=5)
    allocate(wants=[("a", variant.pk, 2)])
    policy = set_stock_policy(variant=variant, mode="IN_STOCK")
    assert (policy.most_promised, policy.quantity_promised) == (None, 2)
    assert available([variant.pk]) == {variant.pk: 0}


@pytest.mark.django_db(transaction=True)
def test_the_seller_is_told_once_that_it_runs_low_and_again_after_it_was_filled_up() -> None:
    variant = make_variant()
    owner = make_member(variant.seller, "OWNER")
    stock = make_stock(variant, 5)
    set_stock_policy(variant=variant, low_threshold=2)

    def letters_after(quantity: int) -> int:
        mail.outbox.clear()
        set_stock(variant=variant, warehouse=stock.warehouse, quantity=quantity)
        while deliver_pending():
            pass
        send_waiting()
        return len([letter for letter in mail.outbox if letter.to == [owner.email]])

    assert [letters_after(quantity) for quantity in (3, 2, 1, 6, 0)] == [0, 1, 0, 0, 1]
    assert variant.sku in mail.outbox[0].body
    assert watch(variant_ids=[variant.pk]) == 0
