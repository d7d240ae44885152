from typing import Any

import pytest
from django.utils import timezone

from marketplace.graphql import to_global_id
from orders.checkout.details import attach_customer
from orders.models import Checkout, Order
from tests.factories.accounts import make_user
from tests.factories.orders import make_chair, make_checkout, make_ready_checkout
from tests.orders.graphql.checkout_documents import COMPLETE, READ, address_input, gid, line
from tests.orders.graphql.conftest import Call, execute

pytestmark = pytest.mark.django_db


UPDATES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "checkoutLinesAdd": ("$lines: [CheckoutLineInput!]!", "lines: $lines", {}),
    "checkoutLinesUpdate": ("$lines: [CheckoutLineUpdateInput!]!", "lines: $lines", {}),
    "checkoutLineDelete": ("$lineId: ID!", "lineId: $lineId", {}),
    "checkoutEmailUpdate": ("$email: String!", "email: $email", {"email": "other@example.org"}),
    "checkoutShippingAddressUpdate": (
        "$address: AddressInput!", "shippingAddress: $address", {"address": address_input(city="Amsterdam")},
    ),
    "checkoutBillingAddressUpdate": (
        "$address: AddressInput", "billingAddress: $address", {"address": address_input(city="Amsterdam")},
    ),
    "checkoutNoteUpdate": ("$note: String!", "note: $note", {"note": "Hello"}),
    "checkoutDeliveryMethodUpdate": (
        "$seller: ID!, $method: ID!", "sellerId: $seller, deliveryMethodId: $method", {},
    ),
}  # fmt: skip


def state(checkout: Checkout) -> Any:
    checkout = Checkout.objects.get(pk=checkout.pk)
    return (
        checkout.email, checkout.note, checkout.shipping_address, checkout.billing_address, checkout.touched_at,
        sorted(checkout.lines.values_list("variant_id", "quantity")),
        sorted(checkout.deliveries.values_list("method_id")),
    )  # fmt: skip


@pytest.mark.parametrize("mutation", UPDATES)
@pytest.mark.parametrize("caller", ["holder", "owner", "other account", "anonymous on an account's", "unknown id"])
def test_who_may_change_a_basket(mutation: str, caller: str) -> None:
    chair, owner = make_chair(), make_user()
    checkout = make_ready_checkout((chair, 1))
    if caller in ("owner", "other account", "anonymous on an account's"):
        attach_customer(checkout_id=checkout.pk, user=owner, now=timezone.now())
    actor = {"owner": owner, "other account": make_user() if caller == "other account" else None}.get(caller)
    key = to_global_id("Checkout", "00000000-0000-0000-0000-000000000000") if caller == "unknown id" else gid(checkout)
    declared, passed, variables = UPDATES[mutation]
    values = {
        "lines": [line(chair, 2)],
        "lineId": to_global_id("CheckoutLine", checkout.lines.get().pk),
        "seller": to_global_id("Seller", chair.seller_id),
        "method": checkout.deliveries.get().method_id,
        **variables,
    }
    before = state(checkout)
    result = execute(
        f"""mutation ($id: ID!, {declared}) {{
            {mutation}(id: $id, {passed}) {{ checkout {{ id }} errors {{ code }} }} }}""",
        {"id": key, **{name: value for name, value in values.items() if f"${name}:" in declared}},
        actor=actor,
    )
    assert not result.errors, result.errors
    errors = [error["code"] for error in result.data[mutation]["errors"]]
    if caller in ("holder", "owner"):
        assert errors == []
        assert state(checkout) != before
    else:
        assert errors == ["NOT_FOUND"]
        assert state(checkout) == before


def test_a_basket_of_an_account_is_nobody_elses_to_read_or_complete(call: Call) -> None:
    checkout, owner = make_ready_checkout(), make_user()
    attach_customer(checkout_id=checkout.pk, user=owner, now=timezone.now())
    variables = {"id": gid(checkout), "gateway": "bank_transfer", "total": 1}
    for actor in (None, make_user()):
        assert call(READ, {"id": gid(checkout)}, actor=actor)["checkout"] is None
        errors = call(COMPLETE, variables, actor=actor)["checkoutComplete"]["errors"]
        assert [error["code"] for error in errors] == ["NOT_FOUND"]
    assert call(READ, {"id": gid(checkout)}, actor=owner)["checkout"]["isAttached"] is True
    assert not Order.objects.exists()


def test_a_completed_basket_gives_its_order_to_its_owner_only(call: Call) -> None:
    checkout, owner = make_ready_checkout(), make_user()
    attach_customer(checkout_id=checkout.pk, user=owner, now=timezone.now())
    total = call(READ, {"id": gid(checkout)}, actor=owner)["checkout"]["totalPrice"]["gross"]["amount"]
    variables = {"id": gid(checkout), "gateway": "bank_transfer", "total": total}
    placed = call(COMPLETE, variables, actor=owner)["checkoutComplete"]
    assert placed["order"]["number"]
    assert call(COMPLETE, variables, actor=make_user())["checkoutComplete"]["order"] is None
    assert call(COMPLETE, variables, actor=owner)["checkoutComplete"]["order"] == placed["order"]


def test_taking_a_basket_needs_an_account(call: Call) -> None:
    checkout, user = make_checkout(email=""), make_user()
    document = """mutation ($id: ID!) {
      checkoutCustomerAttach(id: $id) { checkout { email isAttached } errors { code } } }"""
    refused = execute(document, {"id": gid(checkout)})
    assert refused.errors[0]["extensions"]["code"] == "UNAUTHENTICATED"
    assert Checkout.objects.get().user is None
    taken = call(document, {"id": gid(checkout)}, actor=user)["checkoutCustomerAttach"]["checkout"]
    assert taken == {"email": user.email, "isAttached": True}
    errors = call(document, {"id": gid(checkout)}, actor=make_user())["checkoutCustomerAttach"]["errors"]
    assert errors == [{"code": "NOT_FOUND"}]
