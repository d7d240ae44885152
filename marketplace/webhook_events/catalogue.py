"""Products and stock: their seller is told, and the operator."""

from collections.abc import Iterable

from django.utils import timezone

from catalog.events import ProductChanged, ProductsChanged, StockChanged, StocksChanged
from catalog.models import Product, ProductVariant
from catalog.stock.available import available
from marketplace.graphql import to_global_id
from marketplace.webhook_events.snapshots import product_facts, stock_facts
from marketplace.webhooks.event_type import WebhookEventType
from marketplace.webhooks.queue import Happening, listeners, queue_webhooks


def tell_product_changed(event: ProductChanged) -> None:
    _tell_products([event.product_id])


def tell_products_changed(event: ProductsChanged) -> None:
    _tell_products(event.product_ids)


def tell_stock_changed(event: StockChanged) -> None:
    _tell_stocks([event.variant_id])


def tell_stocks_changed(event: StocksChanged) -> None:
    _tell_stocks(event.variant_ids)


def _tell_products(product_ids: Iterable[int]) -> None:
    wanted = listeners(WebhookEventType.PRODUCT_CHANGED)
    if not wanted:
        return
    for product in Product.objects.filter(pk__in=set(product_ids)).order_by("pk"):
        ids = {"product": to_global_id("Product", product.pk), "seller": to_global_id("Seller", product.seller_id)}
        _queue(WebhookEventType.PRODUCT_CHANGED, wanted, product.seller_id, ids, product_facts(product))


def _tell_stocks(variant_ids: Iterable[int]) -> None:
    wanted = listeners(WebhookEventType.STOCK_CHANGED)
    if not wanted:
        return
    rows = ProductVariant.objects.filter(pk__in=set(variant_ids)).prefetch_related("stocks__warehouse").order_by("pk")
    free = available([variant.pk for variant in rows])
    for variant in rows:
        ids = {
            "productVariant": to_global_id("ProductVariant", variant.pk),
            "product": to_global_id("Product", variant.product_id),
            "seller": to_global_id("Seller", variant.seller_id),
        }
        facts = stock_facts(variant, free[variant.pk])
        _queue(WebhookEventType.STOCK_CHANGED, wanted, variant.seller_id, ids, facts)


def _queue(
    event_type: WebhookEventType,
    wanted: set[int | None],
    seller_id: int,
    ids: dict[str, str],
    facts: dict[str, object],
) -> None:
    told = [Happening(event_type, listener, ids, facts) for listener in (None, seller_id) if listener in wanted]
    if told:
        queue_webhooks(told, now=timezone.now())
