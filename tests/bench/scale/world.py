"""The small world that is copied: 20 sellers with 50 products each and their orders of twelve days."""

from decimal import Decimal

from django.db import connection

from catalog.models import Product, ProductMedia, ProductVariant, Stock, VariantChannelListing
from i18n.translation import Translation
from marketplace.channels.models import Channel
from marketplace.sellers.models import Seller
from tests.bench.scale.copies import copy_rows
from tests.factories.aftermath import make_delivered_order
from tests.factories.many_products import make_many_products
from tests.factories.orders import make_order, make_packed_order, make_paid_order
from tests.factories.sellers import make_member

PRODUCTS, SELLERS, ORDERS = 1000, 20, 40
ROUNDS = 25
"""The orders again, ten hours earlier each time: a thousand in ten days."""
SHARED = (
    "django_",
    "auth_",
    "channels_",
    "accounts_address",
    "catalog_category",
    "catalog_attribute",
    "i18n_exchangerate",
    "marketplace_",
    "logistics_rate",
    "logistics_shippingzone",
    "logistics_customs",
    "logistics_hsname",
    "orders_ledger",
    "orders_ordernumber",
    "orders_allocation",
    "events_",
    "logistics_document",
    "logistics_screening",
    "logistics_ssccrange",
    "accounts_outgoing",
    "catalog_stockmovement",
    "indicators_",
)
"""What all sellers have in common, and what no page of these measures reads, by the beginning of a table's name."""
EARLIER = {("*", "timestamp with time zone"): "{column} - n * interval '10 hours'"}
FILLED = """
SELECT c.oid::regclass::text FROM pg_class c
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace ORDER BY 1"""


def make_small_world() -> None:
    """Products as sellers write them, orders as buyers place them: all by the product's own verbs."""
    make_many_products(PRODUCTS, made_by=SELLERS)
    Translation.objects.filter(subject="catalog.Product", field="description").delete()
    _second_variants()
    _pictures()
    for seller in Seller.objects.all():
        make_member(seller)
    _orders(ORDERS)
    repeat_orders()


def repeat_orders() -> None:
    """Those of every ten hours before, with their parcels and payments."""
    tables = [name for name in _filled() if name.startswith(("orders_", "logistics_")) and not name.startswith(SHARED)]
    copy_rows(tables, copies=ROUNDS - 1, expressions=EARLIER)


def grow_world(times: int) -> None:
    """As many worlds as ``times``; each with sellers, products, buyers and orders of its own."""
    tables = [name for name in _filled() if not name.startswith(SHARED)]
    copy_rows(tables, copies=times - 1, expressions=_expressions())
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _expressions() -> dict[tuple[str, str], str]:
    word = "translate(to_hex(n), '0123456789', 'ghijklmnop')"
    return {
        ("catalog_product", "name"): f"{{column}} || ' ' || {word}",
        # Else the newest of a large world would all be copies of one product, perhaps of one that a market has not.
        ("catalog_product", "created_at"): "{column} - n * interval '1 minute'",
        (
            "i18n_translation",
            "text",
        ): f"CASE WHEN r.subject = 'catalog.Product' THEN r.text || ' ' || {word} ELSE r.text END",
        ("i18n_translation", "object_id"): f"(r.object_id::bigint + {PRODUCTS} * n)::text",
    }


def _second_variants() -> None:
    """Each product has a second size, at a price of its own."""
    firsts = list(ProductVariant.objects.order_by("pk"))
    seconds = ProductVariant.objects.bulk_create(
        ProductVariant(product_id=one.product_id, seller_id=one.seller_id, sku=f"{one.sku}-L", moq=one.moq)
        for one in firsts
    )
    second_of = {first.pk: second.pk for first, second in zip(firsts, seconds, strict=True)}
    for model, more in ((VariantChannelListing, {"price_amount"}), (Stock, set[str]())):
        rows = list(model.objects.order_by("pk"))
        for row in rows:
            row.pk, row.variant_id = None, second_of[row.variant_id]
            for amount in more:
                setattr(row, amount, getattr(row, amount) + Decimal(10))
        model.objects.bulk_create(rows)  # type: ignore[attr-defined]  # either of two models
    ProductVariant.objects.update(
        gross_weight_g=4500, net_weight_g=4000, length_mm=500, width_mm=500, height_mm=900, moq=1
    )
    Stock.objects.update(quantity=100_000)


def _pictures() -> None:
    ProductMedia.objects.bulk_create(
        ProductMedia(product=product, image=f"products/{product.pk}.webp", alt=product.name, width=800, height=600)
        for product in Product.objects.order_by("pk")
    )


def _orders(number: int) -> None:
    """Orders of one seller each with two lines: most have arrived, some are on their way through the workshop."""
    eu = Channel.objects.get(slug="eu")
    sold = list(ProductVariant.objects.filter(channel_listings__channel=eu, sku__endswith="-L").order_by("pk"))
    by_seller: dict[int, list[ProductVariant]] = {}
    for variant in sold:
        by_seller.setdefault(variant.seller_id, []).append(variant)
    sellers = sorted(by_seller)
    ways = [make_order, make_paid_order, make_packed_order, *[make_delivered_order] * 7]
    for n in range(number):
        own = by_seller[sellers[n % len(sellers)]]
        first, second = own[n % len(own)], own[(n + 1) % len(own)]
        ways[n // len(sellers) * 2 % 10 + n % 2]((first, 1), (second, 2), email=f"buyer{n}@example.org")


def _filled() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(FILLED)
        names = [row[0] for row in cursor.fetchall()]
        filled = []
        for name in names:
            cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {name})")  # noqa: S608  # names of tables that this project wrote
            if cursor.fetchone()[0]:
                filled.append(name)
        return filled
