"""Instalments, refunds, credit and commission in the API, and who may do what with them."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from i18n.money import Money
from marketplace.graphql import to_global_id
from marketplace.sellers.member import MemberRole
from orders.fulfillment.ship import Dispatch, ship_seller_order
from orders.lifecycle.order import Order
from orders.models import CommissionRule, LedgerEntry, Refund, SellerOrder
from orders.payments.mark_as_paid import mark_as_paid
from orders.payments.owe_refund import owe_refund
from orders.payments.refund import RefundReason, RefundStatus
from orders.payments.send_refund import settle_refund
from orders.payouts.settle_part import settle_part
from tests.factories.accounts import make_operator, make_user
from tests.factories.money import make_commission_rule
from tests.factories.orders import SELLER, make_order, make_packed_order
from tests.factories.sellers import make_member, make_seller
from tests.orders.graphql.conftest import Call, execute
from tests.orders.graphql.test_order_handling import outcome

pytestmark = pytest.mark.django_db

MONEY = """query ($id: ID!) { order(id: $id) { isPaid availableActions credit { amount }
  instalments { kind neededFor dueAt amount { amount } chargedAmount { amount } owedAmount { amount } }
  refunds { status reason amount { amount } statusDisplay }
  payment { chargedAmount { amount } authorizedAmount { amount } } payments { gateway }
  sellerOrders { mayShip refunds { shippingAmount { amount } } } } }"""
EARNED = """query ($id: ID!) { sellerOrder(id: $id) { commission { amount { amount } tax { amount }
  payable { amount } lines { sku percent amount { amount } } } } }"""
RULES = "query ($on: Date) { commissionRules(on: $on, first: 9) { edges { node { percent isUsed } } } }"
CREATE = """mutation ($input: CommissionRuleInput!) { commissionRuleCreate(input: $input) {
  commissionRule { id percent seller { name } } errors { field code message } } }"""
UPDATE = """mutation ($id: ID!, $input: CommissionRuleInput!) { commissionRuleUpdate(id: $id, input: $input) {
  commissionRule { percent } errors { field code } } }"""
END = "mutation ($id: ID!) { commissionRuleEnd(id: $id) { commissionRule { effectiveTo } errors { field code } } }"
RETRY = "mutation ($id: ID!) { refundRetry(id: $id) { refund { status } errors { field code } } }"
CREDIT = """mutation ($id: ID!) { orderCreditRefund(id: $id) { order { credit { amount } } refunds { reason }
  errors { field code } } }"""


def gid(name: str, row: Any) -> str:
    return to_global_id(name, row.pk)


@pytest.fixture
def part() -> SellerOrder:
    """Shipped, with something that could not be paid back."""
    make_commission_rule()
    order = make_packed_order()
    found = SellerOrder.objects.select_related("order", "seller").get(order=order)
    ship_seller_order(seller_order_id=found.pk, dispatch=Dispatch("Sample Lines", "S1"), by=SELLER)
    settle_part(found)
    owed = owe_refund(found, Money(Decimal(12), "EUR"), key="a", reason=RefundReason.PRICE)
    settle_refund(owed.pk, RefundStatus.FAILED, code="CLOSED")
    return found


def buyer_of(order: Order) -> Any:
    user = make_user()
    Order.objects.filter(pk=order.pk).update(user=user)
    return user


def caller(name: str, part: SellerOrder) -> Any:
    match name:
        case "buyer":
            return buyer_of(part.order)
        case "other seller":
            return make_member(make_seller(), role=MemberRole.OWNER)
        case "packer":
            return make_member(part.seller, role=MemberRole.PACKER)
        case "manager":
            return make_member(part.seller, role=MemberRole.MANAGER)
        case "staff":
            return make_operator()
    return None


CALLERS = ("anonymous", "buyer", "other seller", "packer", "manager", "staff")


def test_a_buyer_sees_how_the_order_is_paid(call: Call) -> None:
    order = make_order()
    total = order.total_amount
    more = order.total.gross + Money(Decimal(5), "EUR")
    mark_as_paid(order_id=order.pk, reference="STMT-1", by=make_operator(), amount=more)

    seen = call(MONEY, {"id": gid("Order", order)}, actor=buyer_of(order))["order"]

    assert (seen["isPaid"], seen["availableActions"]) == (True, ["CANCEL"])
    (instalment,) = seen["instalments"]
    assert (instalment["kind"], instalment["neededFor"]) == ("FULL", "CONFIRM")
    assert (instalment["amount"]["amount"], instalment["owedAmount"]["amount"]) == (total, 0)
    assert (seen["credit"]["amount"], seen["payment"]["chargedAmount"]["amount"]) == (5, total + 5)
    assert seen["payments"] == [{"gateway": "bank_transfer"}]
    assert seen["sellerOrders"] == [{"mayShip": True, "refunds": []}]


def test_an_order_that_waits_for_its_payment_may_not_be_sent(call: Call) -> None:
    order = make_order()
    seen = call(MONEY, {"id": gid("Order", order)}, actor=buyer_of(order))["order"]
    assert (seen["isPaid"], seen["credit"], seen["sellerOrders"][0]["mayShip"]) == (False, None, False)
    assert "PAY" in seen["availableActions"]


@pytest.mark.parametrize("name", CALLERS)
def test_what_a_seller_earns_is_for_its_managers(part: SellerOrder, name: str) -> None:
    result = execute(EARNED, {"id": gid("SellerOrder", part)}, actor=caller(name, part))
    found = (result.data or {}).get("sellerOrder")
    if name in ("manager", "staff"):
        commission = found["commission"]
        assert commission["amount"]["amount"] == Decimal("8.64")
        assert [line["percent"] for line in commission["lines"]] == [8]
    else:
        assert found is None or found["commission"] is None


@pytest.mark.parametrize("name", CALLERS)
@pytest.mark.parametrize("document", ["create", "update", "end", "retry", "credit", "rules"])
def test_only_staff_touch_money(part: SellerOrder, name: str, document: str) -> None:
    rule = make_commission_rule(effective_from=date(2999, 1, 1))
    mark = make_order()
    mark_as_paid(order_id=mark.pk, reference="S", by=make_operator(), amount=mark.total.gross * 2)
    refund = Refund.objects.get(seller_order=part)
    document, variables = {
        "create": (CREATE, {"input": {"percent": 7}}),
        "update": (UPDATE, {"id": gid("CommissionRule", rule), "input": {"percent": 7}}),
        "end": (END, {"id": gid("CommissionRule", rule)}),
        "retry": (RETRY, {"id": gid("Refund", refund)}),
        "credit": (CREDIT, {"id": gid("Order", mark)}),
        "rules": (RULES, {}),
    }[document]
    before = everything()
    actor = caller(name, part)
    if document == RULES:
        refused = bool(execute(document, variables, actor=actor).errors)
        assert refused == (name != "staff")
        return
    done = outcome(document, variables, actor)
    assert done == {"staff": "DONE", "anonymous": "UNAUTHENTICATED"}.get(name, "PERMISSION_DENIED")
    assert (everything() != before) == (name == "staff")


def everything() -> Any:
    return (
        sorted(CommissionRule.objects.values_list("pk", "percent", "effective_to", "note")),
        sorted(Refund.objects.values_list("key", "status", "amount", "attempt")),
        LedgerEntry.objects.count(),
    )


def test_refusals_say_why(part: SellerOrder, call: Call) -> None:
    staff = make_operator()
    rule = CommissionRule.objects.get()

    def code(document: str, **variables: Any) -> list[tuple[str, str]]:
        (payload,) = call(document, variables, actor=staff).values()
        return [(error["field"], error["code"]) for error in payload["errors"]]

    assert code(CREATE, input={}) == [("percent", "REQUIRED")]
    assert code(CREATE, input={"percent": 8, "minimum": 1}) == [("minimum", "INVALID")]
    assert code(CREATE, input={"percent": 8, "seller": to_global_id("Seller", 999999)}) == [("seller", "NOT_FOUND")]
    assert code(UPDATE, id=gid("CommissionRule", rule), input={"percent": 9}) == [("id", "RULE_IN_USE")]
    assert code(UPDATE, id=to_global_id("CommissionRule", 999999), input={"percent": 9}) == [("id", "NOT_FOUND")]
    assert code(CREDIT, id=gid("Order", part.order)) == [("id", "NO_CREDIT")]
    Refund.objects.update(status="DONE")
    assert code(RETRY, id=gid("Refund", Refund.objects.get())) == [("id", "ILLEGAL_MOVE")]


def test_rules_of_a_day(part: SellerOrder, call: Call) -> None:
    make_commission_rule(effective_from=date(2999, 1, 1), percent=Decimal(9))
    edges = call(RULES, {"on": "2026-11-01"}, actor=make_operator())["commissionRules"]["edges"]
    assert [edge["node"] for edge in edges] == [{"percent": 8, "isUsed": True}]


USE = """mutation ($id: ID!, $token: String, $of: ID!, $ofToken: String) {
  orderCreditUse(id: $id, token: $token, creditOf: $of, creditToken: $ofToken) {
    order { instalments { owedAmount { amount } } } errors { field code } } }"""


@pytest.mark.parametrize(
    ("shown", "expected"),
    [("both tokens", "DONE"), ("one token", "NOT_FOUND"), ("no token", "NOT_FOUND"), ("another buyer", "INVALID"),
     ("the account", "DONE")],
)  # fmt: skip
def test_credit_pays_for_its_buyer_only(shown: str, expected: str) -> None:
    overpaid, order = make_order(), make_order()
    more = overpaid.total.gross + Money(Decimal(5), "EUR")
    mark_as_paid(order_id=overpaid.pk, reference="S", by=make_operator(), amount=more)
    actor = None
    if shown == "the account":
        actor = buyer_of(order)
        Order.objects.filter(pk=overpaid.pk).update(user=actor)
    if shown == "another buyer":
        Order.objects.filter(pk=order.pk).update(email="someone.else@example.org")
    tokens = {
        "token": order.token if shown in ("both tokens", "one token", "another buyer") else None,
        "ofToken": overpaid.token if shown in ("both tokens", "another buyer") else None,
    }
    before = LedgerEntry.objects.count()
    done = outcome(USE, {"id": gid("Order", order), "of": gid("Order", overpaid), **tokens}, actor)
    assert done == expected
    assert (LedgerEntry.objects.count() > before) == (expected == "DONE")
