"""Product: what a seller offers, in the language its seller wrote it in."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone

from catalog.products.approval import ProductApproval
from catalog.products.category import Category
from catalog.products.listing import ProductChannelListing
from catalog.products.product_type import ProductType
from catalog.products.safety_facts import SafetyFacts
from catalog.products.takedown.takedown import Takedown
from catalog.products.trade_facts import TradeFacts
from marketplace.sellers.models import Seller

if TYPE_CHECKING:
    from marketplace.channels.models import Channel


class ProductQuerySet(models.QuerySet["Product"]):
    """The products a caller means."""

    def current(self) -> "ProductQuerySet":
        """Not archived."""
        return self.filter(archived_at__isnull=True)

    def approved(self) -> "ProductQuerySet":
        """Approved products of approved sellers that no authority had taken down."""
        # Takedowns in force are few: two short lists looked up once, not a question for every product.
        hidden = Takedown.objects.in_force()
        return (
            self.current()
            .filter(approval=ProductApproval.APPROVED, seller__in=Seller.objects.approved())
            .exclude(pk__in=hidden.filter(product__isnull=False).order_by().values("product"))
            .exclude(seller__in=hidden.filter(product__isnull=True).order_by().values("seller"))
        )

    def published_in(self, channel: "Channel | int", *, at: datetime | None = None) -> "ProductQuerySet":
        """What the public sees in the channel (or that of the key): published there, approved, its seller approved."""
        return self.approved().filter(Exists(_shown(at).filter(channel=channel)))

    def published_anywhere(self, *, at: datetime | None = None) -> "ProductQuerySet":
        """What the public sees in at least one open channel."""
        return self.approved().filter(Exists(_shown(at).filter(channel__is_active=True)))


def _shown(at: datetime | None) -> models.QuerySet[ProductChannelListing]:
    return ProductChannelListing.objects.shown(at or timezone.now()).filter(product=OuterRef("pk"))


class Product(TradeFacts, SafetyFacts):
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
    approval = models.CharField(max_length=10, choices=ProductApproval.choices, default=ProductApproval.DRAFT)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    archived_at = models.DateTimeField(null=True, blank=True)
    """Set when the seller deletes it; orders keep pointing at the row."""
    rating = models.DecimalField(max_digits=3, decimal_places=2, null=True, blank=True)
    """Mean of the approved reviews, 1.00 to 5.00; ``None`` without any. Kept by `catalog.reviews.rating`."""
    review_count = models.PositiveIntegerField(default=0)
    """How many reviews are approved."""
    search_version = models.PositiveIntegerField(default=1)
    """Bumped at every change, so that an older message never overwrites a newer index entry."""

    objects = ProductQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["seller", "approval"], name="product_by_seller"),
            models.Index(fields=["approval", "created_at"], name="product_by_approval"),
            # Whole, not of the approved alone: a prepared statement doesn't say which approval it means.
            models.Index(fields=["-created_at", "-id"], name="product_newest"),
            models.Index(fields=["category", "-created_at", "-id"], name="product_newest_in_category"),
            models.Index(fields=["name", "id"], name="product_by_name"),
            models.Index(fields=["updated_at", "id"], name="product_by_change"),
        ]

    def __str__(self) -> str:
        return self.slug
