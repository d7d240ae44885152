"""The plan by which an order is paid: one sum at once, a deposit and a balance, or net days."""

from dataclasses import dataclass
from datetime import datetime

from django.db import models

from i18n.fields import amount_field, currency_field
from i18n.money import Money
from orders.lifecycle.order import Order
from orders.stored_money import stored


class InstalmentKind(models.TextChoices):
    FULL = "FULL"
    DEPOSIT = "DEPOSIT"
    BALANCE = "BALANCE"
    NET = "NET"


class NeededFor(models.TextChoices):
    """What must not happen before an instalment is paid."""

    CONFIRM = "CONFIRM"
    SHIP = "SHIP"
    DOCUMENTS = "DOCUMENTS"
    """Handing over the papers without which the buyer doesn't get the goods."""
    NOTHING = "NOTHING"


@dataclass(frozen=True, slots=True)
class InstalmentTerm:
    """An instalment as it was agreed, before there is an order."""

    kind: InstalmentKind
    amount: Money
    needed_for: NeededFor
    due_at: datetime | None = None


class Instalment(models.Model):
    """Written by ``plan_payment``. The instalments of an order add up to what its living parts cost and what was
    charged for the others; only cancelling lowers them."""

    order = models.ForeignKey(Order, models.CASCADE, related_name="instalments")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=InstalmentKind.choices)
    currency = currency_field()
    amount = amount_field()
    charged_amount = amount_field(default=0)
    due_at = models.DateTimeField(null=True)
    """Empty when it falls due by a condition (``needed_for``) instead of a date."""
    needed_for = models.CharField(max_length=10, choices=NeededFor.choices)

    class Meta:
        ordering = ["order_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["order", "position"], name="one_instalment_per_position"),
            models.CheckConstraint(
                condition=models.Q(charged_amount__gte=0, charged_amount__lte=models.F("amount")),
                name="instalment_not_overcharged",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.amount} {self.currency}"

    @property
    def money(self) -> Money:
        return stored(self.amount, self.currency)

    @property
    def charged(self) -> Money:
        return stored(self.charged_amount, self.currency)

    @property
    def owed(self) -> Money:
        return self.money - self.charged
