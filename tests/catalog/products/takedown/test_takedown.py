from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from catalog.events import TakedownLifted, TakedownOrdered, TakedownUpheld
from catalog.models import ListingSnapshot, Product, Takedown
from catalog.pricing.set_price import set_price
from catalog.products.history.record import record_snapshots
from catalog.products.takedown.deadline import NoDeadline, deadlines, due_at
from catalog.products.takedown.dossier import dossier
from catalog.products.takedown.letters import announce_lifting, announce_takedown, announce_upholding
from catalog.products.takedown.steps import (
    TakedownOver,
    answer_takedown,
    lift_takedown,
    object_to_takedown,
    uphold_takedown,
)
from catalog.products.takedown.take_down import take_down
from catalog.products.takedown.takedown import TakedownStepKind
from catalog.refusal import Refused
from catalog.search.document import build_documents
from marketplace.events.models import OutboxMessage
from orders.checkout.lines import LineRefused, Wanted, add_lines
from orders.checkout.problems import ProblemCode
from orders.checkout.sellable import sellable_variants
from orders.checkout.totals import price_checkout
from tests.factories.accounts import make_operator
from tests.factories.catalog import make_sellable_variant
from tests.factories.channels import make_channel
from tests.factories.orders import make_chair, make_checkout
from tests.factories.sellers import make_member
from tests.factories.takedowns import make_request, make_takedown
from tests.posted import posted

pytestmark = pytest.mark.django_db


def _is_public(product: Product) -> bool:
    vn = make_channel("vn")
    shown = Product.objects.published_in(vn).filter(pk=product.pk).exists()
    anywhere = Product.objects.published_anywhere().filter(pk=product.pk).exists()
    indexed = bool(build_documents([product.pk]))
    variants = product.variants.values_list("pk", flat=True)
    sold = bool(sellable_variants(variants, channel=vn, now=timezone.now()))
    assert len({shown, anywhere, indexed, sold}) == 1, "page, search and basket agree"
    return shown


def test_it_is_hidden_everywhere_at_once_and_comes_back_when_lifted() -> None:
    product, other = make_sellable_variant().product, make_sellable_variant().product
    takedown = make_takedown(product)
    assert not _is_public(product)
    assert _is_public(other)

    lift_takedown(takedown=takedown, reason="Cơ quan rút yêu cầu.", by=None)
    assert _is_public(product)


def test_everything_of_a_seller_is_hidden() -> None:
    first = make_sellable_variant().product
    second = make_sellable_variant(product=None, sku="KHAC").product
    Product.objects.filter(pk=second.pk).update(seller=first.seller)
    other = make_sellable_variant().product
    takedown = make_takedown(first, whole_seller=True)
    assert [_is_public(each) for each in (first, second, other)] == [False, False, True]
    told = [
        product_id
        for row in OutboxMessage.objects.filter(name="ProductsChanged")
        for product_id in row.payload["product_ids"]
    ]
    assert set(told) == {first.pk, second.pk}
    lift_takedown(takedown=takedown, reason="Rút.", by=None)
    assert _is_public(second)


def test_a_second_takedown_keeps_it_hidden() -> None:
    product = make_sellable_variant().product
    first, _second = make_takedown(product), make_takedown(product)
    lift_takedown(takedown=first, reason="Rút.", by=None)
    assert not _is_public(product)


def test_baskets_refuse_it_and_say_so_of_what_is_in_them() -> None:
    variant = make_chair()
    checkout = make_checkout((variant, 1))
    make_takedown(variant.product)
    with pytest.raises(LineRefused):
        add_lines(checkout_id=checkout.pk, wanted=[Wanted(variant.pk, 1)], now=timezone.now())
    priced = price_checkout(checkout, now=timezone.now())
    assert ProblemCode.NOT_AVAILABLE in {problem.code for problem in priced.problems if problem.blocks}
    assert priced.subtotal.gross.amount == 0


def test_its_seller_may_still_change_it() -> None:
    variant = make_sellable_variant()
    make_takedown(variant.product)
    set_price(variant=variant, channel=make_channel("vn"), price=variant.channel_listings.get().price_amount + 1)
    assert not _is_public(variant.product)


def test_the_clock_runs_from_the_letter_and_stops_with_the_answer() -> None:
    received = timezone.now() - timedelta(hours=23)
    takedown = make_takedown(make_sellable_variant().product, received_at=received)
    assert takedown.due_at == received + timedelta(hours=24)
    assert not takedown.is_overdue(takedown.due_at)
    assert takedown.is_overdue(takedown.due_at + timedelta(seconds=1))
    assert list(Takedown.objects.unanswered()) == [takedown]
    answered = answer_takedown(takedown=takedown, note="Đã gửi.", by=None)
    assert not answered.is_overdue(takedown.due_at + timedelta(days=9))
    assert not Takedown.objects.unanswered().exists()
    assert Takedown.objects.in_force().exists()


