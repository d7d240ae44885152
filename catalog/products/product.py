"""Product: what a seller offers, in the language its seller wrote it in."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from catalog.products.approval import ProductApproval
from catalog.products.category import Category
from catalog.products.listing import ProductChannelListing
from catalog.products.product_type import ProductType
from marketplace.sellers.models import Seller

if TYPE_CHECKING:
    from marketplace.channels.models import Channel


class ProductQuerySet(models.QuerySet["Product"]):
    """The products a caller means."""

    def current(self) -> "ProductQuerySet":
        """Not archived."""
        return self.filter(archived_at__isnull=True)

    def approved(self) -> "ProductQuerySet":
        """Approved products of approved sellers."""
        return self.current().filter(approval=ProductApproval.APPROVED, seller__in=Seller.objects.approved())

    def published_in(self, channel: "Channel", *, at: datetime | None = None) -> "ProductQuerySet":
        """What the public sees in the channel: published there, approved, and its seller approved."""
        return self.approved().filter(Exists(_started(at).filter(channel=channel)))

    def published_anywhere(self, *, at: datetime | None = None) -> "ProductQuerySet":
        """What the public sees in at least one open channel."""
        return self.approved().filter(Exists(_started(at).filter(channel__is_active=True)))


def _started(at: datetime | None) -> models.QuerySet[ProductChannelListing]:
    started = Q(published_at__isnull=True) | Q(published_at__lte=at or timezone.now())
    return ProductChannelListing.objects.filter(started, is_published=True, product=OuterRef("pk"))


class Product(models.Model):
    """A product page. Its variants are what is ordered, priced and stocked."""

    seller = models.ForeignKey(Seller, on_delete=models.PROTECT, related_name="+")
    slug = models.SlugField(max_length=160, unique=True)
    name = models.CharField(max_length=250)
    description = models.TextField(blank=True, max_length=20_000)
    """HTML, sanitised when written: paragraphs, lists, emphasis; never scripts, styles or links out."""
    material = models.CharField(max_length=250, blank=True)
    source_language = models.CharField(max_length=16, default="vi")
    category = models.ForeignKey(Category, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    product_type = models.ForeignKey(ProductType, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    hs_code = models.CharField(max_length=12, blank=True)
    """6 to 12 digits of the Harmonized System without dots; empty when not classified."""
    origin_country = models.CharField(max_length=2, default="VN")
    approval = models.CharField(max_length=10, choices=ProductApproval.choices, default=ProductApproval.DRAFT)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    archived_at = models.DateTimeField(null=True, blank=True)
    """Set when the seller deletes it; orders keep pointing at the row."""
    search_version = models.PositiveIntegerField(default=1)
    """Bumped at every change, so that an older message never overwrites a newer index entry."""

    objects = ProductQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["seller", "approval"], name="product_by_seller"),
            models.Index(fields=["approval", "created_at"], name="product_by_approval"),
        ]

    def __str__(self) -> str:
        return self.slug
