"""Something that the ledger and a provider do not agree about."""

from django.conf import settings
from django.db import models

from i18n.fields import amount_field, currency_field
from i18n.money import Money
from orders.stored_money import stored


class DifferenceKind(models.TextChoices):
    NOT_IN_LEDGER = "NOT_IN_LEDGER"
    """The bank has a line that nothing was booked for."""
    NOT_AT_PROVIDER = "NOT_AT_PROVIDER"
    """Booked, and no statement of the bank has it."""
    BALANCE_DIFFERS = "BALANCE_DIFFERS"
    """Both have a balance, and not the same."""


class DifferenceState(models.TextChoices):
    OPEN = "OPEN"
    EXPLAINED = "EXPLAINED"


class Difference(models.Model):
    """Found once per ``key``. Explaining it books nothing; when it is gone by itself, ``gone_at`` says when."""

    key = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=20, choices=DifferenceKind.choices)
    gateway = models.CharField(max_length=40)
    currency = currency_field()
    ledger_amount = amount_field()
    provider_amount = amount_field()
    about = models.CharField(max_length=200, blank=True)
    """The bank's words, the order's or payout's number."""
    on = models.DateField()
    found_at = models.DateTimeField()
    gone_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, choices=DifferenceState.choices, default=DifferenceState.OPEN)
    explanation = models.CharField(max_length=1000, blank=True)
    explained_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    explained_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-on", "-id"]
        indexes = [models.Index(fields=["state", "gone_at"], name="differences_by_state")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"

    @property
    def in_ledger(self) -> Money:
        return stored(self.ledger_amount, self.currency)

    @property
    def at_provider(self) -> Money:
        return stored(self.provider_amount, self.currency)
