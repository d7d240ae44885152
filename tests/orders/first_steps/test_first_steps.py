"""First steps are read from what there is: nothing for an empty shop, everything for one that was paid."""

from decimal import Decimal
from typing import Any

import pytest

from catalog.models import Product
from catalog.pricing.set_price import set_price
from catalog.products.translate import translate_product
from marketplace.graphql import to_global_id
from marketplace.sellers.models import Seller
from orders.first_steps.first_steps import first_steps
from orders.first_steps.hidden import FirstStepsHidden
from orders.first_steps.hide import hide_first_steps
from orders.first_steps.step import Step
from orders.lifecycle.seller_order import SellerOrder
from tests.cast import assemble
from tests.factories.catalog import make_media, make_product, make_stock, make_variant
from tests.factories.channels import make_channel
from tests.factories.money_out import make_payout
from tests.factories.orders import make_chair, make_order, make_packed_order, make_paid_order
from tests.factories.sellers import make_seller
from tests.orders.graphql.conftest import Call, call, execute

__all__ = ["call"]
pytestmark = pytest.mark.django_db
SHOP = {Step.APPLIED, Step.APPROVED}
OF_ORDERS = {Step.FIRST_ORDER, Step.PACKED, Step.SHIPPED, Step.PAID_OUT}


def done(seller: Seller) -> set[Step]:
    return set(first_steps(seller).done)


def test_a_new_seller_has_applied_and_nothing_else() -> None:
    seller = make_seller(status="APPLIED", approved_at=None, tagline="", story="")
    found = first_steps(seller)
    assert found.done == {Step.APPLIED}
    assert (found.product_id, found.is_complete) == (None, False)


def test_each_fact_ticks_its_step() -> None:
    seller = make_seller(tagline="", story="")
    product = make_product(seller=seller, name="Ghế", description="")
    ticked = [done(seller)]

    def then(step: Step) -> None:
        ticked.append(done(seller))
        assert ticked[-1] - ticked[-2] == {step}

    Product.objects.filter(pk=product.pk).update(description="<p>Thấp.</p>")
    then(Step.TEXTS)
    make_media(product)
    then(Step.PICTURES)
    variant = make_variant(product)
    type(variant).objects.update(gross_weight_g=None, length_mm=None)
    ticked.append(done(seller))
    set_price(variant=variant, channel=make_channel("eu"), price=Decimal(9))
    then(Step.PRICE)
    make_stock(variant)
    then(Step.STOCK)
    type(variant).objects.update(gross_weight_g=900, length_mm=1, width_mm=1, height_mm=1)
    then(Step.SHIPPING)
    translate_product(product=product, language="en", texts={"name": "Chair"})
    then(Step.TRANSLATIONS)
    Seller.objects.filter(pk=seller.pk).update(tagline="Gỗ", story="Ba đời thợ.")
    seller.refresh_from_db()
    then(Step.SHOP_PAGE)


def test_an_order_ticks_as_far_as_it_came() -> None:
    chair = make_chair()
    seller = chair.seller
    assert Step.PUBLISHED in done(seller)
    make_order((chair, 1))
    assert not OF_ORDERS & done(seller)
    make_paid_order((chair, 1))
    assert OF_ORDERS & done(seller) == {Step.FIRST_ORDER}
    make_packed_order((chair, 1))
    assert OF_ORDERS & done(seller) == {Step.FIRST_ORDER, Step.PACKED}
    SellerOrder.objects.update(status="DELIVERED")
    assert OF_ORDERS & done(seller) == OF_ORDERS - {Step.PAID_OUT}


def test_a_payout_that_the_bank_confirmed_is_the_last_step() -> None:
    payout = make_payout()
    assert Step.PAID_OUT not in done(payout.seller)
    type(payout).objects.update(status="CONFIRMED")
    assert {Step.PAID_OUT, Step.BANK_ACCOUNT} <= done(payout.seller)


def test_the_furthest_product_leads_and_statements_do_not_grow(django_assert_num_queries: Any) -> None:
    seller = make_seller()
    make_product(seller=seller)
    second = make_product(seller=seller)
    make_media(second)
    assert first_steps(seller).product_id == second.pk
    for _number in range(8):
        make_variant(make_product(seller=seller))
    with django_assert_num_queries(14):
        first_steps(seller)


QUERY = """query($s: ID!) { r: sellerFirstSteps(seller: $s) {
  steps { code isDone isOptional } isComplete isHidden product } }"""
HIDE = """mutation($s: ID!, $h: Boolean!) { r: sellerFirstStepsHide(seller: $s, hidden: $h) {
  firstSteps { isHidden } errors { field code } } }"""


def test_members_see_hide_and_show_them_and_nobody_else(call: Call) -> None:
    cast = assemble()
    house, given = cast.woodworks, {"s": to_global_id("Seller", cast.woodworks.seller.pk)}
    found = call(QUERY, given, actor=house.packer)["r"]
    assert [step["code"] for step in found["steps"]] == [step.value for step in Step]
    assert not found["isHidden"]
    for actor in (None, cast.buyer, cast.pottery.owner, cast.operator):
        assert execute(QUERY, given, actor=actor).errors
        refused = execute(HIDE, {**given, "h": True}, actor=actor)
        assert refused.errors or (refused.data or {})["r"]["errors"]
    assert not FirstStepsHidden.objects.exists()
    for actor, hidden in ((house.packer, True), (house.manager, True), (house.owner, False), (house.owner, False)):
        assert call(HIDE, {**given, "h": hidden}, actor=actor)["r"]["firstSteps"] == {"isHidden": hidden}
        assert FirstStepsHidden.objects.count() == hidden


def test_hiding_is_of_one_seller() -> None:
    first, second = make_seller(), make_seller()
    hide_first_steps(seller=first, hidden=True)
    assert (first_steps(first).is_hidden, first_steps(second).is_hidden) == (True, False)
