"""The count at the end finds what is wrong: each kind of loss is planted once."""

import uuid
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from catalog.models import Stock
from i18n.money import Money
from marketplace.events.models import OutboxMessage
from marketplace.graphql import to_global_id
from orders.models import Order, Payment
from orders.payouts.fees.provider_fees import record_fees
from orders.payouts.provider_money import record_fee
from tests.factories.orders import make_chair, make_paid_order
from tests.load.book import Book, Bought, Imported, Told
from tests.load.invariants import messages, money, stock, trade
from tests.load.visitor import said_by_api, said_by_page
from tests.load.world import World
from tests.orders.payments.gateways.stripe.shop import place_paid
from tests.peers.stripe import StripePeer


@pytest.fixture
def order(db: None) -> Order:
    return make_paid_order((make_chair(stock=10), 2))


def told(order: Order, /, **more: str) -> Bought:
    basket = to_global_id("Checkout", order.checkout_id)
    known = {"order": to_global_id("Order", order.pk), "total": str(order.total_amount), **more}
    return Bought(checkout=basket, token=order.token, gateway="test_card", **known)


def test_orders_that_are_lost_or_cost_something_else(order: Order) -> None:
    book = Book(bought=[told(order)], baskets=[to_global_id("Checkout", order.checkout_id)])
    assert trade.orders_are_there_once(book) == []
    book.bought.append(told(order, order=to_global_id("Order", uuid.uuid4())))
    book.bought.append(told(order, total="1.00"))
    lost, cheap = trade.orders_are_there_once(book)[:2]
    assert "is lost" in lost and "its buyer was told 1.00" in cheap
    book.baskets.clear()
    assert "nobody filled" in trade.orders_are_there_once(book)[-1]


def test_pieces_that_are_too_many(order: Order) -> None:
    [variant] = (line.variant_id for part in order.seller_orders.all() for line in part.lines.all())
    world = World(houses=[], variants=[], pieces={variant: 10}, operator="")
    assert stock.adds_up(world) == stock.own_checks() == stock.nothing_is_promised_twice(world) == []
    Stock.objects.filter(variant=variant).update(quantity=11)
    assert "are not 10" in stock.adds_up(world)[0]
    assert stock.own_checks()
    Stock.objects.filter(variant=variant).update(quantity=10, quantity_allocated=1)
    assert "orders wait for 2" in stock.adds_up(world)[0]


def test_money_that_nobody_booked(order: Order) -> None:
    assert money.payments_agree() == money.orders_are_paid_once() == money.ledger_balances() == []
    Payment.objects.update(charged_amount=order.total_amount + Decimal(1))
    assert "the ledger says" in money.payments_agree()[0]
    assert "due" in money.orders_are_paid_once()[0]


@pytest.mark.django_db
def test_what_the_provider_holds_whether_or_not_its_fees_are_written_down(peer: StripePeer) -> None:
    place_paid(peer)
    assert money.provider_agrees(peer) == []
    assert record_fees(now=timezone.now()) == 1
    assert money.provider_agrees(peer) == []
    with transaction.atomic():
        record_fee("stripe", Money(Decimal("0.31"), "EUR"), key="txn_of_nothing")
    assert "the ledger says" in money.provider_agrees(peer)[0]


def test_events_that_wait(order: Order) -> None:
    assert OutboxMessage.objects.exists()
    assert "is not delivered" in messages.outbox_is_delivered()[0]


@pytest.mark.django_db
def test_an_import_of_which_half_is_there() -> None:
    book = Book(imports=[Imported("N1", 2, was_told=False)])
    assert trade.imports_are_whole(book) == []
    make_chair(sku="N1-00")
    assert "1 of 2 rows" in trade.imports_are_whole(book)[0]


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ((200, '{"data": {"shop": {"name": "x"}}}'), Told.DONE),
        ((200, '{"data": {"pay": {"errors": [{"code": "SOLD_OUT", "message": "gone"}]}}}'), Told.REFUSED),
        ((503, '{"errors": [{"message": "soon", "extensions": {"code": "SERVICE_UNAVAILABLE"}}]}'), Told.LATER),
        ((500, '{"errors": [{"message": "42", "extensions": {"code": "INTERNAL_ERROR"}}]}'), Told.BARE),
        ((500, "<h1>Server Error</h1>"), Told.BARE),
    ],
)
def test_what_an_answer_of_the_api_is(answer: tuple[int, str], kind: Told) -> None:
    assert said_by_api(*answer)[0] == kind


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ((200, "<h1>Products</h1>"), Told.DONE),
        ((503, "<h1>In a moment</h1>"), Told.LATER),
        ((503, "upstream"), Told.BARE),
        ((500, "<h1>Something went wrong</h1>"), Told.BARE),
    ],
)
def test_what_a_page_says(answer: tuple[int, str], kind: Told) -> None:
    found: tuple[Any, ...] = said_by_page(*answer)
    assert found[0] == kind
