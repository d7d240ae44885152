"""Sellers of all states, orders of all kinds, and the money of them."""

from datetime import date
from decimal import Decimal
from typing import Any

from i18n.money import Money
from logistics.customs.screening.decide import decide_screening
from logistics.customs.screening.screen import Subject, screen
from logistics.customs.screening.states import ScreeningStatus
from marketplace.accounts.models import User
from marketplace.sellers.seller import SellerStatus
from orders.fulfillment.ship import Dispatch, ship_seller_order
from orders.lifecycle.cancel import cancel_seller_order
from orders.payments.mark_as_paid import mark_as_paid
from orders.payments.refund import Refund, RefundStatus
from orders.payments.send_refund import settle_refund
from orders.payouts.accounts.payout_account import PayoutAccount
from tests.api.world.on_its_way import on_its_way
from tests.cast import Cast
from tests.factories.accounts import make_operator
from tests.factories.money import make_commission_rule
from tests.factories.orders import (
    SELLER,
    make_checkout,
    make_order,
    make_packed_order,
    make_paid_order,
    make_ready_checkout,
)
from tests.factories.screening import make_denied_list, sdn_entry
from tests.factories.sellers import make_seller


def sellers_of_all_states() -> dict[str, Any]:
    return {f"{status.lower()}_seller": make_seller(status=status, slug=f"nha-{status.lower()}")
            for status in (SellerStatus.APPLIED, SellerStatus.REJECTED, SellerStatus.SUSPENDED)}  # fmt: skip


def orders(variant: Any, other: Any, buyer: User, other_buyer: User) -> dict[str, Any]:
    order = make_paid_order((variant, 1), (other, 2), user=buyer)
    shipment = _shipped(variant, buyer)
    checkout = make_ready_checkout((variant, 1), (other, 1))
    return {
        "order": order,
        "unpaid_order": make_order((variant, 1), user=buyer),
        "guest_order": make_order((variant, 1), email="guest@example.org"),
        "packed_order": make_packed_order((variant, 2), user=buyer),
        "other_order": make_paid_order((other, 1), user=other_buyer, email="other.buyer@example.org"),
        "shipment": shipment,
        "other_shipment": _shipped(other, other_buyer),
        **on_its_way(shipment),
        "checkout": checkout,
        "own_checkout": make_ready_checkout((variant, 1), user=buyer),
        "foreign_checkout": make_checkout((variant, 1), user=other_buyer),
    }


def screened() -> dict[str, Any]:
    """A name that waits for a decision, one that was decided about, and the list they were compared with."""
    edition = make_denied_list()
    (held,) = screen(reference="BDM-HELD", subjects=[Subject("CONSIGNEE", "Ivan Petrovskiy", "NL")])
    (stopped,) = screen(reference="BDM-STOP", subjects=[Subject("BUYER", "Golden Meridian Shipping", "HK")])
    decide_screening(
        screening_id=stopped.pk, status=ScreeningStatus.CONFIRMED, reason="Cùng một công ty", by=make_operator()
    )
    return {"screening": held, "stopped_screening": stopped, "denied_list": edition}


def more_screened(number: int) -> None:
    """Another edition of the list, with one party more, and another name that is like two of it."""
    entries = [sdn_entry(f"2{each:03}", "PETROVSKIY", f"Ivan {each}") for each in range(number + 1)]
    make_denied_list(*entries)
    screen(reference=f"BDM-{number}", subjects=[Subject("BUYER", f"Ivan Petrovskiy {number}", "NL")])


def money(facts: dict[str, Any], cast: Cast, buyer: User) -> dict[str, Any]:
    """Rules of commission, money that goes back, and credit."""
    rules = {
        "payout_account": PayoutAccount.objects.create(
            seller=facts["seller"], provider="stripe", reference="acct_of_the_world", country="NL", missing=["iban"]
        ),
        "rule": make_commission_rule(seller=facts["seller"], percent=Decimal(5)),
        "coming_rule": make_commission_rule(effective_from=date(2999, 1, 1)),
    }
    order = make_paid_order((facts["variant"], 1), user=buyer)
    (part,) = order.seller_orders.all()
    cancel_seller_order(seller_order_id=part.pk, by=SELLER, reason="Hết hàng")
    refund = Refund.objects.get(seller_order=part)
    settle_refund(refund.pk, RefundStatus.FAILED, code="BANK_CLOSED")
    overpaid = make_order((facts["variant"], 1), user=buyer)
    more = overpaid.total.gross + Money(Decimal(10), overpaid.currency)
    mark_as_paid(order_id=overpaid.pk, reference="STMT-9", by=cast.operator, amount=more)
    return {**rules, "refund": refund, "refunded_order": order, "overpaid_order": overpaid}


def _shipped(variant: Any, buyer: User) -> Any:
    (part,) = make_packed_order((variant, 1), user=buyer).seller_orders.all()
    dispatch = Dispatch(carrier="Sample Lines", tracking_number="SMPL1")
    return ship_seller_order(seller_order_id=part.pk, dispatch=dispatch, by=SELLER).shipment
