"""PriceDerivation: the mark of a price that follows the base price, and what it was reckoned from."""

from django.db import models

from catalog.products.listing import VariantChannelListing
from i18n.fields import amount_field, currency_field


class PriceDerivation(models.Model):
    """A listing with such a row says "derived"; one without says "given".

    1 ``base_currency`` = ``rate`` of the listing's currency, as of the day ``rate_on``, said by ``rate_source``.
    """

    listing = models.OneToOneField(VariantChannelListing, on_delete=models.CASCADE, related_name="derivation")
    base_amount = amount_field()
    base_currency = currency_field()
    rate = models.DecimalField(max_digits=32, decimal_places=20)
    rate_on = models.DateField()
    rate_source = models.CharField(max_length=90)
    derived_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(base_amount__gt=0, rate__gt=0), name="derived_from_something")
        ]

    def __str__(self) -> str:
        return f"listing {self.listing_id} from {self.base_amount} {self.base_currency}"
