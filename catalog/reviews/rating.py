"""A product's rating: the mean of its approved reviews, kept on the product for lists, search and sorting."""

from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Count, Sum

from catalog.products.changed import product_changed
from catalog.products.product import Product
from catalog.reviews.review import LEAST, MOST, Review
from marketplace.written_once import WrittenOnce

_COUNTS: WrittenOnce[tuple[int, int, int]] = WrittenOnce(
    lambda products: (
        Review.objects.public()
        .filter(product_id__in=products)
        .order_by()
        .values_list("product_id", "rating")
        .annotate(number=Count("pk"))
    )
)


def recount(product: Product) -> None:
    """Count anew, under the product's lock, and tell the world.

    Two approvals at once: the second waits for the lock, then counts what the first has committed. Reviews of 5, 4 and
    4 stars make 4.33.
    """
    totals = Review.objects.public().filter(product=product).aggregate(number=Count("pk"), stars=Sum("rating"))
    number = totals["number"]
    mean = Decimal(totals["stars"]) / number if number else None
    rating = None if mean is None else mean.quantize(Decimal("0.01"), ROUND_HALF_UP)
    Product.objects.filter(pk=product.pk).update(rating=rating, review_count=number)
    product.rating, product.review_count = rating, number
    product_changed(product.pk)


def rating_counts(product_ids: list[int]) -> dict[int, dict[int, int]]:
    """How many approved reviews gave how many stars, by product; every number of stars is named."""
    found = {product_id: dict.fromkeys(range(MOST, LEAST - 1, -1), 0) for product_id in product_ids}
    for product_id, stars, number in _COUNTS(products=set(product_ids)):
        found[product_id][stars] = number
    return found
