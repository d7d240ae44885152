"""The database of the comparison: 10,000 products in seven languages, two variants each, in a file or on a server."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


@contextmanager
def world(number: int, folder: Path) -> Iterator[tuple[str, str]]:
    """``DATABASE_URL`` for the marketplace (empty: the embedded one in ``folder``) and the same for the limit."""
    from django.db import connection

    from tests.bench.many_products_database import database_of

    with database_of(number):
        second_variants()
        if connection.vendor == "sqlite":
            path = folder / "marketplace.sqlite3"
            with sqlite3.connect(path) as target:
                connection.connection.backup(target)
            yield "", str(path)
            return
        base = os.environ["DATABASE_URL"].rpartition("/")[0]
        url = f"{base}/{connection.settings_dict['NAME']}"
        yield url, url


def second_variants() -> None:
    """Each product has one variant; here it gets another, with its price and its stock."""
    from catalog.models import ProductVariant, Stock, VariantChannelListing

    first = list(ProductVariant.objects.order_by("pk"))
    second = ProductVariant.objects.bulk_create(
        ProductVariant(
            product_id=one.product_id, seller_id=one.seller_id, sku=f"{one.sku}-L", name="L", moq=one.moq, sort_order=1
        )
        for one in first
    )
    new = {one.pk: other.pk for one, other in zip(first, second, strict=True)}
    _copied(VariantChannelListing, new)
    _copied(Stock, new)


def _copied(model: Any, new: dict[int, int]) -> None:
    rows = list(model.objects.all())
    for row in rows:
        row.pk, row.variant_id, row._state.adding = None, new[row.variant_id], True
    model.objects.bulk_create(rows, batch_size=2000)
