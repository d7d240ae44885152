"""Vouchers, returns and disputes over the pages, from the buyer to the seller to the operator, against the real API."""

from typing import Any

import pytest
from django.test import Client

from frontend.visit import signed_basket
from marketplace.accounts.models import User
from marketplace.graphql import to_global_id
from marketplace.sellers.member import MemberRole
from orders.checkout.tax_id import tax_ids_of
from orders.lifecycle.seller_order import SellerOrder
from orders.models import Checkout, Dispute, Order, Refund, ReturnRequest, Voucher
from tests.factories.accounts import make_operator, make_user
from tests.factories.aftermath import make_delivered_order, make_dispute, make_return
from tests.factories.channels import make_channel
from tests.factories.orders import complete, make_chair, make_paid_order, make_ready_checkout
from tests.factories.sellers import make_member
from tests.factories.vouchers import make_voucher
from tests.frontend.desk_visitors import carried_out, read, refused, sign_in

pytestmark = pytest.mark.django_db


def gid(row: Any) -> str:
    return to_global_id(type(row).__name__, row.pk)


def line(part: SellerOrder) -> str:
    return gid(part.lines.get())


@pytest.fixture
def buyer() -> User:
    make_channel("eu")
    return make_user()


@pytest.fixture
def delivered(buyer: User) -> SellerOrder:
    return make_delivered_order((make_chair(price="10.00"), 3), user=buyer).seller_orders.get()


def owner(part: SellerOrder) -> User:
    return make_member(part.seller, MemberRole.OWNER)


def test_a_buyer_calls_some_pieces_off(browser: Client, buyer: User) -> None:
    order = make_paid_order((make_chair(price="10.00"), 3), user=buyer)
    part = order.seller_orders.get()
    path = f"/en/eu/orders/{gid(order)}"
    sign_in(browser, buyer)
    assert "Call some pieces off" in read(browser, path)
    html = carried_out(browser, path, "cancel_pieces", part=gid(part), line=line(part), quantity="2", reason="Too many")
    assert "2 pieces called off" in html and "were called off: 2 ×" in html
    assert "can still be called off" in refused(
        browser, path, "cancel_pieces", part=gid(part), line=line(part), quantity="9", reason=""
    )
    assert Refund.objects.get().amount == 20


def test_a_buyer_changes_the_note_of_an_order(browser: Client, buyer: User) -> None:
    order = make_paid_order(user=buyer)
    path = f"/en/eu/orders/{gid(order)}"
    sign_in(browser, buyer)
    carried_out(browser, path, "rewrite", note="Ring twice", purchaseOrderNumber="PO-9")
    assert Order.objects.values_list("note", "purchase_order_number").get() == ("Ring twice", "PO-9")


def test_goods_go_back_from_the_request_to_the_refund(browser: Client, buyer: User, delivered: SellerOrder) -> None:
    sign_in(browser, buyer)
    order_path = f"/en/eu/orders/{gid(delivered.order)}"
    assert "Give goods back" in read(browser, order_path)
    ask = f"{order_path}/{gid(delivered)}/return"
    assert "how many pieces" in refused(browser, ask, "ask_for_return", reason="DAMAGED", explanation="x")
    fields = {
        f"quantity-{line(delivered)}": "2",
        "reason": "DAMAGED",
        "wish": "REFUND",
        "explanation": "Loose leg",
    }
    assert "Asked for" in carried_out(browser, ask, "ask_for_return", **fields)
    request = ReturnRequest.objects.get()

    desk = f"/en/seller/{delivered.seller.slug}/returns"
    seller = sign_in(Client(), owner(delivered))
    assert request.number in read(seller, desk)
    carried_out(seller, f"{desk}/{gid(request)}", "approve", note="Send them to the workshop")
    page = f"/en/eu/returns/{gid(request)}"
    assert "Send them to the workshop" in read(browser, page)
    carried_out(browser, page, "send", trackingNumber="RR1VN")
    came = {f"came-{line(delivered)}": "2", f"sound-{line(delivered)}": "1", "currency": "EUR"}
    wrong = {**came, "deduction": "99", "deductionReason": "Used"}
    assert "At most" in refused(seller, f"{desk}/{gid(request)}", "receive", **wrong)
    html = carried_out(seller, f"{desk}/{gid(request)}", "receive", **came)
    assert "Settled with a refund" in html
    assert Refund.objects.get().amount == 20
    assert "2 pieces given back" in read(browser, order_path)


