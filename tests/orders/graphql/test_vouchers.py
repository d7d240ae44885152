"""Vouchers and what belongs on the papers, through the API."""

from decimal import Decimal
from typing import Any

import pytest

from catalog.pricing.set_price import set_price
from marketplace.graphql import to_global_id
from marketplace.sellers.member import MemberRole
from orders.checkout.tax_id import tax_ids_of
from orders.models import Checkout, Voucher, VoucherCode, VoucherListing
from tests.factories.accounts import make_operator, make_user
from tests.factories.channels import make_channel
from tests.factories.orders import make_chair, make_ready_checkout
from tests.factories.sellers import make_member, make_seller
from tests.factories.vouchers import make_voucher
from tests.orders.graphql import aftermath_documents as documents
from tests.orders.graphql.conftest import Call
from tests.orders.graphql.test_aftermath import outcome

pytestmark = pytest.mark.django_db
CALLERS = ("anonymous", "buyer", "other seller", "packer", "manager", "staff")


def everything() -> Any:
    return (
        sorted(Voucher.objects.values_list("pk", "name", "is_active")),
        sorted(VoucherCode.objects.values_list("code", "is_active")),
        sorted(VoucherListing.objects.values_list("channel", "value")),
    )


def caller(name: str, seller: Any) -> Any:
    match name:
        case "buyer":
            return make_user()
        case "other seller":
            return make_member(make_seller(), MemberRole.OWNER)
        case "packer" | "manager":
            return make_member(seller, MemberRole(name.upper()))
        case "staff":
            return make_operator()
    return None


@pytest.mark.parametrize("is_sellers", [True, False])
@pytest.mark.parametrize("name", CALLERS)
def test_who_makes_a_voucher(name: str, is_sellers: bool) -> None:
    seller = make_seller()
    wanted = {"seller": to_global_id("Seller", seller.pk)} if is_sellers else {}
    before = everything()
    answer = outcome(documents.VOUCHER_CREATE, {"input": {**wanted, "addCodes": ["tet-27"]}}, caller(name, seller))
    if name == ("manager" if is_sellers else "staff"):
        assert answer == "DONE"
        assert VoucherCode.objects.get().code == "TET-27"
        assert Voucher.objects.get().seller == (seller if is_sellers else None)
    else:
        assert answer in {"NOT_FOUND", "UNAUTHENTICATED", "PERMISSION_DENIED"}
        assert everything() == before


@pytest.mark.parametrize("is_sellers", [True, False])
@pytest.mark.parametrize("name", CALLERS)
def test_who_changes_and_deletes_a_voucher(name: str, is_sellers: bool) -> None:
    seller = make_seller()
    voucher = make_voucher(seller=seller if is_sellers else None)
    identity = {"id": to_global_id("Voucher", voucher.pk)}
    channel = to_global_id("Channel", make_channel("us").pk)
    listing = {"addChannels": [{"channelId": channel, "discountValue": "5"}]}
    actor, before = caller(name, seller), everything()
    answers = {
        outcome(documents.VOUCHER_UPDATE, {**identity, "input": {"name": "Tết"}}, actor),
        outcome(documents.VOUCHER_LIST, {**identity, "input": listing}, actor),
        outcome(documents.VOUCHER_DELETE, identity, actor),
    }
    if name == ("manager" if is_sellers else "staff"):
        assert answers == {"DONE"}
        assert not Voucher.objects.exists()
    else:
        assert answers <= {"NOT_FOUND", "UNAUTHENTICATED"}
        assert everything() == before


LIST = "query($seller: ID) { vouchers(seller: $seller, first: 5) { edges { node { name used code } } } }"


def test_a_seller_lists_its_own_and_staff_the_marketplaces(call: Call) -> None:
    seller = make_seller()
    make_voucher("OWN", seller=seller, name="Own")
    make_voucher("MARKET", name="Market")
    own = to_global_id("Seller", seller.pk)
    found = call(LIST, {"seller": own}, actor=caller("manager", seller))
    assert [edge["node"] for edge in found["vouchers"]["edges"]] == [{"name": "Own", "used": 0, "code": "OWN"}]
    found = call(LIST, actor=make_operator())
    assert [edge["node"]["code"] for edge in found["vouchers"]["edges"]] == ["MARKET"]
    for actor, variables in ((caller("packer", seller), {"seller": own}), (caller("manager", seller), {})):
        assert outcome(LIST, variables, actor) == "PERMISSION_DENIED"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"addCodes": ["x"]}, "INVALID"),
        ({"addCodes": ["a-b-c", "A-B-C"]}, "UNIQUE"),
        ({"usageLimit": 0}, "INVALID"),
        ({"countries": ["XX"]}, "INVALID"),
        ({"name": "x" * 200}, "INVALID"),
        ({"products": [to_global_id("Product", 999999)]}, "NOT_FOUND"),
        ({"startDate": "2026-02-01T00:00:00Z", "endDate": "2026-01-01T00:00:00Z"}, "INVALID"),
    ],
)
def test_what_is_no_voucher_is_said(fields: dict[str, Any], code: str) -> None:
    assert outcome(documents.VOUCHER_CREATE, {"input": fields}, make_operator()) == code
    assert not Voucher.objects.exists()