def test_deadlines_are_dated_and_have_a_basis() -> None:
    assert due_at(datetime(2026, 7, 1, tzinfo=UTC)) == datetime(2026, 7, 2, tzinfo=UTC)
    assert all(rule.legal_basis for rule in deadlines())
    with pytest.raises(NoDeadline):
        due_at(datetime(2020, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize("field", ["authority", "reference", "reason", "legal_basis"])
@pytest.mark.parametrize("text", ["", "   ", "x" * 2001])
def test_a_letter_says_everything_and_nothing_too_long(field: str, text: str) -> None:
    product = make_sellable_variant().product
    with pytest.raises(Refused):
        take_down(seller=product.seller, product=product, request=make_request(**{field: text}), by=None)
    assert not Takedown.objects.exists()
    assert _is_public(product)


def test_the_same_letter_is_recorded_once_and_none_from_the_future() -> None:
    product = make_sellable_variant().product
    make_takedown(product, reference="A-1")
    with pytest.raises(Refused):
        make_takedown(product, reference="A-1")
    with pytest.raises(Refused):
        make_takedown(product, received_at=timezone.now() + timedelta(hours=1))
    assert Takedown.objects.count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Takedown.objects.create(
            seller=product.seller,
            product=product,
            authority="Sở Công Thương Ví Dụ",
            reference="A-1",
            received_at=timezone.now(),
            due_at=timezone.now() + timedelta(hours=1),
            recorded_at=timezone.now(),
        )


def test_every_step_is_kept_and_none_follows_the_last() -> None:
    operator = make_operator()
    takedown = make_takedown(make_sellable_variant().product)
    object_to_takedown(takedown=takedown, reason="Nhãn đúng.", by=None)
    uphold_takedown(takedown=takedown, reason="Chưa đủ.", by=operator)
    answer_takedown(takedown=takedown, note="", by=operator)
    with pytest.raises(TakedownOver):
        answer_takedown(takedown=takedown, note="", by=operator)
    lift_takedown(takedown=takedown, reason="Rút.", by=operator)
    for step in (lift_takedown, uphold_takedown, object_to_takedown):
        with pytest.raises(TakedownOver):
            step(takedown=takedown, reason="Lại.", by=operator)
    assert list(takedown.steps.values_list("kind", flat=True)) == [
        "RECORDED",
        "OBJECTED",
        "UPHELD",
        "ANSWERED",
        "LIFTED",
    ]


@pytest.mark.parametrize("verb", [object_to_takedown, uphold_takedown, lift_takedown])
def test_a_step_needs_a_reason(verb: object) -> None:
    takedown = make_takedown(make_sellable_variant().product)
    with pytest.raises(Refused):
        verb(takedown=takedown, reason="  ", by=None)  # type: ignore[operator]  # one of three verbs of one shape
    assert list(takedown.steps.values_list("kind", flat=True)) == [TakedownStepKind.RECORDED]


def test_the_owners_are_told_of_every_decision() -> None:
    product = make_sellable_variant().product
    owner = make_member(product.seller)
    takedown = make_takedown(product, reference="VD-9")
    announce_takedown(TakedownOrdered(takedown_id=takedown.pk))
    uphold_takedown(takedown=takedown, reason="Chưa đủ tài liệu.", by=None)
    announce_upholding(TakedownUpheld(takedown_id=takedown.pk))
    lift_takedown(takedown=takedown, reason="Đã rút yêu cầu.", by=None)
    announce_lifting(TakedownLifted(takedown_id=takedown.pk))
    assert [letter.to for letter in posted()] == [[owner.email]] * 3
    assert all(product.name in letter.body and "VD-9" in letter.body for letter in posted())
    assert "Chưa đủ tài liệu." in posted()[1].body
    assert "Đã rút yêu cầu." in posted()[2].body


def test_the_dossier_has_the_request_the_seller_and_what_was_shown() -> None:
    product = make_sellable_variant().product
    record_snapshots([product.pk], at=timezone.now())
    takedown = make_takedown(product)
    record_snapshots([product.pk], at=timezone.now())
    found = dossier(takedown)
    assert found["request"]["reference"] == takedown.reference
    assert found["seller"]["tax_code"] == product.seller.tax_code
    [one] = found["products"]
    assert (one["slug"], one["history_is_unbroken"]) == (product.slug, True)
    assert [entry["is_shown"] for entry in one["shown"]] == [True, False]
    assert one["shown"][0]["content"]["texts"][product.source_language]["name"] == product.name
    assert ListingSnapshot.objects.count() == 2
