"""Listings: whether a product is shown in a channel, and what a variant costs there."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from i18n.fields import amount_field, currency_field
from i18n.money import Money
from marketplace.channels.models import Channel


class ProductChannelListingQuerySet(models.QuerySet["ProductChannelListing"]):
    """The listings a caller means, at a moment. Windows are open at their start and closed at their end."""

    def shown(self, at: datetime) -> "ProductChannelListingQuerySet":
        """Published, and within the window of publication."""
        return self.not_ended(at).filter(Q(published_at__isnull=True) | Q(published_at__lte=at))

    def not_ended(self, at: datetime) -> "ProductChannelListingQuerySet":
        """Published, and shown now or later."""
        return self.filter(Q(published_until__isnull=True) | Q(published_until__gt=at), is_published=True)

    def for_purchase(self, at: datetime) -> "ProductChannelListingQuerySet":
        """Within the window in which they may be ordered."""
        return self.filter(
            Q(available_for_purchase_at__isnull=True) | Q(available_for_purchase_at__lte=at),
            Q(available_for_purchase_until__isnull=True) | Q(available_for_purchase_until__gt=at),
        )


class ProductChannelListing(models.Model):
    """A product in a channel."""

    product = models.ForeignKey("catalog.Product", on_delete=models.CASCADE, related_name="channel_listings")
    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="+")
    is_published = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True, blank=True)
    """Shown from this moment; empty means at once."""
    published_until = models.DateTimeField(null=True, blank=True)
    """Not shown any more from this moment; empty means until it is taken out."""
    available_for_purchase_at = models.DateTimeField(null=True, blank=True)
    """May be ordered from this moment; empty means as soon as it is shown."""
    available_for_purchase_until = models.DateTimeField(null=True, blank=True)
    """Not to be ordered any more from this moment; empty means as long as it is shown."""

    objects: ClassVar[ProductChannelListingQuerySet] = ProductChannelListingQuerySet.as_manager()  # type: ignore[assignment]  # a manager of this queryset

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["product", "channel"], name="product_once_per_channel"),
            models.CheckConstraint(
                condition=Q(published_until__isnull=True)
                | Q(published_at__isnull=True)
                | Q(published_until__gt=F("published_at")),
                name="listing_ends_after_it_starts",
            ),
        ]
        indexes = [
            models.Index(fields=["channel", "is_published"], name="listing_published"),
            *(
                models.Index(fields=[moment], name=f"listing_{short}", condition=Q(**{f"{moment}__isnull": False}))
                for moment, short in (
                    ("published_at", "shown_from"),
                    ("published_until", "shown_until"),
                    ("available_for_purchase_at", "sold_from"),
                    ("available_for_purchase_until", "sold_until"),
                )
            ),
        ]

    def __str__(self) -> str:
        return f"{self.product_id} in {self.channel_id}"

    def is_shown(self, at: datetime) -> bool:
        """What `ProductChannelListingQuerySet.shown` asks, of one row."""
        return self.is_published and _within(self.published_at, self.published_until, at)

    def is_for_purchase(self, at: datetime) -> bool:
        return _within(self.available_for_purchase_at, self.available_for_purchase_until, at)


def _within(start: datetime | None, end: datetime | None, at: datetime) -> bool:
    return (start is None or start <= at) and (end is None or at < end)


class VariantChannelListing(models.Model):
    """A variant's price in a channel, in the channel's currency.

    What holds now is said by `catalog.pricing.price` alone: a running sale is lower than ``price_amount``.
    """

    variant = models.ForeignKey("catalog.ProductVariant", on_delete=models.CASCADE, related_name="channel_listings")
    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="+")
    price_amount = amount_field()
    """The regular price; see `catalog.pricing.derivation` for one that follows a base price."""
    currency = currency_field()
    sale_amount = amount_field(null=True, blank=True)
    sale_starts_at = models.DateTimeField(null=True, blank=True)
    """Never empty beside a sale price: the thirty days before a reduction count from here."""
    sale_ends_at = models.DateTimeField(null=True, blank=True)
    """The sale is over from this moment; empty means until the seller ends it."""

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["variant", "channel"], name="variant_once_per_channel"),
            models.CheckConstraint(condition=Q(price_amount__gt=0), name="variant_price_above_zero"),
            models.CheckConstraint(
                condition=Q(sale_amount__isnull=True, sale_starts_at__isnull=True, sale_ends_at__isnull=True)
                | Q(sale_amount__isnull=False, sale_amount__gt=0, sale_starts_at__isnull=False)
                & (Q(sale_ends_at__isnull=True) | Q(sale_ends_at__gt=F("sale_starts_at"))),
                name="variant_sale_whole_or_none",
            ),
        ]
        indexes = [
            models.Index(fields=["channel", "price_amount"], name="variant_price_in_channel"),
            models.Index(
                fields=["sale_starts_at"], name="variant_sale_from", condition=Q(sale_starts_at__isnull=False)
            ),
            models.Index(fields=["sale_ends_at"], name="variant_sale_until", condition=Q(sale_ends_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.variant_id} in {self.channel_id}"

    @property
    def price(self) -> Money:
        return Money(self.price_amount, self.currency)

    def sale_runs(self, at: datetime) -> bool:
        """Whether the sale price holds at the moment; one that isn't lower than the regular price never does."""
        return (
            self.sale_amount is not None
            and self.sale_amount < self.price_amount
            and _within(self.sale_starts_at, self.sale_ends_at, at)
        )