def test_what_the_law_allows_is_refused_only_with_its_exception(browser: Client, delivered: SellerOrder) -> None:
    request = make_return(delivered, 1)
    ReturnRequest.objects.update(is_right=True)
    path = f"/en/seller/{delivered.seller.slug}/returns/{gid(request)}"
    sign_in(browser, owner(delivered))
    assert "exception of the law" in refused(browser, path, "reject", note="No")
    carried_out(browser, path, "reject", note="Cut to size", exception="MADE_TO_ORDER")
    assert ReturnRequest.objects.get().status == "REJECTED"


def test_a_dispute_is_answered_and_settled(browser: Client, buyer: User, delivered: SellerOrder) -> None:
    sign_in(browser, buyer)
    path = f"/en/eu/orders/{gid(delivered.order)}/{gid(delivered)}/dispute"
    wanted = {"reason": "DAMAGED", "amount": "12,50", "currency": "EUR", "text": "One is broken"}
    assert "At most" in read(browser, path)
    assert "The seller has to answer" in carried_out(browser, path, "open", **wanted)
    dispute = Dispute.objects.get()
    desk = f"/en/seller/{delivered.seller.slug}/disputes"
    seller = sign_in(Client(), owner(delivered))
    assert dispute.number in read(seller, desk)
    carried_out(seller, f"{desk}/{gid(dispute)}", "answer", text="Half of it", amount="6.25", currency="EUR")
    page = f"/en/eu/disputes/{gid(dispute)}"
    assert "The seller offers" in read(browser, page)
    assert "Settled by agreement" in carried_out(browser, page, "accept")
    assert str(Refund.objects.get().amount) == "6.2500"


def test_the_operator_decides(browser: Client, buyer: User, delivered: SellerOrder) -> None:
    dispute = make_dispute(delivered)
    carried_out(sign_in(Client(), buyer), f"/en/eu/disputes/{gid(dispute)}", "escalate", text="No answer")
    sign_in(browser, make_operator())
    assert dispute.number in read(browser, "/en/operator/disputes")
    path = f"/en/operator/disputes/{gid(dispute)}"
    assert "At most" in refused(browser, path, "decide", amount="9999", text="All", currency="EUR")
    html = carried_out(browser, path, "decide", amount="10", text="Half is fair", currency="EUR")
    assert "Decided by the marketplace" in html and "Half is fair" in html
    assert Refund.objects.get().amount == 10


def html_of_choice(name: str, value: str) -> str:
    return f'<input type="checkbox" name="{name}" value="{value}" checked>'


@pytest.mark.parametrize("is_operator", [True, False])
def test_a_voucher_is_made_changed_and_deleted(browser: Client, buyer: User, is_operator: bool) -> None:
    part = make_paid_order(user=buyer).seller_orders.get()
    sign_in(browser, make_operator() if is_operator else owner(part))
    desk = "/en/operator/vouchers" if is_operator else f"/en/seller/{part.seller.slug}/vouchers"
    fields = {"type": "ENTIRE_ORDER", "valueType": "PERCENTAGE", "isActive": "1", "name": "Spring", "code": "spring-27"}
    assert "at least one market" in refused(browser, f"{desk}/new", "save", **fields)
    html = carried_out(browser, f"{desk}/new", "save", **fields, **{"value-eu": "12,5", "least-eu": "100"})
    assert "SPRING-27" in html
    voucher = Voucher.objects.get()
    assert (voucher.seller_id is None) == is_operator
    path = f"{desk}/{gid(voucher)}"
    assert "SPRING-27" in read(browser, path)
    carried_out(browser, path, "save", **{**fields, "name": "Summer", "value-eu": "20", "startDate": "2026-01-01"})
    assert Voucher.objects.get().name == "Summer"
    narrow = {"countries": ["NL", "XX"], "singleUse": "1", "applyOncePerCustomer": "1"}
    product = None if is_operator else part.lines.get().variant.product
    carried_out(
        browser, path, "save", **fields, **{"value-eu": "20", "products": [gid(product)] if product else []}, **narrow
    )
    voucher.refresh_from_db()
    assert (voucher.countries, voucher.single_use, voucher.limit_per_customer) == (["NL"], True, 1)
    assert list(voucher.products.all()) == ([] if is_operator else [product])
    assert html_of_choice("countries", "NL") in read(browser, path)
    carried_out(browser, path, "save", **fields, **{"value-eu": "20"})
    voucher.refresh_from_db()
    assert (voucher.countries, voucher.single_use, voucher.products.count()) == ([], False, 0)
    assert "No vouchers" in carried_out(browser, path, "remove")


