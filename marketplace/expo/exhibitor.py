"""Who exhibits, and what they show."""

from typing import Any, ClassVar

from django.db import models

from i18n.text import fold
from marketplace.expo.exhibition import Expo
from marketplace.expo.firm_name import firm_key
from marketplace.expo.firm_website import site_key


class Exhibitor(models.Model):
    """A firm at one exhibition; a seller of the marketplace or not."""

    SUBJECT: ClassVar[str] = "expo.Exhibitor"
    """Name of this kind of record among translations; fields name, description."""

    expo = models.ForeignKey(Expo, on_delete=models.CASCADE, related_name="exhibitors")
    name = models.CharField(max_length=250)
    name_key = models.CharField(max_length=250, editable=False)
    """The name without accents, case and company form: what an import knows it again by."""
    tax_code = models.CharField(max_length=20, blank=True)
    country = models.CharField(max_length=2, default="VN")
    website_url = models.URLField(max_length=250, blank=True)
    email = models.EmailField(max_length=254, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    description = models.TextField(max_length=5_000, blank=True)
    source_language = models.CharField(max_length=16, default="vi")
    categories = models.JSONField(default=list, blank=True)
    categories_text = models.CharField(max_length=600, editable=False)
    """The categories folded, between bars, for the directory's filter: ``|do go|gom su|``."""
    search_text = models.CharField(max_length=900, editable=False)
    words_shown = models.TextField(default="", editable=False)
    """Folded names of what it shows and its names in other languages, for its search (`directory/words`)."""
    website_key = models.CharField(max_length=120, default="", editable=False)
    """The website as firms are known again by it (`firm_website`)."""
    seller = models.ForeignKey("sellers.Seller", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    is_seller_decided = models.BooleanField(default=False)
    """A person has said which seller it is, or that it is none: imports leave that alone."""
    badge_allowance = models.PositiveSmallIntegerField(default=4)
    """How many badges of its stand staff may be in force at a time; the package says."""
    source_feed = models.CharField(max_length=40, blank=True)
    """The feed it was imported by; empty when it was typed in."""
    meeting_tables = models.PositiveSmallIntegerField(default=1)
    """How many visitors it can meet at the same time, 1 to 10."""

    pavilion = models.ForeignKey(
        "expo.Pavilion", null=True, blank=True, on_delete=models.SET_NULL, related_name="exhibitors"
    )
    """The group of a country or association that it exhibits with."""

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["expo", "tax_code"], condition=~models.Q(tax_code=""), name="one_exhibitor_per_tax_code"
            ),
            models.CheckConstraint(
                condition=models.Q(meeting_tables__gte=1, meeting_tables__lte=10), name="exhibitor_has_meeting_tables"
            ),
        ]
        indexes = [models.Index(fields=["expo", "name_key"], name="exhibitor_name_key")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.refresh_keys()
        super().save(*args, **kwargs)

    def refresh_keys(self) -> None:
        """Work out what it is found by; bulk writes call it themselves."""
        self.name_key = firm_key(self.name)[:250]
        self.website_key = site_key(self.website_url)
        self.categories_text = f"|{'|'.join(fold(category) for category in self.categories)}|"[:600]
        self.search_text = fold(f"{self.name} {' '.join(self.categories)}")[:900]


class Exhibit(models.Model):
    """Something shown: a product of the marketplace, or a title only."""

    exhibitor = models.ForeignKey(Exhibitor, on_delete=models.CASCADE, related_name="exhibits")
    product = models.ForeignKey("catalog.Product", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=250, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["exhibitor", "product"],
                condition=models.Q(product__isnull=False),
                name="one_exhibit_per_product",
            )
        ]

    def __str__(self) -> str:
        return self.title or f"Product {self.product_id}"
