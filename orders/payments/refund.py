"""Money that goes back to a buyer."""

import uuid
from collections.abc import Mapping
from types import MappingProxyType

from django.db import models
from django.utils import timezone

from i18n.fields import amount_field, currency_field
from i18n.money import Money
from orders.lifecycle.order import Order
from orders.lifecycle.seller_order import SellerOrder
from orders.payments.payment import Payment
from orders.stored_money import stored


class RefundStatus(models.TextChoices):
    DUE = "DUE"
    SENT = "SENT"
    """The provider took the order to pay back; the money isn't gone yet."""
    DONE = "DONE"
    FAILED = "FAILED"


REFUND_MOVES: Mapping[RefundStatus, frozenset[RefundStatus]] = MappingProxyType(
    {
        RefundStatus.DUE: frozenset({RefundStatus.SENT, RefundStatus.DONE, RefundStatus.FAILED}),
        RefundStatus.SENT: frozenset({RefundStatus.DONE, RefundStatus.FAILED}),
        RefundStatus.DONE: frozenset({RefundStatus.FAILED}),  # a provider may find out days later
        RefundStatus.FAILED: frozenset({RefundStatus.DUE, RefundStatus.DONE}),  # asked again, or sent by hand
    }
)


class RefundReason(models.TextChoices):
    """Why, for programs and figures; what people said stands in the history."""

    CANCELED = "CANCELED"
    RETURNED = "RETURNED"
    COMPLAINT = "COMPLAINT"
    """Goods were not as agreed; the buyer keeps them."""
    DISPUTE = "DISPUTE"
    PRICE = "PRICE"
    GOODWILL = "GOODWILL"
    OVERPAID = "OVERPAID"
    CHARGEBACK = "CHARGEBACK"
    """The buyer's bank took it back."""
    PROVIDER = "PROVIDER"
    """Made in the provider's own desk and heard of afterwards."""


class Refund(models.Model):
    """Owed from the moment it is written, whatever becomes of the first attempt to send it.

    One row goes back through one payment; what was paid by two is owed by two rows with keys ``key`` and ``key/2``.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    order = models.ForeignKey(Order, models.CASCADE, related_name="refunds")
    seller_order = models.ForeignKey(SellerOrder, models.CASCADE, null=True, related_name="refunds")
    """Empty when credit is paid back, which belongs to no seller."""
    payment = models.ForeignKey(Payment, models.CASCADE, related_name="refunds")
    key = models.CharField(max_length=120)
    currency = currency_field()
    amount = amount_field()
    shipping_amount = amount_field(default=0)
    """The part of ``amount`` that gives freight back."""
    reason = models.CharField(max_length=12, choices=RefundReason.choices)
    status = models.CharField(max_length=10, choices=RefundStatus.choices, default=RefundStatus.DUE)
    reference = models.CharField(max_length=140, blank=True)
    code = models.CharField(max_length=60, blank=True)
    """Why it failed, for programs."""
    attempt = models.PositiveSmallIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["order", "key"], name="refund_once"),
            models.CheckConstraint(
                condition=models.Q(amount__gt=0, shipping_amount__gte=0, shipping_amount__lte=models.F("amount")),
                name="refund_of_something",
            ),
        ]
        indexes = [models.Index(fields=["status", "created_at"], name="refunds_to_send")]

    def __str__(self) -> str:
        return f"{self.amount} {self.currency} {self.status}"

    @property
    def money(self) -> Money:
        return stored(self.amount, self.currency)

    @property
    def shipping(self) -> Money:
        return stored(self.shipping_amount, self.currency)

    @property
    def gateway_key(self) -> str:
        """The idempotency key of the present attempt."""
        return str(self.pk) if self.attempt == 1 else f"{self.pk}:{self.attempt}"


class IllegalRefundMove(Exception):
    """A refund cannot go from one state to the other."""

    def __init__(self, refund_id: uuid.UUID, before: str, after: str) -> None:
        super().__init__(f"refund {refund_id} cannot go from {before} to {after}")
        self.refund_id = refund_id
        self.before = before
        self.after = after


def require_refund_move(refund: Refund, after: RefundStatus) -> None:
    """Raises ``IllegalRefundMove`` when the table does not know the move."""
    if after not in REFUND_MOVES[RefundStatus(refund.status)]:
        raise IllegalRefundMove(refund.pk, refund.status, after)
