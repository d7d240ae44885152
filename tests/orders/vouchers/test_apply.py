from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from catalog.refusal import Refused
from orders.checkout.promo_code import add_promo_code, remove_promo_code
from orders.checkout.totals import price_checkout
from orders.lifecycle.cancel import cancel_order
from orders.models import Checkout, Voucher, VoucherUse
from orders.vouchers.borne_by import BorneBy
from orders.vouchers.refusal import VoucherNotApplicable, VoucherProblem
from orders.vouchers.voucher import ValueType, VoucherType
from orders.vouchers.write import add_codes, delete_voucher, update_voucher
from tests.catalog.stock.conftest import Parallel
from tests.factories.orders import BUYER, complete, make_chair, make_order, make_paid_order, make_ready_checkout
from tests.factories.vouchers import make_voucher

pytestmark = pytest.mark.django_db


def with_code(checkout: Checkout, code: str = "SPRING") -> Checkout:
    return add_promo_code(checkout_id=checkout.pk, code=code, now=timezone.now())


def refused(checkout: Checkout, code: str = "SPRING") -> VoucherProblem:
    with pytest.raises(VoucherNotApplicable) as refusal:
        with_code(checkout, code)
    assert Checkout.objects.get(pk=checkout.pk).voucher_code == ""
    assert refusal.value.message % {"code": code, **refusal.value.params}
    return refusal.value.problem


def test_a_voucher_of_the_marketplace_lowers_all_lines_and_the_order_says_who_bears_it() -> None:
    make_voucher(value="10")
    checkout = with_code(make_ready_checkout((make_chair(price="99.99"), 1), (make_chair(price="0.05"), 1)), " spring ")

    priced = price_checkout(checkout, now=timezone.now())
    order = complete(checkout.pk)

    assert priced.discount.amount == Decimal("10.00")
    assert order.discount_amount == Decimal("10.00") and order.voucher_code == "SPRING"
    lines = [line for part in order.seller_orders.order_by("position") for line in part.lines.all()]
    assert sum(line.discount_amount for line in lines) == Decimal("10.00")
    assert {line.discount_borne_by for line in lines if line.discount_amount} == {BorneBy.MARKETPLACE}
    assert [line.undiscounted_total.amount for line in lines] == [Decimal("99.99"), Decimal("0.05")]
    parts = order.seller_orders.all()
    assert sum(part.total_amount for part in parts) == order.total_amount == priced.total.gross.amount
    assert order.instalments.get().amount == order.total_amount


def test_a_sellers_voucher_lowers_its_goods_alone() -> None:
    mine, other = make_chair(price="100.00"), make_chair(price="100.00")
    make_voucher(value="30.00", value_type=ValueType.FIXED, seller=mine.seller)
    order = complete(with_code(make_ready_checkout((mine, 1), (other, 1))).pk)

    discounts = {part.seller_id: part.lines.get() for part in order.seller_orders.all()}
    assert discounts[mine.seller_id].discount_amount == 30
    assert discounts[mine.seller_id].discount_borne_by == BorneBy.SELLER
    assert discounts[other.seller_id].discount_amount == 0


def test_free_delivery_leaves_the_goods_alone() -> None:
    make_voucher(value="100", type=VoucherType.SHIPPING)
    checkout = make_ready_checkout()
    before = price_checkout(checkout, now=timezone.now())
    order = complete(with_code(checkout).pk)

    part = order.seller_orders.get()
    assert part.shipping_amount == 0
    assert part.shipping_discount_amount == before.shipping.gross.amount > 0
    assert part.shipping_discount_borne_by == BorneBy.MARKETPLACE
    assert order.total_amount == before.subtotal.gross.amount


def test_named_products_alone_are_lowered() -> None:
    named, other = make_chair(price="50.00"), make_chair(price="50.00")
    make_voucher(value="50", type=VoucherType.SPECIFIC_PRODUCT, products=[named.product])
    order = complete(with_code(make_ready_checkout((named, 1), (other, 1))).pk)
    by_variant = {line.variant_id: line for part in order.seller_orders.all() for line in part.lines.all()}
    assert (by_variant[named.pk].discount_amount, by_variant[other.pk].discount_amount) == (25, 0)


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"starts_at": timezone.now() + timedelta(days=1)}, VoucherProblem.NOT_YET),
        ({"ends_at": timezone.now() + timedelta(days=9)}, VoucherProblem.OVER),
        ({"minimum_spent": "120.01"}, VoucherProblem.TOO_LITTLE_SPENT),
        ({"minimum_quantity": 2}, VoucherProblem.TOO_FEW_PIECES),
        ({"countries": ["JP"]}, VoucherProblem.WRONG_COUNTRY),
        ({"type": VoucherType.SPECIFIC_PRODUCT}, VoucherProblem.NOTHING_TO_LOWER),
        ({"is_active": False}, VoucherProblem.UNKNOWN),
    ],
)
def test_what_a_voucher_asks_for_is_said(fields: dict[str, Any], problem: VoucherProblem) -> None:
    make_voucher(**fields)
    if problem == VoucherProblem.OVER:
        Voucher.objects.update(starts_at=timezone.now() - timedelta(days=2), ends_at=timezone.now())
    assert refused(make_ready_checkout((make_chair(price="120.00"), 1))) == problem


