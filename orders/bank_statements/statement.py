"""A statement of one of the collection accounts, as a file brought it."""

import uuid

from django.conf import settings
from django.db import models

from i18n.fields import amount_field, currency_field
from i18n.money import Money
from orders.stored_money import stored


class StatementFormat(models.TextChoices):
    CAMT053 = "CAMT053"
    CSV = "CSV"


class BankStatement(models.Model):
    """The same file brought twice is one statement; its entries are in ``BankEntry``."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account_number = models.CharField(max_length=60)
    """Letters and digits only."""
    currency = currency_field()
    format = models.CharField(max_length=10, choices=StatementFormat.choices)
    reference = models.CharField(max_length=60, blank=True)
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    """Of the file."""
    opening_amount = amount_field(null=True)
    closing_amount = amount_field(null=True)
    entry_count = models.PositiveIntegerField(default=0)
    """Entries in the file, those that were known before included."""
    imported_at = models.DateTimeField(auto_now_add=True)
    imported_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-imported_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["account_number", "currency", "sha256", "reference"], name="statement_file_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.account_number} {self.currency} {self.reference}"

    @property
    def opening(self) -> Money | None:
        return None if self.opening_amount is None else stored(self.opening_amount, self.currency)

    @property
    def closing(self) -> Money | None:
        return None if self.closing_amount is None else stored(self.closing_amount, self.currency)


def plain_account(number: str) -> str:
    """``NL93 DEMO 0123 4567 89`` and ``nl93demo0123456789`` are one account."""
    return "".join(sign for sign in number.upper() if sign.isalnum())[:60]