def test_a_code_is_typed_in_the_basket(browser: Client, buyer: User) -> None:
    make_voucher("TET-27", value="50")
    checkout = make_ready_checkout((make_chair(price="100.00"), 1))
    browser.cookies["basket_eu"] = signed_basket(gid(checkout))
    assert "no such voucher" in refused(browser, "/en/eu/basket", "add_code", promoCode="NOBODY")
    html = carried_out(browser, "/en/eu/basket", "add_code", promoCode="tet-27")
    assert "Voucher TET-27" in html and "€50.00" in html
    carried_out(browser, "/en/eu/basket", "remove_code")
    assert Checkout.objects.get().voucher_code == ""


def test_a_reader_whose_answer_was_lost_is_shown_the_order(browser: Client, buyer: User) -> None:
    checkout = make_ready_checkout()
    basket = gid(checkout)
    order = complete(checkout.pk)
    browser.cookies["basket_eu"] = signed_basket(basket)
    answer: Any = browser.get("/en/eu/checkout")
    assert answer.status_code == 302 and f"/orders/{gid(order)}?token=" in answer.headers["Location"]
    assert order.number in read(browser, answer.headers["Location"])
    assert Order.objects.count() == 1


def test_papers_take_a_billing_address_numbers_and_a_message(browser: Client, buyer: User) -> None:
    browser.cookies["basket_eu"] = signed_basket(gid(make_ready_checkout()))
    path = "/en/eu/checkout/papers"
    assert "Billing address" in read(browser, path)
    address = {
        "country": "DE",
        "companyName": "Beispiel GmbH",
        "streetAddress1": "Musterweg 1",
        "city": "Berlin",
        "postalCode": "10115",
    }
    carried_out(browser, path, "invoice_to", **address)
    assert "not a number" in refused(browser, path, "numbers", **{"tax-EU_VAT": "DE1"})
    carried_out(browser, path, "numbers", **{"tax-EU_VAT": "DE136695976", "tax-EORI": ""})
    carried_out(browser, path, "gift", isGift="1", message="Chúc mừng năm mới")
    checkout = Checkout.objects.get()
    assert checkout.billing_address is not None and checkout.billing_address["company_name"] == "Beispiel GmbH"
    assert [each.as_dict() for each in tax_ids_of(checkout.tax_ids)] == [{"kind": "EU_VAT", "number": "DE136695976"}]
    assert checkout.gift_message == "Chúc mừng năm mới"
    html = read(browser, "/en/eu/checkout?step=review")
    assert "Beispiel GmbH" in html and "DE136695976" in html


def test_nobody_sees_the_returns_and_disputes_of_others(browser: Client, delivered: SellerOrder) -> None:
    request, dispute = make_return(delivered, 1), make_dispute(delivered)
    sign_in(browser, make_user())
    for path in (
        f"/en/eu/returns/{gid(request)}",
        f"/en/eu/disputes/{gid(dispute)}",
        f"/en/eu/orders/{gid(delivered.order)}/{gid(delivered)}/return",
        f"/en/seller/{delivered.seller.slug}/returns",
        f"/en/seller/{delivered.seller.slug}/disputes/{gid(dispute)}",
    ):
        assert browser.get(path).status_code == 404, path
    assert browser.get("/en/operator/disputes").status_code == 403