def test_a_seller_lowers_no_goods_of_others() -> None:
    seller, other = make_seller(), make_chair()
    wanted = {
        "seller": to_global_id("Seller", seller.pk),
        "type": "SPECIFIC_PRODUCT",
        "products": [to_global_id("Product", other.product_id)],
    }
    assert outcome(documents.VOUCHER_CREATE, {"input": wanted}, caller("manager", seller)) == "NOT_FOUND"


def test_a_code_lowers_the_basket_until_it_is_taken_off(call: Call) -> None:
    make_voucher("TET", value="50")
    checkout = make_ready_checkout((make_chair(price="100.00"), 1))
    identity = {"id": to_global_id("Checkout", checkout.pk)}

    added = call(documents.PROMO_ADD, {**identity, "code": " tet "})["checkoutAddPromoCode"]
    line = added["checkout"]["lines"][0]
    assert (line["discount"]["amount"], line["undiscountedTotalPrice"]["amount"]) == (Decimal(50), Decimal(100))
    removed = call(documents.PROMO_REMOVE, identity)["checkoutRemovePromoCode"]["checkout"]
    assert removed["totalPrice"]["gross"]["amount"] == added["checkout"]["totalPrice"]["gross"]["amount"] + 50
    assert outcome(documents.PROMO_ADD, {**identity, "code": "NOBODY"}, None) == "VOUCHER_NOT_APPLICABLE"


def test_nobody_puts_a_code_on_somebody_elses_basket() -> None:
    make_voucher("TET")
    checkout = make_ready_checkout(user=make_user())
    variables = {"id": to_global_id("Checkout", checkout.pk), "code": "TET"}
    assert outcome(documents.PROMO_ADD, variables, make_user()) == "NOT_FOUND"
    assert Checkout.objects.get().voucher_code == ""


def test_tax_numbers_are_checked_by_their_form(call: Call) -> None:
    identity = {"id": to_global_id("Checkout", make_ready_checkout().pk)}
    kept = call(documents.TAX_IDS, {**identity, "ids": [{"kind": "EU_VAT", "number": "nl 4495445b01"}]})
    checkout = kept["checkoutTaxIdsUpdate"]["checkout"]
    assert checkout["taxIds"] == [{"kind": "EU_VAT", "kindDisplay": "VAT number", "number": "NL004495445B01"}]
    assert [each["kind"] for each in checkout["taxIdChoices"]] == ["EU_VAT", "EORI"]
    wrong = {**identity, "ids": [{"kind": "EORI", "number": "NL123"}, {"kind": "KR_BRN", "number": "123"}]}
    assert outcome(documents.TAX_IDS, wrong, None) == "INVALID"
    stored = Checkout.objects.get().tax_ids
    assert [each.as_dict() for each in tax_ids_of(stored)] == [{"kind": "EU_VAT", "number": "NL004495445B01"}]
    assert "004495445" not in str(stored)


def test_a_gift_carries_its_message(call: Call) -> None:
    identity = {"id": to_global_id("Checkout", make_ready_checkout().pk)}
    assert call(documents.GIFT, {**identity, "gift": True})["checkoutGiftUpdate"]["checkout"] == {
        "isGift": True,
        "giftMessage": "Chúc mừng",
    }
    assert call(documents.GIFT, {**identity, "gift": False})["checkoutGiftUpdate"]["checkout"]["giftMessage"] == ""


def test_changes_are_accepted_at_the_total_that_was_shown(call: Call) -> None:
    chair = make_chair(price="100.00")
    checkout = make_ready_checkout((chair, 1))
    set_price(variant=chair, channel=checkout.channel, price=Decimal("110.00"))
    identity = {"id": to_global_id("Checkout", checkout.pk)}
    problems = "query($id: ID!) { checkout(id: $id) { problems { code } totalPrice { gross { amount } } } }"
    shown = call(problems, identity)["checkout"]
    assert [problem["code"] for problem in shown["problems"]] == ["PRICE_CHANGED"]

    assert outcome(documents.ACCEPT, {**identity, "total": "1.00"}, None) == "PRICE_CHANGED"
    done = call(documents.ACCEPT, {**identity, "total": str(shown["totalPrice"]["gross"]["amount"])})
    assert done["checkoutChangesAccept"]["checkout"]["problems"] == []
