from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import transaction
from django.utils import timezone

from catalog.models import Product, Reservation
from catalog.pricing.check_quantity import BelowMinimum, NotAMultiple
from catalog.pricing.set_price import set_price
from catalog.stock.errors import InsufficientStock
from marketplace.accounts.addresses.data import AddressData
from marketplace.accounts.addresses.problems import InvalidAddress
from orders.checkout.addresses import CountryNotServed, set_billing_address, set_shipping_address
from orders.checkout.checkout import Checkout
from orders.checkout.choose_delivery import NoSuchDelivery, choose_delivery
from orders.checkout.details import attach_customer
from orders.checkout.expire import expire_checkouts
from orders.checkout.hold import touch
from orders.checkout.lines import LineRefused, NoSuchLine, NotSold, Wanted, add_lines, delete_line, update_lines
from orders.checkout.problems import ProblemCode
from orders.checkout.totals import price_checkout
from orders.locks import CheckoutNotFound
from tests.factories.accounts import make_user
from tests.factories.catalog import make_product, make_variant
from tests.factories.orders import UTRECHT, make_chair, make_checkout, make_ready_checkout

pytestmark = pytest.mark.django_db


def codes(checkout: Checkout) -> list[str]:
    return [problem.code for problem in price_checkout(checkout, now=timezone.now()).problems]


def test_adding_reserves_for_half_an_hour_and_adds_up() -> None:
    chair = make_chair(stock=10)
    checkout = make_checkout((chair, 2))

    add_lines(checkout_id=checkout.pk, wanted=[Wanted(chair.pk, 1), Wanted(chair.pk, 2)], now=timezone.now())

    assert checkout.lines.get().quantity == 5
    reservation = Reservation.objects.get(holder=checkout.pk)
    assert reservation.quantity == 5
    assert timedelta(minutes=29) < reservation.expires_at - timezone.now() <= timedelta(minutes=30)


@pytest.mark.parametrize(
    ("quantity", "refusal"), [(2, BelowMinimum), (7, NotAMultiple), (60, InsufficientStock), (10**9, Exception)]
)
def test_a_quantity_that_cannot_be_ordered_is_refused(quantity: int, refusal: type[Exception]) -> None:
    chair = make_chair(moq=6, order_multiple=6, stock=30)
    checkout = make_checkout()

    with pytest.raises(LineRefused) as found:
        add_lines(checkout_id=checkout.pk, wanted=[Wanted(chair.pk, quantity)], now=timezone.now())

    assert isinstance(found.value.cause, refusal)
    assert checkout.lines.count() == 1


def test_one_bad_line_refuses_them_all() -> None:
    good, hidden = make_chair(), make_variant(make_product())
    checkout = make_checkout()

    with pytest.raises(LineRefused) as found:
        add_lines(checkout_id=checkout.pk, wanted=[Wanted(good.pk, 1), Wanted(hidden.pk, 1)], now=timezone.now())

    assert found.value.index == 1
    assert isinstance(found.value.cause, NotSold)
    assert Reservation.objects.filter(holder=checkout.pk).count() == checkout.lines.count() == 1


def test_zero_takes_a_line_out_and_frees_its_stock_and_its_delivery() -> None:
    first, second = make_chair(), make_chair()
    checkout = make_ready_checkout((first, 1), (second, 1))

    update_lines(checkout_id=checkout.pk, wanted=[Wanted(first.pk, 0), Wanted(second.pk, 3)], now=timezone.now())

    assert list(checkout.lines.values_list("variant_id", "quantity")) == [(second.pk, 3)]
    assert list(Reservation.objects.values_list("variant_id", "quantity")) == [(second.pk, 3)]
    assert checkout.deliveries.get().seller_id == second.seller_id


def test_of_a_variant_named_twice_the_last_quantity_counts() -> None:
    variant = make_chair()
    checkout = make_checkout((variant, 1))

    wanted = [Wanted(variant.pk, 0), Wanted(variant.pk, 5), Wanted(variant.pk, 3)]
    update_lines(checkout_id=checkout.pk, wanted=wanted, now=timezone.now())

    assert list(checkout.lines.values_list("variant_id", "quantity")) == [(variant.pk, 3)]
    assert list(Reservation.objects.values_list("variant_id", "quantity")) == [(variant.pk, 3)]


def test_a_line_of_another_basket_cannot_be_deleted() -> None:
    mine, theirs = make_checkout(), make_checkout()
    with pytest.raises(NoSuchLine):
        delete_line(checkout_id=mine.pk, line_id=theirs.lines.get().pk, now=timezone.now())
    assert theirs.lines.count() == 1
    delete_line(checkout_id=mine.pk, line_id=mine.lines.get().pk, now=timezone.now())
    assert codes(mine) == [ProblemCode.EMPTY]


