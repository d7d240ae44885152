"""The seller: an enterprise, household business or individual of Bình Dương that sells here."""

import uuid
from typing import Any, ClassVar

from django.db import models

from i18n.text import fold


class SellerStatus(models.TextChoices):
    APPLIED = "APPLIED"
    APPROVED = "APPROVED"
    REJECTED = "REJECTED"
    SUSPENDED = "SUSPENDED"


class EntityType(models.TextChoices):
    ENTERPRISE = "ENTERPRISE"
    HOUSEHOLD = "HOUSEHOLD"
    INDIVIDUAL = "INDIVIDUAL"


class TaxResidence(models.TextChoices):
    """Where a household or individual pays income tax: decides what is withheld from them."""

    RESIDENT = "RESIDENT"
    NON_RESIDENT = "NON_RESIDENT"


class Craft(models.TextChoices):
    """The trades of Bình Dương, for finding sellers by."""

    FURNITURE = "furniture"
    LACQUER = "lacquer"
    CERAMICS = "ceramics"
    FOOTWEAR = "footwear"
    RUBBER = "rubber"
    MECHANICS = "mechanics"
    FRUIT = "fruit"
    TEXTILE = "textile"
    FOOD = "food"
    OTHER = "other"


class SellerQuerySet(models.QuerySet["Seller"]):
    def approved(self) -> "SellerQuerySet":
        """The sellers the public may see and buy from."""
        return self.filter(status=SellerStatus.APPROVED)

    def matching(self, words: str) -> "SellerQuerySet":
        """Sellers whose names have all the words in them, whatever their accents and case."""
        found = self
        for word in fold(words[:100]).split()[:6]:
            found = found.filter(search_text__contains=word)
        return found


class Seller(models.Model):
    """One legal person with one tax code. `status` changes only through the verbs of this package."""

    SUBJECT = "sellers.Seller"
    """Name of this kind of record among translations; fields name, tagline, story."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(max_length=120, unique=True)
    legal_name = models.CharField(max_length=250)
    name = models.CharField(max_length=120)
    tagline = models.CharField(max_length=200, blank=True)
    story = models.TextField(max_length=10_000, blank=True)
    source_language = models.CharField(max_length=16, default="vi")
    """The language that name, tagline and story are written in."""
    entity_type = models.CharField(max_length=12, choices=EntityType.choices)
    tax_residence = models.CharField(max_length=12, choices=TaxResidence.choices, default=TaxResidence.RESIDENT)
    tax_code = models.CharField(max_length=14, unique=True)
    """Digits, with the hyphen before a branch's three: 3700000001 or 3700000001-001; 12 digits for persons."""
    craft = models.CharField(max_length=12, choices=Craft.choices)
    status = models.CharField(max_length=10, choices=SellerStatus.choices, default=SellerStatus.APPLIED)
    address = models.ForeignKey("accounts.Address", on_delete=models.PROTECT, related_name="+")
    former_district = models.CharField(max_length=60, blank=True)
    email = models.EmailField(max_length=254)
    phone = models.CharField(max_length=20)
    website_url = models.URLField(max_length=250, blank=True)
    founded_year = models.PositiveSmallIntegerField(null=True, blank=True)
    logo = models.ImageField(upload_to="sellers/logos/", blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    search_text = models.CharField(max_length=400, editable=False)
    """Its names without accents and case, for finding it by what people type."""

    objects: ClassVar[SellerQuerySet] = SellerQuerySet.as_manager()  # type: ignore[assignment]  # a manager of this queryset

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["status", "craft"], name="seller_status_craft"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.search_text = fold(f"{self.name} {self.legal_name}")[:400]
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "search_text"}
        super().save(*args, **kwargs)

    @property
    def is_approved(self) -> bool:
        return self.status == SellerStatus.APPROVED


class SellerStatusChange(models.Model):
    """One line of a seller's history: what it became, who decided, when and why. Never edited."""

    seller = models.ForeignKey(Seller, on_delete=models.CASCADE, related_name="status_changes")
    status = models.CharField(max_length=10, choices=SellerStatus.choices)
    reason = models.CharField(max_length=1000, blank=True)
    by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"Seller {self.seller_id} became {self.status}"
