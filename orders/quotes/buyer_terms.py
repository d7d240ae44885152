"""BuyerTerms: whom the operator lets pay later, for how many days and up to how much."""

from django.conf import settings
from django.db import models

from i18n.fields import amount_field, currency_field
from i18n.money import Money
from orders.stored_money import stored


class BuyerTermsQuerySet(models.QuerySet["BuyerTerms"]):
    def in_force(self) -> "BuyerTermsQuerySet":
        return self.filter(ended_at__isnull=True)


class BuyerTerms(models.Model):
    """One in force per buyer and currency; earlier ones are kept with who ended them."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    currency = currency_field()
    limit_amount = amount_field()
    """The most that may be owed at once on net days in this currency."""
    net_days = models.PositiveSmallIntegerField()
    """The longest term."""
    reason = models.CharField(max_length=1000, blank=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    approved_at = models.DateTimeField()
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    objects = BuyerTermsQuerySet.as_manager()

    class Meta:
        ordering = ["-approved_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "currency"],
                condition=models.Q(ended_at__isnull=True),
                name="one_buyer_terms_in_force",
            ),
            models.CheckConstraint(condition=models.Q(limit_amount__gt=0, net_days__gt=0), name="buyer_terms_sound"),
        ]

    def __str__(self) -> str:
        return f"{self.net_days} days up to {self.limit_amount} {self.currency}"

    @property
    def limit(self) -> Money:
        return stored(self.limit_amount, self.currency)
