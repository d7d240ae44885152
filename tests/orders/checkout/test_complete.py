from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from catalog.models import Product, Reservation, Stock
from catalog.pricing.set_price import set_price
from catalog.stock.errors import InsufficientStock
from i18n.translate import set_translation
from logistics.customs.documents.document import Document
from marketplace.events.models import OutboxMessage
from orders.checkout.checkout import Checkout
from orders.checkout.complete import CheckoutHasProblems
from orders.checkout.details import set_note
from orders.checkout.price_changed import PriceChanged
from orders.checkout.problems import ProblemCode
from orders.lifecycle.order import Order
from orders.lifecycle.states import OrderStatus, SellerOrderStatus
from orders.locks import CheckoutNotFound
from orders.models import Allocation, OrderLine, Payment, PaymentEvent
from orders.payments.discovery import UnknownGateway
from orders.payments.payment import PaymentStatus
from tests.catalog.stock.conftest import Parallel
from tests.factories.orders import (
    ACCEPTED_CARD,
    DECLINED_CARD,
    complete,
    make_chair,
    make_checkout,
    make_ready_checkout,
)

pytestmark = pytest.mark.django_db


def nothing_was_done() -> bool:
    return not any(
        (
            Order.objects.exists(),
            Payment.objects.exists(),
            Allocation.objects.exists(),
            Stock.objects.filter(quantity_allocated__gt=0).exists(),
            OutboxMessage.objects.filter(name="OrderPlaced").exists(),
        )
    )


def test_two_sellers_become_one_order_with_two_parts() -> None:
    chair, bowl = make_chair(price="120.00"), make_chair(price="4.50", net_weight_g=300, gross_weight_g=400)
    checkout = make_ready_checkout((chair, 1), (bowl, 12))
    set_note(checkout_id=checkout.pk, note="Bel even", purchase_order_number="PO 7", now=timezone.now())

    order = complete(checkout.pk)

    first, second = order.seller_orders.order_by("position")
    assert order.number.startswith(f"BDM-{order.created_at.year}-")
    assert (first.number, second.number) == (f"{order.number}-1", f"{order.number}-2")
    assert {first.seller_id, second.seller_id} == {chair.seller_id, bowl.seller_id}
    assert order.subtotal.gross.amount == Decimal("174.00")
    assert order.total_amount == first.total_amount + second.total_amount
    assert order.total_amount == order.subtotal_amount + order.shipping_amount
    assert order.status == OrderStatus.UNPAID
    assert {first.status, second.status} == {SellerOrderStatus.AWAITING_PAYMENT}
    assert (order.note, order.purchase_order_number) == ("Bel even", "PO 7")
    assert len(order.token) >= 43


def test_completing_takes_the_stock_and_forgets_the_checkout() -> None:
    chair = make_chair(stock=10)
    checkout = make_ready_checkout((chair, 3))

    order = complete(checkout.pk)

    stock = Stock.objects.get(variant=chair)
    assert (stock.quantity, stock.quantity_allocated) == (10, 3)
    assert Allocation.objects.get(order_line__seller_order__order=order).quantity == 3
    assert not Reservation.objects.filter(holder=checkout.pk).exists()
    assert not Checkout.objects.filter(pk=checkout.pk).exists()
    assert OutboxMessage.objects.filter(name="OrderPlaced", payload__order_id=str(order.pk)).count() == 1


def test_completing_twice_gives_the_same_order_once() -> None:
    chair = make_chair(stock=10)
    checkout = make_ready_checkout((chair, 3))
    first = complete(checkout.pk, gateway="test_card", data=ACCEPTED_CARD)

    again = complete(checkout.pk, gateway="test_card", data=ACCEPTED_CARD, accepted=first.total_amount)

    assert again == first
    assert Order.objects.count() == Payment.objects.count() == 1
    assert Stock.objects.get(variant=chair).quantity_allocated == 3
    assert PaymentEvent.objects.filter(type="CHARGED").count() == 1


def test_the_lines_remember_names_and_measures() -> None:
    chair = make_chair()
    set_translation(subject="catalog.Product", object_id=chair.product_id, language="nl", texts={"name": "Stoel"})
    set_translation(subject="catalog.Product", object_id=chair.product_id, language="en", texts={"name": "Chair"})
    source_name = chair.product.name
    order = complete(make_ready_checkout((chair, 2)).pk)
    Product.objects.filter(pk=chair.product_id).update(name="Renamed later")

    line = OrderLine.objects.get(seller_order__order=order)

    assert (line.product_name, line.product_name_source, line.product_name_english) == ("Stoel", source_name, "Chair")
    assert (line.sku, line.hs_code, line.origin_country) == (chair.sku, "940169", "VN")
    assert (line.gross_weight_g, line.length_mm, line.height_mm) == (4500, 500, 900)


def test_a_proforma_is_issued_in_the_buyers_language() -> None:
    order = complete(make_ready_checkout().pk)

    document = Document.objects.get(owner_kind="orders.Order", owner_reference=str(order.pk))

    assert (document.kind, document.language) == ("PROFORMA", "nl")
    assert document.content["payment_reference"] == order.payments.get().reference
    assert document.content["consignments"][0]["buyer"]["email"] == ""