def test_the_basket_outlives_its_reservation_and_is_checked_again() -> None:
    chair = make_chair(stock=3)
    checkout = make_ready_checkout((chair, 3))
    Reservation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert codes(checkout) == []

    make_checkout((chair, 2))
    assert codes(checkout) == [ProblemCode.INSUFFICIENT_STOCK]
    touch(checkout, now=timezone.now())
    assert codes(checkout) == [ProblemCode.INSUFFICIENT_STOCK]


def test_activity_holds_the_stock_for_another_half_hour() -> None:
    checkout = make_checkout()
    later = timezone.now() + timedelta(minutes=20)
    touch(checkout, now=later)
    assert Reservation.objects.get().expires_at == later + timedelta(minutes=30) == checkout.expires_at


def test_a_changed_price_is_told_until_the_line_is_touched() -> None:
    chair = make_chair(price="120.00")
    checkout = make_ready_checkout((chair, 1))
    set_price(variant=chair, channel=checkout.channel, price=Decimal("130.00"))

    problem = price_checkout(checkout, now=timezone.now()).problems[0]
    assert (problem.code, problem.blocks) == (ProblemCode.PRICE_CHANGED, False)
    assert (problem.params["before"], problem.params["after"]) == (Decimal("120.00"), Decimal("130.00"))

    update_lines(checkout_id=checkout.pk, wanted=[Wanted(chair.pk, 2)], now=timezone.now())
    assert codes(checkout) == [ProblemCode.DELIVERY_PRICE_CHANGED]


def test_what_is_no_longer_sold_counts_nothing_and_blocks() -> None:
    chair = make_chair()
    checkout = make_ready_checkout((chair, 1))
    Product.objects.filter(pk=chair.product_id).update(approval="REJECTED")

    priced = price_checkout(checkout, now=timezone.now())

    assert priced.total.gross.amount == 0
    assert [problem.code for problem in priced.problems] == [ProblemCode.NOT_AVAILABLE]


def test_quantity_prices_reach_the_basket() -> None:
    chair = make_chair(price="120.00", tiers=[(10, Decimal("100.00"))])
    priced = price_checkout(make_checkout((chair, 10)), now=timezone.now())
    assert priced.subtotal.gross.amount == Decimal("1000.00")


def test_an_address_must_be_right_and_in_the_market() -> None:
    checkout, now = make_checkout(), timezone.now()
    with pytest.raises(InvalidAddress):
        set_shipping_address(checkout_id=checkout.pk, address=AddressData(country="NL", city="Utrecht"), now=now)
    nobody = replace(UTRECHT, first_name="", last_name="", company_name="")
    with pytest.raises(InvalidAddress, match="first_name REQUIRED"):
        set_shipping_address(checkout_id=checkout.pk, address=nobody, now=now)
    company = replace(nobody, company_name="Winkel Voorbeeld")
    set_shipping_address(checkout_id=checkout.pk, address=company, now=now)
    tokyo = AddressData(
        first_name="Hanako", last_name="Rei", street_address_1="Mihoncho 1-2-3", city="Chiyoda-ku",
        country_area="Tokyo", postal_code="100-0001", country="JP",
    )  # fmt: skip
    with pytest.raises(CountryNotServed):
        set_shipping_address(checkout_id=checkout.pk, address=tokyo, now=now)
    set_billing_address(checkout_id=checkout.pk, address=tokyo, now=now)
    checkout.refresh_from_db()
    assert checkout.billing_address["country"] == "JP"
    assert checkout.shipping_address["country"] == "NL"
    assert set_billing_address(checkout_id=checkout.pk, address=None, now=now).billing_address is None


def test_only_an_offered_delivery_can_be_chosen() -> None:
    checkout = make_checkout()
    seller_id = checkout.lines.get().variant.seller_id
    for seller, method in ((seller_id, "rocket:moon"), (seller_id + 999, "rate_table:courier_express")):
        with pytest.raises(NoSuchDelivery), transaction.atomic():
            choose_delivery(checkout_id=checkout.pk, seller_id=seller, method_id=method, now=timezone.now())
    assert not checkout.deliveries.exists()


def test_the_account_of_the_buyer_can_take_the_basket() -> None:
    checkout, user = make_checkout(email=""), make_user()
    checkout = attach_customer(checkout_id=checkout.pk, user=user, now=timezone.now())
    assert (checkout.user, checkout.email) == (user, user.email)


def test_old_baskets_are_forgotten_with_their_data() -> None:
    old, young = make_checkout(), make_checkout()
    Checkout.objects.filter(pk=old.pk).update(touched_at=timezone.now() - timedelta(days=31))
    assert expire_checkouts(timezone.now()) == 1
    assert list(Checkout.objects.all()) == [young]
    assert set(Reservation.objects.values_list("holder", flat=True)) == {young.pk}


def test_an_unknown_basket_is_said_to_be_one() -> None:
    with pytest.raises(CheckoutNotFound):
        set_shipping_address(checkout_id=uuid4(), address=UTRECHT, now=timezone.now())
