"""Money that goes out to one seller at once: how much, where to, which postings it pays."""

import secrets
import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.utils import timezone

from i18n.fields import amount_field, currency_field
from i18n.money import Money
from marketplace.sealed.field import SealedTextField, TailField
from marketplace.sellers.models import Seller
from orders.lifecycle.by import Role
from orders.payouts.ledger.transaction import LedgerEntry, LedgerTransaction
from orders.payouts.payout.payout_file import PayoutFile
from orders.payouts.payout.states import PayoutStatus
from orders.stored_money import stored


class Payout(models.Model):
    """Where it goes is a copy from the day it was planned. ``status`` changes only through ``move_payout``."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=20, unique=True)
    """``PO261101-4F1C2A``: what the bank is told, so at most 25 plain signs (VietQR); nobody can count with it."""
    seller = models.ForeignKey(Seller, models.PROTECT, related_name="+")
    currency = currency_field()
    amount = amount_field()
    rail = models.CharField(max_length=30)
    status = models.CharField(max_length=10, choices=PayoutStatus.choices, default=PayoutStatus.PLANNED)
    slot = models.DateField()
    """The day of the seller's calendar that it belongs to; each has one payout."""
    posting = models.OneToOneField(LedgerTransaction, models.PROTECT, null=True, related_name="+")
    """The transaction that set the money aside."""
    holder = SealedTextField()
    bank_name = models.CharField(max_length=100)
    country = models.CharField(max_length=2)
    account_number = SealedTextField()
    account_tail = TailField(of="account_number")
    bic = models.CharField(max_length=11, blank=True)
    bank_code = models.CharField(max_length=6, blank=True)
    file = models.ForeignKey(PayoutFile, models.PROTECT, null=True, related_name="payouts")
    reference = models.CharField(max_length=140, blank=True)
    """What the bank calls it."""
    code = models.CharField(max_length=40, blank=True)
    """Why it was rejected, as the bank codes it."""
    planned_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-planned_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["seller", "currency", "slot"],
                condition=~models.Q(status__in=[PayoutStatus.REJECTED, PayoutStatus.CANCELED]),
                name="one_payout_per_slot",
            ),
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="payout_of_something"),
        ]
        indexes = [
            models.Index(fields=["seller", "-planned_at"], name="payouts_of_a_seller"),
            models.Index(fields=["status", "rail", "currency"], name="payouts_by_status"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def money(self) -> Money:
        return stored(self.amount, self.currency)

    @property
    def masked_account(self) -> str:
        return f"••••{self.account_tail}"


def new_payout_number(on: date) -> str:
    return f"PO{on:%y%m%d}-{secrets.token_hex(3).upper()}"


class PayoutLine(models.Model):
    """A posting to what was payable that this payout pays. The lines of a payout add up to it."""

    payout = models.ForeignKey(Payout, models.PROTECT, related_name="lines")
    entry = models.OneToOneField(LedgerEntry, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["entry_id"]

    def __str__(self) -> str:
        return f"{self.payout_id} {self.entry_id}"


class PayoutEvent(models.Model):
    """Who moved a payout, when and why. Rows are only ever added."""

    payout = models.ForeignKey(Payout, models.PROTECT, related_name="events")
    before = models.CharField(max_length=10, choices=PayoutStatus.choices, blank=True)
    status = models.CharField(max_length=10, choices=PayoutStatus.choices)
    at = models.DateTimeField(default=timezone.now)
    role = models.CharField(max_length=10, choices=Role.choices)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.payout_id} {self.status}"

    @property
    def seller_id(self) -> int:
        """Whose rules say who may read it."""
        return self.payout.seller_id
