"""Put the values back that `before` kept, for a batch of rows, in the transaction of its caller."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils import timezone

from catalog.pricing.base_price import BasePrice
from catalog.pricing.record_prices import record_prices
from catalog.pricing.tier import PriceTier
from catalog.products.approval import ProductApprovalChange
from catalog.products.attributes.assigned import Assigned, ProductAttributeValue, VariantAttributeValue
from catalog.products.bulk_import.models import ProductImport, ProductImportRow
from catalog.products.bulk_import.save_columns import save_columns
from catalog.products.changed import products_changed
from catalog.products.listing import VariantChannelListing
from catalog.products.product import Product
from catalog.products.translate import SUBJECT
from catalog.products.variant import ProductVariant
from catalog.stock.count import set_stocks
from catalog.stock.locks import lock_stocks
from catalog.stock.move import Why
from catalog.stock.movement import MovementKind
from i18n.store_translations import NewText, store_translations
from i18n.translation import TranslationSource
from marketplace.channels.models import Channel


@dataclass(frozen=True, slots=True)
class Kept:
    """A written row with what `before` kept of it."""

    sku: str
    product_id: int
    before: dict[str, Any]


Rows = Sequence[Kept]


def put_back(product_import: ProductImport, rows: Sequence[ProductImportRow]) -> None:
    """New products and variants go, changed ones get their values back; stock never falls below what orders hold."""
    changed = [Kept(row.sku, row.product_id, row.before) for row in rows if row.before and row.product_id]
    _remove_new(product_import, changed)
    there = [row for row in changed if not row.before.get("new_product")]
    products = Product.objects.in_bulk({row.product_id for row in there})
    variants = _variants(product_import, there)
    _restore(Product, ((products.get(row.product_id), row.before["product"]) for row in there))
    _restore_approvals(there, products)
    _restore(ProductVariant, ((variants.get(row.sku), row.before.get("variant", {})) for row in there))
    sold = [(row.before, variants[row.sku]) for row in there if row.sku in variants and "prices" in row.before]
    _restore_prices(sold)
    _restore_base_prices(sold)
    _restore_stocks(sold)
    _restore_texts(there)
    _restore_answers(there, variants)
    products_changed(row.product_id for row in changed)


def _remove_new(product_import: ProductImport, rows: Rows) -> None:
    Product.objects.filter(pk__in=[row.product_id for row in rows if row.before.get("new_product")]).delete()
    new = [row.sku for row in rows if row.before.get("new_variant")]
    ProductVariant.objects.current().filter(seller=product_import.seller, sku__in=new).delete()


def _variants(product_import: ProductImport, rows: Rows) -> dict[str, ProductVariant]:
    own = ProductVariant.objects.current().filter(seller=product_import.seller, sku__in=[row.sku for row in rows])
    return {variant.sku: variant for variant in own}


def _restore(model: Any, values: Iterable[tuple[Any, dict[str, Any]]]) -> None:
    """The first row that changed something knows what was there: rows come from the last to the first."""
    changed: dict[int, Any] = {}
    fields: set[str] = set()
    for row, before in values:
        if row is not None and before:
            for name, value in before.items():
                setattr(row, name, model._meta.get_field(name).to_python(value))
            changed[row.pk] = row
            fields |= before.keys()
    if fields:
        save_columns(model, list(changed.values()), fields)


def _restore_approvals(rows: Rows, products: dict[int, Product]) -> None:
    again: dict[int, Product] = {}
    for row in rows:
        product = products.get(row.product_id)
        if product is not None and product.approval != row.before["approval"]:
            product.approval = row.before["approval"]
            again[product.pk] = product
    save_columns(Product, list(again.values()), ["approval"])
    now = timezone.now()
    ProductApprovalChange.objects.bulk_create(
        ProductApprovalChange(product=product, approval=product.approval, at=now) for product in again.values()
    )


Sold = Sequence[tuple[dict[str, Any], ProductVariant]]


def _restore_prices(sold: Sold) -> None:
    currencies = dict(Channel.objects.values_list("pk", "currency_code"))
    prices = [(variant, int(pk), amount) for before, variant in sold for pk, amount in before["prices"].items()]
    for pk in {pk for _variant, pk, amount in prices if amount is None}:
        gone = [variant for variant, channel, amount in prices if channel == pk and amount is None]
        VariantChannelListing.objects.filter(channel_id=pk, variant__in=gone).delete()
    listings = VariantChannelListing.objects.bulk_create(
        [
            VariantChannelListing(variant=variant, channel_id=pk, price_amount=Decimal(amount), currency=currencies[pk])
            for variant, pk, amount in prices
            if amount is not None
        ],
        update_conflicts=True,
        unique_fields=["variant", "channel"],
        update_fields=["price_amount"],
    )
    tiers = {(variant.pk, int(pk)): steps for before, variant in sold for pk, steps in before["tiers"].items()}
    PriceTier.objects.filter(listing__in=listings).delete()
    PriceTier.objects.bulk_create(
        PriceTier(listing=listing, minimum_quantity=quantity, price_amount=Decimal(amount))
        for listing in listings
        for quantity, amount in tiers.get((listing.variant_id, listing.channel_id), ())
    )
    record_prices([variant.pk for variant, _pk, _amount in prices], at=timezone.now())


def _restore_base_prices(sold: Sold) -> None:
    given = [(variant, price) for before, variant in sold for price in before["base_price"]]
    BasePrice.objects.filter(variant__in=[variant for variant, price in given if price is None]).delete()
    BasePrice.objects.bulk_create(
        [BasePrice(variant=variant, amount=Decimal(price[0]), currency=price[1]) for variant, price in given if price],
        update_conflicts=True,
        unique_fields=["variant"],
        update_fields=["amount", "currency"],
    )


def _restore_stocks(sold: Sold) -> None:
    before = {
        (variant.pk, int(warehouse)): quantity
        for facts, variant in sold
        for warehouse, quantity in facts["stocks"].items()
    }
    stocks = {(stock.variant_id, stock.warehouse_id): stock for stock in lock_stocks(pk for pk, _w in before)}
    counts = {
        (place[1], place[0]): max(quantity or 0, stocks[place].quantity_allocated)
        for place, quantity in before.items()
        if place in stocks
    }
    set_stocks(counts, why=Why(MovementKind.IMPORTED))


def _restore_texts(rows: Rows) -> None:
    store_translations(
        [
            NewText(SUBJECT, str(row.product_id), name, language, text, TranslationSource.IMPORTED)
            for row in rows
            for language, name, text in row.before["texts"]
        ]
    )


def _restore_answers(rows: Rows, variants: dict[str, ProductVariant]) -> None:
    for model, owner, on_variant in (
        (ProductAttributeValue, "product_id", False),
        (VariantAttributeValue, "variant_id", True),
    ):
        wanted: dict[tuple[int, int], list[dict[str, Any]]] = {}
        for row in rows:
            variant = variants.get(row.sku)
            pk = variant.pk if on_variant and variant else row.product_id
            for attribute, of_variant, said in row.before["answers"]:
                if of_variant == on_variant and pk is not None:
                    wanted[pk, attribute] = said
        _rewrite(model, owner, wanted)


def _rewrite(model: type[Assigned], owner: str, wanted: dict[tuple[int, int], list[dict[str, Any]]]) -> None:
    if not wanted:
        return
    manager: Any = model._default_manager
    present = manager.filter(
        **{f"{owner}__in": {pk for pk, _attribute in wanted}}, attribute_id__in={attribute for _pk, attribute in wanted}
    )
    changed = [row.pk for row in present if (getattr(row, owner), row.attribute_id) in wanted]
    manager.filter(pk__in=changed).delete()
    manager.bulk_create(
        model(**{owner: pk}, attribute_id=attribute, place=place, **said)
        for (pk, attribute), answers in wanted.items()
        for place, said in enumerate(answers)
    )
