"""Goods a buyer wants to give back: the return merchandise authorisation (RMA)."""

import uuid

from django.db import models

from i18n.fields import amount_field
from i18n.money import Money
from orders.fulfillment.fulfillment import Fulfillment
from orders.lifecycle.order_line import OrderLine
from orders.lifecycle.seller_order import SellerOrder
from orders.returns.states import OPEN, ReturnStatus
from orders.stored_money import stored


class ReturnReason(models.TextChoices):
    CHANGED_MIND = "CHANGED_MIND"
    DAMAGED = "DAMAGED"
    DEFECTIVE = "DEFECTIVE"
    WRONG_ITEM = "WRONG_ITEM"
    NOT_AS_DESCRIBED = "NOT_AS_DESCRIBED"


class ReturnWish(models.TextChoices):
    """What the buyer asks for."""

    REFUND = "REFUND"
    EXCHANGE = "EXCHANGE"


class LegalException(models.TextChoices):
    """Goods that consumers cannot give back without a reason: Directive 2011/83/EU, article 16 (c), (d) and (e)."""

    MADE_TO_ORDER = "MADE_TO_ORDER"
    PERISHABLE = "PERISHABLE"
    UNSEALED = "UNSEALED"


class ReturnRequest(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    seller_order = models.ForeignKey(SellerOrder, models.CASCADE, related_name="returns")
    position = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=32, unique=True)
    """``BDM-2026-000123-1-R1``: written on the parcel."""
    status = models.CharField(max_length=12, choices=ReturnStatus.choices, default=ReturnStatus.REQUESTED)
    reason = models.CharField(max_length=20, choices=ReturnReason.choices)
    wish = models.CharField(max_length=10, choices=ReturnWish.choices, default=ReturnWish.REFUND)
    explanation = models.TextField(blank=True, max_length=2000)
    is_right = models.BooleanField(default=False)
    """The law lets the buyer give it back for no reason: the seller refuses only with an exception of that law."""
    legal_basis = models.CharField(max_length=300, blank=True)
    """Why it may be asked for, as the table of periods said on that day."""
    refunds_shipping = models.BooleanField(default=False)
    """The delivery is paid back too once all goods of the part came back."""
    seller_pays_return = models.BooleanField(default=False)
    exception = models.CharField(max_length=20, choices=LegalException.choices, blank=True)
    """Why it was refused although the law lets consumers give goods back."""
    decision_note = models.TextField(blank=True, max_length=2000)
    tracking_number = models.CharField(max_length=80, blank=True)
    refund_amount = amount_field(null=True)
    refund_shipping_amount = amount_field(default=0)
    deduction_amount = amount_field(default=0)
    """Kept back because the goods lost value in the buyer's hands; the reason stands in the note."""
    replacement = models.OneToOneField(Fulfillment, models.SET_NULL, null=True, related_name="return_request")
    created_at = models.DateTimeField()
    decide_by = models.DateTimeField()
    """Silence until then approves."""
    send_by = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at", "id"]
        constraints = [models.UniqueConstraint(fields=["seller_order", "position"], name="one_return_per_position")]
        indexes = [
            models.Index(fields=["status", "decide_by"], name="returns_to_decide"),
            models.Index(fields=["status", "send_by"], name="returns_to_send"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    @property
    def refund(self) -> Money | None:
        """What the buyer gets back, delivery included; nothing before it is known."""
        amount = self.refund_amount
        return None if amount is None else stored(amount, self.seller_order.currency)


class ReturnLine(models.Model):
    return_request = models.ForeignKey(ReturnRequest, models.CASCADE, related_name="lines")
    order_line = models.ForeignKey(OrderLine, models.CASCADE, related_name="+")
    quantity = models.PositiveIntegerField()
    quantity_received = models.PositiveIntegerField(default=0)
    quantity_resellable = models.PositiveIntegerField(default=0)
    """Of those received, how many went back to the shelf."""

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["return_request", "order_line"], name="one_line_per_return"),
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="return_of_something"),
            models.CheckConstraint(
                condition=models.Q(quantity_received__lte=models.F("quantity"))
                & models.Q(quantity_resellable__lte=models.F("quantity_received")),
                name="return_within_what_was_asked",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} of line {self.order_line_id}"
