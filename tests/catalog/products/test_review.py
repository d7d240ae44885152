from typing import Any

import pytest

from catalog.models import Product, ProductApproval, ProductApprovalChange
from catalog.pricing.set_price import set_price
from catalog.products.pictures import add_media
from catalog.products.review import WrongApproval, approve_product, reject_product, submit_product
from catalog.products.translate import translate_product
from catalog.products.update import delete_product, update_product
from catalog.refusal import Refused
from marketplace.events.models import OutboxMessage
from marketplace.sellers.seller import SellerStatus
from tests.factories.accounts import make_operator
from tests.factories.catalog import make_image, make_product, make_sellable_variant, make_variant
from tests.factories.channels import make_channel

pytestmark = pytest.mark.django_db


def _approval(product: Product) -> str:
    return Product.objects.values_list("approval", flat=True).get(pk=product.pk)


def test_from_draft_to_approved_with_history_and_events() -> None:
    product = make_product(approval=ProductApproval.DRAFT)
    make_variant(product)
    operator = make_operator()

    submit_product(product=product, by=None)
    reject_product(product=product, by=operator, reason="Thiếu chất liệu")
    submit_product(product=product, by=None)
    approve_product(product=product, by=operator, note="Tốt")

    history = list(product.approval_changes.values_list("approval", "reason", "by"))
    assert history == [
        ("DRAFT", "", None),
        ("PENDING", "", None),
        ("REJECTED", "Thiếu chất liệu", operator.pk),
        ("PENDING", "", None),
        ("APPROVED", "Tốt", operator.pk),
    ]
    names = OutboxMessage.objects.exclude(name="ProductChanged").values_list("name", flat=True)
    assert [*names] == ["ProductSubmitted", "ProductRejected", "ProductSubmitted", "ProductApproved"]


@pytest.mark.parametrize(
    ("state", "verb", "more"),
    [
        (ProductApproval.PENDING, submit_product, {}),
        (ProductApproval.APPROVED, submit_product, {}),
        (ProductApproval.DRAFT, approve_product, {}),
        (ProductApproval.APPROVED, approve_product, {}),
        (ProductApproval.REJECTED, approve_product, {}),
        (ProductApproval.DRAFT, reject_product, {"reason": "x"}),
        (ProductApproval.REJECTED, reject_product, {"reason": "x"}),
    ],
)
def test_steps_out_of_order_change_nothing(state: ProductApproval, verb: Any, more: dict[str, str]) -> None:
    product = make_product(approval=state)
    make_variant(product)
    before = ProductApprovalChange.objects.count()
    with pytest.raises(WrongApproval):
        verb(product=product, by=None, **more)
    assert _approval(product) == state
    assert ProductApprovalChange.objects.count() == before


def test_a_rejection_needs_its_reason_and_a_submission_its_variant() -> None:
    product = make_product(approval=ProductApproval.DRAFT)
    with pytest.raises(Refused):
        submit_product(product=product, by=None)
    make_variant(product)
    submit_product(product=product, by=None)
    with pytest.raises(Refused):
        reject_product(product=product, by=None, reason=" ")
    assert _approval(product) == "PENDING"


def test_changed_texts_and_pictures_are_reviewed_again() -> None:
    renamed, pictured = make_product(), make_product()
    update_product(product=renamed, by=None, name="Ghế khác")
    add_media(product=pictured, image=make_image(), alt="")
    assert (_approval(renamed), _approval(pictured)) == ("PENDING", "PENDING")


def test_daily_business_is_not_reviewed_again() -> None:
    variant = make_sellable_variant()
    product = variant.product
    set_price(variant=variant, channel=make_channel("vn"), price=variant.channel_listings.get().price_amount - 1)
    translate_product(product=product, language="en", texts={"name": "Oak chair"})
    update_product(product=product, by=None, hs_code="9401.61")
    update_product(product=product, by=None, name=product.name)
    assert _approval(product) == "APPROVED"


def test_the_public_sees_only_published_approved_products_of_approved_sellers() -> None:
    channel = make_channel("vn")
    shown = make_sellable_variant(channel).product
    for approval in (ProductApproval.DRAFT, ProductApproval.PENDING, ProductApproval.REJECTED):
        make_sellable_variant(channel, product=make_product(approval=approval))
    suspended = make_sellable_variant(channel).product.seller
    suspended.status = SellerStatus.SUSPENDED
    suspended.save()
    delete_product(product=make_sellable_variant(channel).product)
    make_product()
    assert list(Product.objects.published_in(channel)) == [shown]
    assert not Product.objects.published_in(make_channel("eu")).exists()
