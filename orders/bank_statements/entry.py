"""One line of a bank statement, and what has been made of it."""

import uuid

from django.conf import settings
from django.db import models

from i18n.fields import amount_field, currency_field
from i18n.money import Money
from orders.bank_statements.parsed import Direction
from orders.bank_statements.statement import BankStatement
from orders.stored_money import stored


class EntryStatus(models.TextChoices):
    OPEN = "OPEN"
    """Nobody has said what it is."""
    MATCHED = "MATCHED"
    IGNORED = "IGNORED"
    """It is none of the orders': interest, a fee, a transfer between own accounts."""


ENTRY_MOVES = {
    EntryStatus.OPEN: frozenset({EntryStatus.MATCHED, EntryStatus.IGNORED}),
    EntryStatus.MATCHED: frozenset({EntryStatus.OPEN}),
    EntryStatus.IGNORED: frozenset({EntryStatus.OPEN}),
}


class IllegalEntryMove(Exception):
    """What was asked cannot be done with an entry in this state; somebody else may have been faster."""

    def __init__(self, before: str, after: str) -> None:
        super().__init__(f"an entry cannot go from {before} to {after}")
        self.before = before
        self.after = after


class BankEntry(models.Model):
    """What the bank said never changes; the history of what was made of it is in ``BankEntryEvent``."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    statement = models.ForeignKey(BankStatement, models.PROTECT, related_name="entries")
    """The first one that brought it."""
    account_number = models.CharField(max_length=60)
    key = models.CharField(max_length=64)
    """The same in every file that has the entry (``parsed.keys_of``)."""
    direction = models.CharField(max_length=6, choices=Direction.choices)
    currency = currency_field()
    amount = amount_field()
    booked_on = models.DateField()
    valued_on = models.DateField(null=True)
    bank_reference = models.CharField(max_length=140, blank=True)
    structured_reference = models.CharField(max_length=140, blank=True)
    text = models.CharField(max_length=1000, blank=True)
    other_name = models.CharField(max_length=200, blank=True)
    other_account = models.CharField(max_length=60, blank=True)
    is_reversal = models.BooleanField(default=False)
    status = models.CharField(max_length=8, choices=EntryStatus.choices, default=EntryStatus.OPEN)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-booked_on", "-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["account_number", "currency", "key"], name="bank_entry_once"),
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="bank_entry_of_something"),
        ]
        indexes = [models.Index(fields=["status", "-booked_on"], name="bank_entries_by_status")]

    def __str__(self) -> str:
        return f"{self.booked_on} {self.direction} {self.amount} {self.currency}"

    @property
    def money(self) -> Money:
        return stored(self.amount, self.currency)

    @property
    def words(self) -> str:
        """Everything in which a reference may stand."""
        return " ".join(filter(None, [self.structured_reference, self.text, self.bank_reference]))


class EntryEventType(models.TextChoices):
    IMPORTED = "IMPORTED"
    MATCHED = "MATCHED"
    IGNORED = "IGNORED"
    UNDONE = "UNDONE"


class BankEntryEvent(models.Model):
    """Who said what about an entry, when and why. Rows are only ever added."""

    entry = models.ForeignKey(BankEntry, models.PROTECT, related_name="events")
    type = models.CharField(max_length=10, choices=EntryEventType.choices)
    at = models.DateTimeField(auto_now_add=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.type} {self.entry_id}"
