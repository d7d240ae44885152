"""What trade across a border needs to know of a product, besides what it is called."""

from django.db import models

from i18n.fields import amount_field, currency_field
from i18n.money import Money

HS_DIGITS = 6
"""Digits of the Harmonized System that every country shares; what follows is national."""


class TradeFacts(models.Model):
    """Columns of `catalog.Product`. Empty text and ``None`` mean that the seller has not said."""

    hs_code = models.CharField(max_length=12, blank=True)
    """6 digits of the Harmonized System, then up to 6 of the country's own, without dots; empty when not classified."""
    origin_country = models.CharField(max_length=2, default="VN")
    species = models.CharField(max_length=500, blank=True)
    """Scientific names of wood, plants and animals, separated by commas: ``Tectona grandis, Hevea brasiliensis``."""
    sample_available = models.BooleanField(default=False)
    sample_price_amount = amount_field(null=True, blank=True)
    """Of one sample, without tax and freight; ``None`` while it is agreed case by case, 0 when it is free."""
    sample_price_currency = currency_field(blank=True)
    customizable = models.BooleanField(default=False)
    """Made to a buyer's measures, colours or drawings."""
    private_label = models.BooleanField(default=False)
    """Made under a buyer's brand."""
    is_hazardous = models.BooleanField(default=False)
    """Dangerous goods in transport, or labelled as dangerous in use."""
    un_number = models.CharField(max_length=4, blank=True)
    """Four digits of the UN list of dangerous goods; only of hazardous products."""
    restrictions = models.JSONField(default=list, blank=True)
    """Values of `catalog.products.restriction.Restriction`, each once, sorted."""

    class Meta:
        abstract = True

    @property
    def hs_subheading(self) -> str:
        """The six digits all countries share."""
        return self.hs_code[:HS_DIGITS]

    @property
    def hs_national_extension(self) -> str:
        """What the country of origin adds to them."""
        return self.hs_code[HS_DIGITS:]

    @property
    def species_names(self) -> list[str]:
        return [name for name in self.species.split(", ") if name]

    @property
    def sample_price(self) -> Money | None:
        if not self.sample_available or self.sample_price_amount is None:
            return None
        return Money(self.sample_price_amount, self.sample_price_currency)
