"""Collection: products that somebody picked and put in order, such as "Gifts for Tết"."""

from datetime import datetime

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from catalog.products.product import Product
from marketplace.channels.models import Channel

SUBJECT = "catalog.Collection"
FIELDS = ("name", "description")


class CollectionQuerySet(models.QuerySet["Collection"]):
    """The collections a caller means."""

    def published_in(self, channel: Channel, *, at: datetime | None = None) -> "CollectionQuerySet":
        """What the public sees in the channel."""
        started = Q(published_at__isnull=True) | Q(published_at__lte=at or timezone.now())
        listings = CollectionChannelListing.objects.filter(
            started, is_published=True, channel=channel, collection=OuterRef("pk")
        )
        return self.filter(Exists(listings))


class Collection(models.Model):
    """``name`` and ``description`` are English; other languages are translations of ``catalog.Collection``."""

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=200)
    description = models.TextField(blank=True, max_length=5000)
    """HTML, sanitised when written."""
    image = models.CharField(max_length=200, blank=True)
    """Storage path of the largest size of its picture."""
    image_alt = models.CharField(max_length=250, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = CollectionQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.slug


class CollectionProduct(models.Model):
    """A product's place in a collection."""

    collection = models.ForeignKey(Collection, on_delete=models.CASCADE, related_name="places")
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="collection_places")
    sort_order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "id"]
        constraints = [models.UniqueConstraint(fields=["collection", "product"], name="product_once_per_collection")]

    def __str__(self) -> str:
        return f"{self.product_id} in {self.collection_id}"


class CollectionChannelListing(models.Model):
    """A collection in a channel."""

    collection = models.ForeignKey(Collection, on_delete=models.CASCADE, related_name="channel_listings")
    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="+")
    is_published = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True, blank=True)
    """Shown from this moment; empty means at once."""

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["collection", "channel"], name="collection_once_per_channel")]

    def __str__(self) -> str:
        return f"{self.collection_id} in {self.channel_id}"
