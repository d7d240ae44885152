"""No cent is lost or made between a basket, its sellers' parts and its lines."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.pricing.taxed_money import TaxedMoney, taxed
from i18n.money import Money
from logistics.customs.documents.document import Document
from marketplace.channels.models import Channel
from orders.checkout.checkout import Checkout
from orders.checkout.priced import PricedCheckout, PricedGroup, PricedLine
from orders.checkout.sale import sum_taxed
from orders.checkout.totals import line_total
from orders.models import OrderLine
from tests.factories.channels import make_channel
from tests.factories.orders import DI_AN, complete, make_chair, make_ready_checkout

DIGITS = {"EUR": 2, "VND": 0, "JPY": 0}


@st.composite
def baskets(draw: Callable[[Any], Any]) -> PricedCheckout:
    currency = draw(st.sampled_from(sorted(DIGITS)))
    includes_tax = draw(st.booleans())
    rate = draw(st.sampled_from([Decimal(0), Decimal("0.08"), Decimal("0.1")]))

    def money(units: int) -> Money:
        return Money.from_minor(units, currency)

    def line() -> PricedLine:
        unit = taxed(money(draw(st.integers(1, 10**8))), rate, includes_tax=includes_tax)
        whole = line_total(unit, draw(st.integers(1, 5000)))
        off = draw(st.integers(0, whole.gross.minor_units()))
        return PricedLine(
            line=None,  # type: ignore[arg-type]  # sums look at prices alone
            channel=None,  # type: ignore[arg-type]  # the same
            variant=None,  # type: ignore[arg-type]  # the same
            price=None,
            unit=unit,
            undiscounted=whole,
            discount=money(off),
            problem=None,
        )

    def group() -> PricedGroup:
        freight = draw(st.integers(0, 10**7))
        return PricedGroup(
            seller=None,  # type: ignore[arg-type]  # sums don't look at it
            lines=tuple(line() for _ in range(draw(st.integers(1, 6)))),
            methods=(),
            method=type("Chosen", (), {"price": money(freight)}),  # type: ignore[arg-type]  # only its price is read
            shipping_discount=money(draw(st.integers(0, freight))),
        )

    checkout = Checkout(channel=Channel(currency_code=currency))
    return PricedCheckout(checkout, tuple(group() for _ in range(draw(st.integers(1, 4)))))


@given(baskets())
def test_the_parts_add_up_to_the_whole(priced: PricedCheckout) -> None:
    parts = [group.total for group in priced.groups]
    assert sum(part.gross.minor_units() for part in parts) == priced.total.gross.minor_units()
    assert sum(part.net.minor_units() for part in parts) == priced.total.net.minor_units()
    assert sum(part.tax.minor_units() for part in parts) == priced.total.tax.minor_units()
    assert priced.total == priced.subtotal + priced.shipping
    assert priced.total.net + priced.total.tax == priced.total.gross
    for line in (line for group in priced.groups for line in group.lines):
        assert line.total.gross + line.discount == line.undiscounted.gross
        assert 0 <= line.total.net.amount <= line.total.gross.amount


@given(st.integers(1, 10**9), st.integers(1, 10**6), st.sampled_from([Decimal(0), Decimal("0.08")]))
def test_a_line_is_its_unit_price_times_its_quantity(units: int, quantity: int, rate: Decimal) -> None:
    unit = taxed(Money.from_minor(units, "EUR"), rate, includes_tax=True)
    total = line_total(unit, quantity)
    assert total.gross.minor_units() == units * quantity
    assert total.tax.minor_units() == unit.tax.minor_units() * quantity


def test_nothing_costs_nothing() -> None:
    assert sum_taxed([], "JPY") == TaxedMoney.zero("JPY")


@pytest.mark.django_db
def test_a_stored_order_adds_up_to_the_last_cent() -> None:
    wanted = [(make_chair(price=price), quantity) for price, quantity in (("0.07", 13), ("33.33", 3), ("1.01", 99))]
    order = complete(make_ready_checkout(*wanted).pk)
    lines = OrderLine.objects.filter(seller_order__order=order)
    parts = list(order.seller_orders.all())
    assert sum(line.total_amount for line in lines) == order.subtotal_amount == Decimal("200.89")
    assert sum(part.total_amount for part in parts) == order.total_amount == order.payments.get().amount
    assert sum(part.shipping_amount for part in parts) == order.shipping_amount
    assert str(order.total.gross).endswith(" EUR")
    assert -order.total.gross.amount.as_tuple().exponent == 2  # type: ignore[operator]  # a finite amount


@pytest.mark.django_db
def test_the_tax_in_domestic_prices_is_kept_apart() -> None:
    vn = make_channel("vn")
    chairs = [(make_chair(vn, price=price), quantity) for price, quantity in (("1080000", 3), ("99999", 7))]
    order = complete(make_ready_checkout(*chairs, channel=vn, address=DI_AN).pk)
    parts, lines = list(order.seller_orders.all()), OrderLine.objects.filter(seller_order__order=order)

    assert order.currency == "VND"
    assert order.total.tax.amount == sum(part.tax_amount for part in parts) > 0
    assert order.total.tax.amount == sum(line.total_price.tax.amount for line in lines)
    assert order.total.net + order.total.tax == order.total.gross
    assert order.shipping_price.tax.amount == 0
    content = Document.objects.get(owner_reference=str(order.pk)).content
    assert Decimal(content["tax_included"]["amount"]) == order.tax_amount
