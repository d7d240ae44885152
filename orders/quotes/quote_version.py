"""QuoteVersion: one proposal, by the seller or, as a counter-offer, by the buyer. Rows are only ever added."""

from decimal import Decimal

from django.conf import settings
from django.db import models

from i18n.fields import amount_field, currency_field
from i18n.money import Money, sum_money
from orders.lifecycle.by import Role
from orders.payments.instalment import NeededFor
from orders.quotes.payment_terms import PaymentTerms, PaymentTermsKind
from orders.quotes.quote import Quote
from orders.quotes.quote_request import QuoteRequestLine
from orders.quotes.unit import QuoteUnit
from orders.stored_money import stored


class QuoteVersion(models.Model):
    quote = models.ForeignKey(Quote, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    author = models.CharField(max_length=10, choices=[(Role.BUYER, "BUYER"), (Role.SELLER, "SELLER")])
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    currency = currency_field()
    valid_until = models.DateField()
    """The last day, in Việt Nam, on which it can be accepted."""
    lead_time_days = models.PositiveSmallIntegerField()
    """From the confirmation of the order until the goods leave."""
    incoterm = models.CharField(max_length=3)
    named_place = models.CharField(max_length=120)
    freight_amount = amount_field(default=0)
    """What the buyer pays the seller for transport, in all."""
    payment_kind = models.CharField(max_length=8, choices=PaymentTermsKind.choices)
    deposit_percent = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    balance_needed_for = models.CharField(max_length=10, choices=NeededFor.choices, blank=True)
    net_days = models.PositiveSmallIntegerField(null=True)
    notes = models.TextField(blank=True, max_length=4000)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["quote_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["quote", "number"], name="one_quote_version_per_number"),
            models.CheckConstraint(
                condition=models.Q(payment_kind="DEPOSIT", deposit_percent__gt=0, deposit_percent__lt=100)
                | (~models.Q(payment_kind="DEPOSIT") & models.Q(deposit_percent__isnull=True)),
                name="deposit_is_a_share",
            ),
        ]

    def __str__(self) -> str:
        return f"version {self.number} of quote {self.quote_id}"

    @property
    def freight(self) -> Money:
        return stored(self.freight_amount, self.currency)

    @property
    def payment_terms(self) -> PaymentTerms:
        return PaymentTerms(
            kind=PaymentTermsKind(self.payment_kind),
            deposit_percent=self.deposit_percent,
            balance_needed_for=NeededFor(self.balance_needed_for) if self.balance_needed_for else None,
            net_days=self.net_days,
        )


class QuoteLine(models.Model):
    """Goods of the catalogue, or what is made for this buyer alone. Prices are of one unit."""

    version = models.ForeignKey(QuoteVersion, models.CASCADE, related_name="lines")
    position = models.PositiveSmallIntegerField()
    request_line = models.ForeignKey(QuoteRequestLine, models.SET_NULL, null=True, related_name="+")
    """What it answers; empty for something the seller adds."""
    variant = models.ForeignKey("catalog.ProductVariant", models.SET_NULL, null=True, related_name="+")
    description = models.CharField(max_length=1000)
    quantity = models.PositiveIntegerField()
    unit = models.CharField(max_length=14, choices=QuoteUnit.choices, default=QuoteUnit.PIECE)
    unit_amount = amount_field()
    """With tax where the market's prices contain it, in the currency of the version."""

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="one_quote_line_per_position"),
            models.CheckConstraint(condition=models.Q(quantity__gt=0, unit_amount__gte=0), name="quote_line_sound"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.description[:40]}"


class QuoteTier(models.Model):
    """From so many units on, one of them costs so much."""

    line = models.ForeignKey(QuoteLine, models.CASCADE, related_name="tiers")
    minimum_quantity = models.PositiveIntegerField()
    unit_amount = amount_field()

    class Meta:
        ordering = ["minimum_quantity"]
        constraints = [
            models.UniqueConstraint(fields=["line", "minimum_quantity"], name="one_quote_tier_per_quantity"),
            models.CheckConstraint(condition=models.Q(minimum_quantity__gt=1), name="quote_tier_of_several"),
        ]

    def __str__(self) -> str:
        return f"{self.minimum_quantity}+"


def unit_amount_at(line: QuoteLine, tiers: list[QuoteTier], quantity: int) -> Decimal:
    """The price of the largest tier that the quantity reaches, or the line's own."""
    reached = [tier for tier in tiers if tier.minimum_quantity <= quantity]
    return max(reached, key=lambda tier: tier.minimum_quantity).unit_amount if reached else line.unit_amount


def goods_total(version: QuoteVersion, lines: list[QuoteLine]) -> Money:
    """As the prices are written: with tax where the market's prices contain it."""
    amounts = ((stored(line.unit_amount, version.currency) * line.quantity).quantize() for line in lines)
    return sum_money(amounts, version.currency)
