"""The file a bank is given: one for each currency and day."""

import uuid

from django.db import models

from i18n.fields import amount_field, currency_field
from i18n.money import Money
from marketplace.sealed.field import SealedTextField
from orders.stored_money import stored


class PayoutFile(models.Model):
    """Never changed: asking again gives the same bytes, so that a bank which got it twice pays once."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    message_id = models.CharField(max_length=35, unique=True)
    currency = currency_field()
    day = models.DateField()
    count = models.PositiveIntegerField()
    sum_amount = amount_field()
    content = SealedTextField()
    """Names and account numbers of everybody who is paid."""
    sha256 = models.CharField(max_length=64)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-day", "currency"]
        constraints = [models.UniqueConstraint(fields=["currency", "day"], name="one_payout_file_a_day")]

    def __str__(self) -> str:
        return self.message_id

    @property
    def total(self) -> Money:
        return stored(self.sum_amount, self.currency)

    @property
    def file_name(self) -> str:
        return f"{self.message_id}.xml"
