"""The return of a month: what is declared for each seller, what was carried over, and whether it is filed and paid."""

import uuid
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from django.conf import settings
from django.db import models
from django.utils import timezone

from i18n.fields import amount_field, currency_field
from i18n.money import Money
from marketplace.sellers.models import Seller
from orders.payouts.statements.period import Period, month_of
from orders.stored_money import stored


class TaxReturnStatus(models.TextChoices):
    PREPARED = "PREPARED"
    """The figures stand. Nobody was told."""
    FILED = "FILED"
    """Somebody handed it in; the tax authority gave a reference."""
    PAID = "PAID"
    """The money has gone to the state."""


TAX_RETURN_MOVES: Mapping[TaxReturnStatus, frozenset[TaxReturnStatus]] = MappingProxyType(
    {
        TaxReturnStatus.PREPARED: frozenset({TaxReturnStatus.FILED}),
        TaxReturnStatus.FILED: frozenset({TaxReturnStatus.PAID}),
        TaxReturnStatus.PAID: frozenset(),
    }
)


class IllegalTaxReturnMove(Exception):
    """A return cannot go from one state to the other."""

    def __init__(self, name: str, before: str, after: str) -> None:
        super().__init__(f"the return of {name} cannot go from {before} to {after}")
        self.name = name
        self.before = before
        self.after = after


class TaxReturn(models.Model):
    """One for each month, in the order of the months. Its figures never change: what comes later is in a later one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    year = models.PositiveSmallIntegerField()
    month = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=8, choices=TaxReturnStatus.choices, default=TaxReturnStatus.PREPARED)
    due_on = models.DateField()
    rates_checked = models.BooleanField()
    """Somebody confirmed the rates that were withheld by."""
    filing_reference = models.CharField(max_length=100, blank=True)
    payment_reference = models.CharField(max_length=100, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-year", "-month"]
        constraints = [models.UniqueConstraint(fields=["year", "month"], name="one_tax_return_a_month")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """``2026-10``."""
        return f"{self.year}-{self.month:02d}"

    @property
    def period(self) -> Period:
        return month_of(self.year, self.month)

    @property
    def first_day(self) -> date:
        return self.period.first


class TaxReturnLine(models.Model):
    """One seller in one currency, value added and income tax apart: what one of them carries over is its own.

    carried in + due = withheld + carried out, of each tax.
    """

    tax_return = models.ForeignKey(TaxReturn, models.PROTECT, related_name="lines")
    seller = models.ForeignKey(Seller, models.PROTECT, related_name="+")
    currency = currency_field()
    revenue_amount = amount_field()
    vat_amount = amount_field()
    pit_amount = amount_field()
    """Withheld in the month, less what was given back in it: below zero after refunds."""
    vat_carried_in = amount_field(default=0)
    pit_carried_in = amount_field(default=0)
    """Paid before for what was given back since; taken off now."""
    vat_due = amount_field(default=0)
    pit_due = amount_field(default=0)
    vat_carried_out = amount_field(default=0)
    pit_carried_out = amount_field(default=0)
    """More than could be taken off: for the next return."""
    vnd_rate = models.DecimalField(max_digits=20, decimal_places=8, null=True)
    """On the last day of the month; empty where none is known."""

    class Meta:
        ordering = ["seller_id", "currency"]
        constraints = [
            models.UniqueConstraint(fields=["tax_return", "seller", "currency"], name="one_line_in_a_tax_return")
        ]

    def __str__(self) -> str:
        return f"{self.seller_id} {self.due}"

    @property
    def revenue(self) -> Money:
        return stored(self.revenue_amount, self.currency)

    @property
    def vat(self) -> Money:
        return stored(self.vat_amount, self.currency)

    @property
    def pit(self) -> Money:
        return stored(self.pit_amount, self.currency)

    @property
    def carried_in(self) -> Money:
        return stored(self.vat_carried_in + self.pit_carried_in, self.currency)

    @property
    def carried_out(self) -> Money:
        return stored(self.vat_carried_out + self.pit_carried_out, self.currency)

    @property
    def due(self) -> Money:
        return stored(self.vat_due + self.pit_due, self.currency)

    @property
    def due_vnd(self) -> Money | None:
        rate = Decimal(1) if self.currency == "VND" else self.vnd_rate
        return None if rate is None else Money((self.vat_due + self.pit_due) * rate, "VND").quantize()


class TaxReturnEvent(models.Model):
    """Who moved a return and when. Rows are only ever added."""

    tax_return = models.ForeignKey(TaxReturn, models.PROTECT, related_name="events")
    status = models.CharField(max_length=8, choices=TaxReturnStatus.choices)
    at = models.DateTimeField(default=timezone.now)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    reference = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.tax_return_id} {self.status}"