def test_a_total_that_was_not_accepted_is_refused() -> None:
    checkout = make_ready_checkout()

    with pytest.raises(PriceChanged) as refusal:
        complete(checkout.pk, accepted=Decimal("1.00"))

    assert refusal.value.total.amount > 100
    assert nothing_was_done()
    assert Checkout.objects.filter(pk=checkout.pk).exists()


def test_a_changed_price_is_accepted_with_the_new_total() -> None:
    chair = make_chair(price="120.00")
    checkout = make_ready_checkout((chair, 1))
    set_price(variant=chair, channel=checkout.channel, price=Decimal("130.00"))

    order = complete(checkout.pk)

    assert order.subtotal.gross.amount == Decimal("130.00")


@pytest.mark.parametrize(
    ("overrides", "problem"),
    [({"email": ""}, ProblemCode.EMAIL_MISSING), ({"shipping_address": None}, ProblemCode.ADDRESS_MISSING)],
)
def test_what_is_missing_is_said_and_nothing_is_done(overrides: dict[str, Any], problem: ProblemCode) -> None:
    checkout = make_checkout(**overrides)

    with pytest.raises(CheckoutHasProblems) as refusal:
        complete(checkout.pk)

    assert problem in [found.code for found in refusal.value.problems]
    assert nothing_was_done()


def test_without_a_delivery_method_nothing_is_ordered() -> None:
    with pytest.raises(CheckoutHasProblems) as refusal:
        complete(make_checkout().pk)

    assert [problem.code for problem in refusal.value.problems] == [ProblemCode.DELIVERY_MISSING]


def test_what_was_sold_to_others_meanwhile_is_not_sold_again() -> None:
    chair = make_chair(stock=2)
    checkout = make_ready_checkout((chair, 2))
    Reservation.objects.all().delete()
    other = make_ready_checkout((chair, 1))
    complete(other.pk)

    with pytest.raises((CheckoutHasProblems, InsufficientStock)):
        complete(checkout.pk)

    assert Order.objects.count() == 1
    assert Stock.objects.get(variant=chair).quantity_allocated == 1


def test_an_unknown_gateway_does_nothing() -> None:
    with pytest.raises(UnknownGateway):
        complete(make_ready_checkout().pk, gateway="no_such_thing")
    assert nothing_was_done()


def test_an_unknown_checkout_is_said_to_be_one() -> None:
    with pytest.raises(CheckoutNotFound):
        complete(uuid4())


def test_a_declined_card_leaves_an_unpaid_order_that_keeps_its_stock() -> None:
    chair = make_chair()

    order = complete(make_ready_checkout((chair, 1)).pk, gateway="test_card", data=DECLINED_CARD)

    assert order.status == OrderStatus.UNPAID
    assert order.payments.get().status == PaymentStatus.FAILED
    assert Stock.objects.get(variant=chair).quantity_allocated == 1


def test_a_charged_card_confirms_every_part() -> None:
    order = complete(make_ready_checkout().pk, gateway="test_card", data=ACCEPTED_CARD)

    payment = order.payments.get()
    assert order.status == OrderStatus.UNFULFILLED
    assert payment.status == PaymentStatus.CHARGED
    assert payment.reference.startswith("TEST-")
    assert {part.status for part in order.seller_orders.all()} == {SellerOrderStatus.CONFIRMED}
    assert OutboxMessage.objects.filter(name="OrderPaid").count() == 1


def _ready(_: int) -> tuple[Any, Decimal]:
    from orders.checkout.totals import price_checkout

    checkout = make_ready_checkout((make_chair(stock=10), 3))
    return checkout.pk, price_checkout(checkout, now=timezone.now()).total.gross.amount


def _state(_: int) -> tuple[int, int, int, int]:
    return (
        Order.objects.count(),
        Payment.objects.count(),
        PaymentEvent.objects.filter(type="CHARGED").count(),
        Stock.objects.get().quantity_allocated,
    )


def test_eight_clicks_at_the_same_moment_make_one_order(in_parallel: Parallel) -> None:
    ((checkout_id, total),) = in_parallel(_ready, 1)

    outcomes = in_parallel(lambda _: complete(checkout_id, gateway="test_card", data=ACCEPTED_CARD, accepted=total), 8)

    assert len({outcome.number for outcome in outcomes}) == 1
    assert in_parallel(_state, 1) == [(1, 1, 1, 3)]


def test_two_baskets_for_the_last_piece_make_one_order(in_parallel: Parallel) -> None:
    def two_baskets(_: int) -> list[tuple[Any, Decimal]]:
        from orders.checkout.totals import price_checkout

        chair = make_chair(stock=2)
        found = []
        for _n in range(2):
            checkout = make_ready_checkout((chair, 1))
            found.append((checkout.pk, price_checkout(checkout, now=timezone.now()).total.gross.amount))
        Reservation.objects.all().delete()
        Stock.objects.update(quantity=1)
        return found

    (baskets,) = in_parallel(two_baskets, 1)
    outcomes = in_parallel(lambda n: complete(baskets[n][0], accepted=baskets[n][1]), 2)

    assert sum(isinstance(outcome, Order) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, CheckoutHasProblems | InsufficientStock) for outcome in outcomes) == 1
