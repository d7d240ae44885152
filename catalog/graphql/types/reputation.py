"""What others say of a product, and what stands beside it, in the API. `Product` inherits these fields."""

from typing import Any

from catalog.favorites.favorite import Favorite
from catalog.graphql.access import MEMBERS, visible_products
from catalog.graphql.in_channel import channel_of, put_in_channel
from catalog.graphql.types.certificate import Certificate
from catalog.graphql.types.review import ProductReviewCountableConnection
from catalog.graphql.types.traced_lot import TracedLot
from catalog.models import Certificate as CertificateRow
from catalog.models import Product as ProductRow
from catalog.models import RelatedProduct
from catalog.models import Review as ReviewRow
from catalog.products.certificates.valid import valid_certificates_of
from catalog.products.related.shown import Beside, shown_beside
from catalog.reviews.rating import rating_counts
from catalog.traceability.shopper.warranty.terms import months_of
from catalog.traceability.traced_lots import TracedLot as TracedLotRow
from catalog.traceability.traced_lots import lots_with_codes, newest_traced_lots
from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.graphql import (
    ANYONE,
    SIGNED_IN,
    Boolean,
    ConnectionField,
    Decimal,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    batch,
    related_list,
    written_connection,
)

MOST_BESIDE = 12
MOST_TRACED = 10


def _product() -> Any:
    from catalog.graphql.types.product import Product  # the two types name each other

    return Product


class RatingCount(ObjectType):
    """How many reviews gave so many stars."""

    class Meta:
        access = ANYONE

    stars = Field(Int, required=True)
    count = Field(Int, required=True)


class RelatedChoice(ObjectType):
    """A related product as the seller chose it."""

    class Meta:
        access = SIGNED_IN

    product = Field(_product, required=True)
    both_ways = Field(Boolean, required=True, description="Each is shown beside the other.")

    @staticmethod
    @batch
    def resolve_product(rows: list[RelatedProduct], info: Any) -> list[ProductRow]:
        return [row.related for row in rows]


def _reviews(rating: int | None = None, language_code: Any = None) -> Any:
    rows = ReviewRow.objects.public().order_by("-created_at", "-pk")
    rows = rows if rating is None else rows.filter(rating=rating)
    return rows if language_code is None else rows.filter(language=str(language_code))


class Reputation(ObjectType):
    """Certificates, reviews and neighbours of a product."""

    class Meta:
        access = ANYONE

    certificates = Field(
        NonNull(List(NonNull(Certificate))), description="Those that are valid today, of the product and of its seller."
    )
    traced_lots = Field(Int, required=True, description="Lots of it whose pieces carry codes that can be traced.")
    newest_traced_lots = Field(
        NonNull(List(NonNull(TracedLot))),
        first=Int(description="At most this many; 3 unless said, never more than 10."),
        description="Lots whose way can be read, last made first.",
    )
    warranty_months = Field(
        Int, description="For how long its maker stands for it, beside what the law gives; null for no promise."
    )
    rating = Field(Decimal, description="Mean of the reviews, 1.00 to 5.00; null without any.")
    review_count = Field(Int, required=True)
    rating_counts = Field(NonNull(List(NonNull(RatingCount))), description="Five stars first; every number is named.")
    reviews = ConnectionField(
        ProductReviewCountableConnection,
        rating=Int(description="Only those with so many stars."),
        language_code=LanguageCodeEnum(description="Only those written in this language."),
        description="What buyers say, newest first.",
    )
    is_favorite = Field(Boolean, description="Among the caller's favourites; null for the anonymous.")
    related_products = Field(
        NonNull(List(NonNull(_product))),
        first=Int(description="At most this many; 8 unless said, never more than 12."),
        description="What its seller wants shown beside it.",
    )
    similar_products = Field(
        NonNull(List(NonNull(_product))),
        first=Int(description="At most this many; 8 unless said, never more than 12."),
        description="Others of the same category, best rated first, then newest.",
    )

    related_choices = Field(List(NonNull(RelatedChoice)), access=MEMBERS, description="As the seller chose them.")

    resolve_reviews = written_connection(_reviews, by="product_id")
    resolve_related_choices = related_list(
        lambda info, **args: (
            RelatedProduct.objects.select_related("related")
            .filter(related__archived_at__isnull=True)
            .order_by("sort_order", "pk")
        ),
        by="product_id",
    )

    @staticmethod
    @batch
    def resolve_certificates(products: list[ProductRow], info: Any) -> list[list[CertificateRow]]:
        found = valid_certificates_of([product.pk for product in products], info.context.now.date())
        return [found[product.pk] for product in products]

    @staticmethod
    @batch
    def resolve_traced_lots(products: list[ProductRow], info: Any) -> list[int]:
        found = lots_with_codes([product.pk for product in products])
        return [found.get(product.pk, 0) for product in products]

    @staticmethod
    @batch
    def resolve_newest_traced_lots(
        products: list[ProductRow], info: Any, first: int | None = None
    ) -> list[list[TracedLotRow]]:
        most = max(0, min(3 if first is None else first, MOST_TRACED))
        found = newest_traced_lots([product.pk for product in products], first=most)
        return [found.get(product.pk, []) for product in products]

    @staticmethod
    @batch
    def resolve_warranty_months(products: list[ProductRow], info: Any) -> list[int | None]:
        found = months_of([product.pk for product in products])
        return [found.get(product.pk) for product in products]

    @staticmethod
    @batch
    def resolve_rating_counts(products: list[ProductRow], info: Any) -> list[list[dict[str, int]]]:
        found = rating_counts([product.pk for product in products])
        return [[{"stars": stars, "count": n} for stars, n in found[product.pk].items()] for product in products]

    @staticmethod
    @batch
    def resolve_is_favorite(products: list[ProductRow], info: Any) -> list[bool | None]:
        actor = info.context.actor
        if not actor.is_authenticated:
            return [None] * len(products)
        kept = Favorite.objects.filter(user_id=actor.id, product_id__in=[product.pk for product in products])
        ids = set(kept.values_list("product_id", flat=True))
        return [product.pk in ids for product in products]

    @staticmethod
    @batch
    def resolve_related_products(
        products: list[ProductRow], info: Any, first: int | None = None
    ) -> list[list[ProductRow]]:
        return [beside.chosen for beside in _beside(products, info, first)]

    @staticmethod
    @batch
    def resolve_similar_products(
        products: list[ProductRow], info: Any, first: int | None = None
    ) -> list[list[ProductRow]]:
        return [beside.similar for beside in _beside(products, info, first)]


def _beside(products: list[ProductRow], info: Any, first: int | None) -> list[Beside]:
    """What the public sees beside each, in the channel it was found in; both fields of a page share the answer."""
    wanted = max(0, min(8 if first is None else first, MOST_BESIDE))
    kept = f"api_beside_{wanted}"
    waiting = [product for product in products if not hasattr(product, kept)]
    for channel in {channel_of(product) for product in waiting}:
        level = [product for product in waiting if channel_of(product) == channel]
        now = info.context.now
        visible = visible_products(info) if channel is None else ProductRow.objects.published_in(channel, at=now)
        found = shown_beside(level, visible, first=wanted)
        for product in level:
            beside = found[product.pk]
            put_in_channel([*beside.chosen, *beside.similar], channel)
            setattr(product, kept, beside)
    return [getattr(product, kept) for product in products]