def test_a_code_nobody_made_is_unknown() -> None:
    assert refused(make_ready_checkout(), "NOBODY") == VoucherProblem.UNKNOWN


def test_a_voucher_that_ends_meanwhile_is_said_and_never_taken_off_in_silence() -> None:
    voucher = make_voucher()
    checkout = with_code(make_ready_checkout())
    update_voucher(voucher=voucher, is_active=False)

    priced = price_checkout(checkout, now=timezone.now())
    assert [problem.code.value for problem in priced.problems] == ["VOUCHER_NOT_APPLICABLE"]
    assert priced.discount.amount == 0
    remove_promo_code(checkout_id=checkout.pk, code="spring", now=timezone.now())
    assert not price_checkout(Checkout.objects.get(pk=checkout.pk), now=timezone.now()).problems


def test_a_customer_uses_it_as_often_as_they_may_whatever_the_spelling() -> None:
    make_voucher(limit_per_customer=1)
    complete(with_code(make_ready_checkout()).pk)
    assert refused(make_ready_checkout(email="Sanne@Example.org")) == VoucherProblem.USED_BY_CUSTOMER
    with_code(make_ready_checkout(email="other@example.org"))


def test_a_code_for_one_order_is_good_for_one() -> None:
    voucher = make_voucher("ONE-1", single_use=True)
    add_codes(voucher=voucher, codes=["ONE-2"])
    complete(with_code(make_ready_checkout(), "ONE-1").pk)
    assert refused(make_ready_checkout(), "ONE-1") == VoucherProblem.USED_UP
    with_code(make_ready_checkout(), "ONE-2")


def test_an_order_that_is_called_off_gives_the_use_back_once() -> None:
    make_voucher(usage_limit=1)
    order = complete(with_code(make_ready_checkout()).pk)
    assert refused(make_ready_checkout()) == VoucherProblem.USED_UP

    cancel_order(order_id=order.pk, by=BUYER, reason="")
    given_back = VoucherUse.objects.get().given_back_at
    cancel_order(order_id=order.pk, by=BUYER, reason="")

    assert given_back == VoucherUse.objects.get().given_back_at is not None
    with_code(make_ready_checkout())


def test_goods_for_nothing_still_have_to_be_delivered() -> None:
    make_voucher(value="100")
    order = complete(with_code(make_ready_checkout()).pk)
    assert order.subtotal_amount == 0
    assert order.total_amount == order.shipping_amount > 0


def test_a_voucher_with_a_history_is_ended_and_not_deleted() -> None:
    used, unused = make_voucher("USED"), make_voucher("UNUSED")
    complete(with_code(make_ready_checkout(), "USED").pk)
    assert delete_voucher(voucher=unused) is True
    assert delete_voucher(voucher=used) is False
    assert not Voucher.objects.get().is_active
    assert refused(make_ready_checkout(), "USED") == VoucherProblem.UNKNOWN


@pytest.mark.parametrize("code", ["", "ab", "é12", "A" * 41, "A B;C"])
def test_a_code_is_something_one_can_type(code: str) -> None:
    voucher = make_voucher()
    with pytest.raises(Refused):
        add_codes(voucher=voucher, codes=[code])


def test_codes_are_nobody_elses() -> None:
    voucher = make_voucher("TAKEN")
    with pytest.raises(Refused):
        add_codes(voucher=voucher, codes=["new-one", " taken"])
    assert voucher.codes.count() == 1


@pytest.mark.parametrize("value", ["0", "100.01", "-1"])
def test_a_percentage_is_one(value: str) -> None:
    with pytest.raises(Refused):
        make_voucher(value=value)


def test_the_last_use_goes_to_one_of_many_buyers(in_parallel: Parallel) -> None:
    def prepare(_: int) -> list[Any]:
        make_voucher(usage_limit=1)
        chair = make_chair(stock=100)
        return [with_code(make_ready_checkout((chair, 1), email=f"b{n}@example.org")).pk for n in range(6)]

    (baskets,) = in_parallel(prepare, 1)
    results = in_parallel(lambda n: complete(baskets[n]).pk, 6)

    def counted(_: int) -> tuple[int, int]:
        return VoucherUse.objects.count(), Checkout.objects.count()

    assert in_parallel(counted, 1) == [(1, 5)], results


def test_orders_without_a_voucher_count_nothing() -> None:
    make_order()
    make_paid_order()
    assert not VoucherUse.objects.exists()
