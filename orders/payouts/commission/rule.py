"""What the marketplace keeps of a sale, as data: from when, of whom, for what, and how it is taxed.

The rule of a line is the one that says most about it. Each of these outweighs all that stand after it together:

1. it names the seller (8), 2. it names the product's category, or one above it (4), 3. it names the channel (2);
4. of two that name a category the nearer one; then the one that began later; then the newer one.

Example. A: everybody, 8 %. B: category Ceramics, 6 %. C: channel ``eu``, 10 %. D: seller Gốm Lái Thiêu, 5 %. A bowl of
Gốm Lái Thiêu sold in ``eu`` pays D, 5 %: naming the seller outweighs category and channel. Somebody else's bowl in
``eu`` pays B, 6 %; somebody else's chair in ``eu`` pays C, 10 %; their chair in ``us`` pays A, 8 %.
"""

from datetime import date
from decimal import Decimal

from django.db import models
from django.utils import timezone

from catalog.models import Category
from i18n.fields import amount_field, currency_field
from marketplace.channels.models import Channel
from marketplace.sellers.models import Seller


class RuleQuerySet(models.QuerySet["CommissionRule"]):
    def counting_on(self, day: date) -> "RuleQuerySet":
        """Those that count for orders of a day."""
        begun = self.filter(effective_from__lte=day)
        return begun.filter(models.Q(effective_to=None) | models.Q(effective_to__gt=day))


class CommissionRule(models.Model):
    """Never changed once a line was charged by it: it is ended, and another begins."""

    seller = models.ForeignKey(Seller, models.PROTECT, null=True, related_name="+")
    category = models.ForeignKey(Category, models.PROTECT, null=True, related_name="+")
    channel = models.ForeignKey(Channel, models.PROTECT, null=True, related_name="+")
    percent = models.DecimalField(max_digits=6, decimal_places=3)
    """Of the goods as the buyer and the marketplace's vouchers pay for them, without freight."""
    currency = currency_field(blank=True)
    """Of ``minimum_amount`` and ``cap_amount``; a rule with either counts only in this currency."""
    minimum_amount = amount_field(null=True)
    """Per line; never more than the line."""
    cap_amount = amount_field(null=True)
    tax_percent = models.DecimalField(max_digits=6, decimal_places=3, default=Decimal(0))
    """On the commission, and taken from the seller with it."""
    effective_from = models.DateField()
    effective_to = models.DateField(null=True)
    """The first day it does not count any more."""
    note = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = RuleQuerySet.as_manager()

    class Meta:
        ordering = ["-effective_from", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(percent__gte=0, percent__lte=100, tax_percent__gte=0, tax_percent__lte=100),
                name="commission_is_a_percentage",
            ),
            models.CheckConstraint(
                condition=models.Q(effective_to__isnull=True) | models.Q(effective_to__gte=models.F("effective_from")),
                name="commission_period_runs_forward",
            ),
            models.CheckConstraint(
                condition=models.Q(minimum_amount__isnull=True, cap_amount__isnull=True) | ~models.Q(currency=""),
                name="commission_bounds_have_a_currency",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.percent} % from {self.effective_from}"
