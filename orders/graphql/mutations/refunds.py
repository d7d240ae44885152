"""``refundRetry``, ``orderCreditRefund`` and ``orderCreditUse``."""

from typing import Any
from uuid import UUID

from i18n.messages import gettext_noop as _
from marketplace.graphql import ANYONE, ID, Field, InputError, List, Mutation, NonNull, String, permission
from orders.graphql.access import ORDERS_MANAGE, key_of, open_order, order_for
from orders.graphql.types.order import Order
from orders.graphql.types.refund import Refund
from orders.lifecycle.order import Order as OrderRow
from orders.payments.open import NothingToPay
from orders.payments.pay_back_credit import NoCredit, pay_back_credit
from orders.payments.refund import IllegalRefundMove
from orders.payments.refund import Refund as RefundRow
from orders.payments.send_refund import retry_refund
from orders.payments.use_credit import use_credit


class RefundRetry(Mutation):
    """Ask the payment provider once more to pay back what it could not pay back before."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = permission(ORDERS_MANAGE)
        error_codes = ("ILLEGAL_MOVE",)
        known_errors = {
            IllegalRefundMove: lambda _r: InputError(
                _("Only what failed can be tried again."), field="id", code="ILLEGAL_MOVE"
            )
        }

    refund = Field(Refund)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        key: UUID = key_of(id, "Refund")
        if not RefundRow.objects.filter(pk=key).exists():
            raise InputError(_("There is no such refund."), field="id", code="NOT_FOUND")
        return {"refund": retry_refund(refund_id=key)}


class OrderCreditRefund(Mutation):
    """Pay back what a buyer paid too much and what is kept for them since."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = permission(ORDERS_MANAGE)
        creates = True
        error_codes = ("NO_CREDIT",)
        known_errors = {
            NoCredit: lambda _r: InputError(_("Nothing is kept for this order."), field="id", code="NO_CREDIT")
        }

    order = Field(Order)
    refunds = Field(List(NonNull(Refund)))

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        order, _by = order_for(info, id)
        rows = pay_back_credit(order_id=order.pk)
        return {"order": open_order(info, order), "refunds": rows}


class OrderCreditUse(Mutation):
    """Pay an order with what its buyer had paid too much for another one, as far as it reaches."""

    class Arguments:
        id = ID(required=True)
        token = String(description="For who is not signed in.")
        credit_of = ID(required=True, description="The order that was overpaid.")
        credit_token = String(description="The token of that order.")

    class Meta:
        access = ANYONE
        error_codes = ("NO_CREDIT", "NOTHING_TO_PAY")
        known_errors = {
            NoCredit: lambda _r: InputError(_("Nothing is kept for this order."), field="credit_of", code="NO_CREDIT"),
            NothingToPay: lambda _r: InputError(
                _("Nothing is to be paid for this order."), field="id", code="NOTHING_TO_PAY"
            ),
        }

    order = Field(Order)

    @classmethod
    def perform(
        cls, info: Any, *, id: str, credit_of: str, token: str | None = None, credit_token: str | None = None
    ) -> dict[str, Any]:
        order, by = order_for(info, id, token)
        overpaid, _by = order_for(info, credit_of, credit_token)
        if not _of_one_buyer(order, overpaid):
            raise InputError(_("The two orders are not of the same buyer."), field="credit_of")
        use_credit(order_id=order.pk, credit_of=overpaid.pk, by=by)
        return {"order": open_order(info, OrderRow.objects.select_related("channel").get(pk=order.pk))}


def _of_one_buyer(order: OrderRow, other: OrderRow) -> bool:
    """The same account; without accounts, the same address that the letters go to."""
    if order.user_id is not None or other.user_id is not None:
        return order.user_id == other.user_id
    return bool(order.email) and order.email.lower() == other.email.lower()
