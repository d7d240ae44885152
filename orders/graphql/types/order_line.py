"""Lines of orders in the API."""

from typing import Any

from catalog.graphql.access import visible_products
from catalog.graphql.types.lot import Lot
from catalog.graphql.types.media import SIZED
from catalog.graphql.types.product import Product
from catalog.graphql.types.product_variant import ProductVariant
from catalog.models import ProductVariant as Variant
from i18n.graphql.types.country import CountryDisplay
from i18n.graphql.types.money import Money, TaxedMoney
from marketplace.graphql import (
    ID,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    Rule,
    String,
    attribute,
    batch,
    related,
)
from marketplace.graphql.engine.protocol import BATCH
from marketplace.sellers.graphql.types.image import Image
from orders.allocation.allocation import Allocation
from orders.lifecycle.order_line import OrderLine as OrderLineRow
from orders.traceability.lots_leaving import LotShare
from orders.traceability.remember_lots import lots_of_lines
from orders.vouchers.borne_by import BorneBy

VoucherBorneBy = Enum.from_enum(
    BorneBy, name="VoucherBorneBy", description="The seller earns less, or the marketplace makes up for it."
)
THROUGH_ITS_ORDER = Rule("reaching it through an order one may see", lambda _context, _parents: True)
_thumbnails = getattr(Product.resolve_thumbnail, BATCH)


class OrderLineLot(ObjectType):
    """A lot that pieces of a line are of."""

    class Meta:
        access = THROUGH_ITS_ORDER

    lot = Field(Lot, required=True)
    quantity = Field(Int, description="Pieces; null where nobody said how many of a carton are of it.")


class OrderLine(ObjectType):
    """What was sold, as it was called and measured on the day of the order."""

    class Meta:
        access = THROUGH_ITS_ORDER

    id = Field(ID, required=True)
    product_name = Field(String, required=True, description="In the buyer's language at the time of the order.")
    product_name_source = Field(String, required=True, description="In the language the seller wrote.")
    variant_name = Field(String, required=True)
    product_sku = Field(String, required=True)
    quantity = Field(Int, required=True)
    quantity_fulfilled = Field(Int, required=True, description="How many have left.")
    quantity_awaited = Field(Int, required=True, description="How many are still to be made, or to arrive.")
    unit_price = Field(TaxedMoney, required=True)
    undiscounted_unit_price = Field(TaxedMoney, required=True, description="Before a voucher; the same as unitPrice.")
    total_price = Field(TaxedMoney, required=True, description="Of all pieces ordered, after the voucher.")
    undiscounted_total_price = Field(TaxedMoney, required=True, description="The same before the voucher.")
    discount = Field(Money, required=True, description="The voucher's share of this line, of the price with tax.")
    discount_borne_by = Field(VoucherBorneBy, description="Whose money the discount is; null without one.")
    quantity_canceled = Field(Int, required=True, description="How many were called off.")
    quantity_returned = Field(Int, required=True, description="How many came back for good.")
    hs_code = Field(String)
    origin_country = Field(CountryDisplay, required=True)
    lots = Field(
        List(NonNull(OrderLineLot)), required=True, size=3, description="Of which lots the pieces were that left."
    )
    thumbnail = Field(Image, args=dict(SIZED))
    variant = Field(ProductVariant, description="As it is today; null when it is no longer shown.")

    resolve_undiscounted_unit_price = attribute("unit_price")
    resolve_product_sku = attribute("sku")
    resolve_variant = related(
        "variant", queryset=lambda info: Variant.objects.current().filter(product__in=visible_products(info))
    )

    @staticmethod
    @batch
    def resolve_lots(lines: list[OrderLineRow], info: Any) -> list[list[LotShare]]:
        found = lots_of_lines([line.pk for line in lines])
        return [found.get(line.pk, []) for line in lines]

    @staticmethod
    @batch
    def resolve_quantity_awaited(lines: list[OrderLineRow], info: Any) -> list[int]:
        rows = Allocation.objects.filter(order_line__in=[line.pk for line in lines], stock__isnull=True)
        awaited = dict(rows.order_by().values_list("order_line_id", "quantity"))
        return [awaited.get(line.pk, 0) for line in lines]

    @staticmethod
    @batch
    def resolve_thumbnail(
        lines: list[OrderLineRow], info: Any, size: int | None = None, format: Any = None
    ) -> list[Any]:
        """The product's picture as it is today, also when the product is no longer shown."""
        ids = {line.variant_id for line in lines if line.variant_id is not None}
        products = {row.pk: row.product for row in Variant.objects.filter(pk__in=ids).select_related("product")}
        pictures = _thumbnails(list(products.values()), info, size=size, format=format)
        found = dict(zip(products, pictures, strict=True))
        return [found.get(line.variant_id or 0) for line in lines]

    @staticmethod
    def resolve_discount_borne_by(line: OrderLineRow, info: Any) -> str | None:
        return line.discount_borne_by or None

    @staticmethod
    def resolve_hs_code(line: OrderLineRow, info: Any) -> str | None:
        return line.hs_code or None
