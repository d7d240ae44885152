"""The commission on one line of an order: what was agreed when it was first earned, and what is taken now."""

from django.db import models

from i18n.fields import amount_field, currency_field
from i18n.money import Money
from orders.lifecycle.order_line import OrderLine
from orders.payouts.commission.rule import CommissionRule
from orders.stored_money import stored


class CommissionLine(models.Model):
    """A snapshot of the rule: changing or ending it later leaves lines that were earned before alone."""

    order_line = models.OneToOneField(OrderLine, models.CASCADE, related_name="commission")
    rule = models.ForeignKey(CommissionRule, models.PROTECT, null=True, related_name="+")
    """Empty where no rule counted on the day of the order: nothing is taken then."""
    currency = currency_field()
    base_amount = amount_field()
    """The whole line as it was sold."""
    percent = models.DecimalField(max_digits=6, decimal_places=3)
    tax_percent = models.DecimalField(max_digits=6, decimal_places=3)
    full_amount = amount_field()
    """The commission if nothing of the line comes back."""
    amount = amount_field(default=0)
    tax_amount = amount_field(default=0)
    """What is taken as things stand."""

    class Meta:
        ordering = ["order_line_id"]

    def __str__(self) -> str:
        return f"{self.amount} {self.currency} on line {self.order_line_id}"

    @property
    def money(self) -> Money:
        return stored(self.amount, self.currency)

    @property
    def tax(self) -> Money:
        return stored(self.tax_amount, self.currency)
