"""The writing half of applying an import: everything in bulk."""

from collections.abc import Sequence

from django.utils import timezone

from catalog.products.approval import ProductApproval, ProductApprovalChange
from catalog.products.bulk_import.evaluate import Evaluation, Step
from catalog.products.listing import VariantChannelListing
from catalog.products.product import Product
from catalog.products.review import REVIEWED_FIELDS
from catalog.products.slug import unique_slugs
from catalog.products.variant import ProductVariant
from catalog.refusal import Problem, Refused
from catalog.stock.stock import Stock
from catalog.stock.warehouse import Warehouse
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.sellers.models import Seller

BATCH = 500
FIRST_WAREHOUSE = "Kho chính"
_PRODUCT_COLUMNS = ("name", "description", "material", "hs_code", "category")
_VARIANT_COLUMNS = (
    "gtin", "net_weight_g", "gross_weight_g", "length_mm", "width_mm", "height_mm",
    "units_per_carton", "moq", "order_multiple", "lead_time_days",
)  # fmt: skip


def create_rows(seller: Seller, steps: Sequence[Step], evaluation: Evaluation, by: User | None) -> list[int]:
    """A draft with one variant for each row; returns the products' ids."""
    slugs = unique_slugs(step.data.product["name"] for step in steps)
    products = Product.objects.bulk_create(
        [Product(seller=seller, slug=slug, **step.data.product) for step, slug in zip(steps, slugs, strict=True)], BATCH
    )
    variants = ProductVariant.objects.bulk_create(
        [
            ProductVariant(product=product, seller=seller, **step.data.variant)
            for step, product in zip(steps, products, strict=True)
        ],
        BATCH,
    )
    _history(products, ProductApproval.DRAFT, by)
    _write_prices(list(zip(steps, variants, strict=True)), evaluation)
    _write_stock(seller, list(zip(steps, variants, strict=True)), evaluation)
    return [product.pk for product in products]


def update_rows(seller: Seller, steps: Sequence[Step], evaluation: Evaluation, by: User | None) -> list[int]:
    """Bring existing products to what their rows say; returns the products' ids."""
    products: dict[int, Product] = {}
    again: dict[int, Product] = {}
    pairs: list[tuple[Step, ProductVariant]] = []
    for step in steps:
        variant = step.existing.variant if step.existing else ProductVariant()
        pairs.append((step, variant))
        product = products.setdefault(variant.product_id, variant.product)
        for name, value in step.plan.product.items():
            setattr(product, name, value)
        for name, value in step.plan.variant.items():
            setattr(variant, name, value)
        if REVIEWED_FIELDS & step.plan.product.keys() and product.approval == ProductApproval.APPROVED:
            product.approval = ProductApproval.PENDING
            again[product.pk] = product
    _save_products(list(products.values()))
    ProductVariant.objects.bulk_update([variant for _step, variant in pairs], _VARIANT_COLUMNS, batch_size=200)
    _history(list(again.values()), ProductApproval.PENDING, by)
    _write_prices(pairs, evaluation)
    _write_stock(seller, pairs, evaluation)
    return list(products)


def _save_products(products: list[Product]) -> None:
    for product in products:
        product.search_version += 1
        product.updated_at = timezone.now()
    Product.objects.bulk_update(
        products, [*_PRODUCT_COLUMNS, "approval", "search_version", "updated_at"], batch_size=200
    )


def _history(products: Sequence[Product], approval: ProductApproval, by: User | None) -> None:
    now = timezone.now()
    ProductApprovalChange.objects.bulk_create(
        [ProductApprovalChange(product=product, approval=approval, by=by, at=now) for product in products], BATCH
    )


def _write_prices(pairs: Sequence[tuple[Step, ProductVariant]], evaluation: Evaluation) -> None:
    priced = [(step, variant) for step, variant in pairs if step.plan.price]
    if not priced:
        return
    if evaluation.channel is None:
        raise Refused(Problem("file", "NOT_FOUND", _("There is no Vietnamese channel to give prices in.")))
    VariantChannelListing.objects.bulk_create(
        [
            VariantChannelListing(
                variant=variant,
                channel=evaluation.channel,
                price_amount=step.data.price or 0,
                currency=evaluation.channel.currency_code,
            )
            for step, variant in priced
        ],
        BATCH,
        update_conflicts=True,
        unique_fields=["variant", "channel"],
        update_fields=["price_amount", "currency"],
    )


def _write_stock(seller: Seller, pairs: Sequence[tuple[Step, ProductVariant]], evaluation: Evaluation) -> None:
    counted = [(step, variant) for step, variant in pairs if step.plan.quantity]
    if not counted:
        return
    warehouse = evaluation.warehouse or Warehouse.objects.get_or_create(seller=seller, name=FIRST_WAREHOUSE)[0]
    Stock.objects.bulk_create(
        [Stock(warehouse=warehouse, variant=variant, quantity=step.data.quantity or 0) for step, variant in counted],
        BATCH,
        update_conflicts=True,
        unique_fields=["warehouse", "variant"],
        update_fields=["quantity"],
    )
