"""``refundRetry`` and ``orderCreditRefund``."""

from typing import Any
from uuid import UUID

from i18n.messages import gettext_noop as _
from marketplace.graphql import ID, Field, InputError, List, Mutation, NonNull, permission
from orders.graphql.access import ORDERS_MANAGE, key_of, open_order, order_for
from orders.graphql.types.order import Order
from orders.graphql.types.refund import Refund
from orders.payments.pay_back_credit import NoCredit, pay_back_credit
from orders.payments.refund import IllegalRefundMove
from orders.payments.refund import Refund as RefundRow
from orders.payments.send_refund import retry_refund


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
