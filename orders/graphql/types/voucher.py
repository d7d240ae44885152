"""Vouchers in the API."""

from typing import Any

from django.db.models import Count, Q

from catalog.graphql.types.category import Category
from catalog.graphql.types.collection import Collection
from catalog.graphql.types.product import Product
from i18n.graphql.types.money import Money
from marketplace.channels.graphql.types.channel import Channel
from marketplace.graphql import (
    ID,
    Boolean,
    DateTime,
    Decimal,
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
    connection_type,
    related,
    related_list,
)
from marketplace.sellers.graphql.types.seller import Seller
from orders.graphql.types.order_line import VoucherBorneBy
from orders.graphql.voucher_access import KEEPER
from orders.stored_money import stored
from orders.vouchers import voucher as model
from orders.vouchers.voucher_code import VoucherCode as CodeRow
from orders.vouchers.voucher_listing import VoucherListing
from orders.vouchers.voucher_use import VoucherUse

THROUGH_ITS_VOUCHER = Rule("reaching it through a voucher one may see", lambda _context, _parents: True)
VoucherTypeEnum = Enum.from_enum(model.VoucherType, name="VoucherTypeEnum", description="What a voucher lowers.")
DiscountValueTypeEnum = Enum.from_enum(
    model.ValueType, name="DiscountValueTypeEnum", description="How the value of a voucher is meant."
)


class VoucherCode(ObjectType):
    """What a buyer types."""

    class Meta:
        access = THROUGH_ITS_VOUCHER

    id = Field(ID, required=True)
    code = Field(String, required=True)
    is_active = Field(Boolean, required=True)


class VoucherChannelListing(ObjectType):
    """What a voucher is worth in a market."""

    class Meta:
        access = THROUGH_ITS_VOUCHER

    id = Field(ID, required=True)
    channel = Field(Channel, required=True)
    currency = Field(String, required=True)
    discount_value = Field(Decimal, required=True, description="Per cent, or an amount of the currency.")
    min_spent = Field(Money, description="What the goods it lowers have to cost, with tax.")

    resolve_channel = related("channel")
    resolve_discount_value = attribute("value")

    @staticmethod
    def resolve_min_spent(row: VoucherListing, info: Any) -> Any:
        return None if row.minimum_spent is None else stored(row.minimum_spent, row.currency)


class Voucher(ObjectType):
    """Takes something off; a buyer knows its code and nothing else of it."""

    class Meta:
        access = KEEPER

    id = Field(ID, required=True)
    name = Field(String)
    seller = Field(Seller, description="Whose it is; null: the marketplace's.")
    borne_by = Field(VoucherBorneBy, required=True)
    type = Field(VoucherTypeEnum, required=True)
    discount_value_type = Field(DiscountValueTypeEnum, required=True)
    is_active = Field(Boolean, required=True)
    start_date = Field(DateTime, required=True)
    end_date = Field(DateTime)
    usage_limit = Field(Int)
    used = Field(Int, required=True, description="By how many orders; those given back do not count.")
    limit_per_customer = Field(Int)
    apply_once_per_customer = Field(Boolean, required=True, description="limitPerCustomer is 1.")
    single_use = Field(Boolean, required=True, description="Each code is good for one order.")
    min_checkout_items_quantity = Field(Int)
    countries = Field(List(NonNull(String)), required=True, description="ISO 3166-1 alpha-2; empty: anywhere.")
    code = Field(String, description="The first one.")
    codes = Field(List(NonNull(VoucherCode)), required=True, first=Int(), size=5, description="100 unless said.")
    channel_listings = Field(List(NonNull(VoucherChannelListing)), required=True, size=3)
    products = Field(List(NonNull(Product)), required=True, size=5)
    categories = Field(List(NonNull(Category)), required=True, size=5)
    collections = Field(List(NonNull(Collection)), required=True, size=5)

    resolve_seller = related("seller")
    resolve_discount_value_type = attribute("value_type")
    resolve_start_date = attribute("starts_at")
    resolve_end_date = attribute("ends_at")
    resolve_min_checkout_items_quantity = attribute("minimum_quantity")
    resolve_channel_listings = related_list(lambda _info: VoucherListing.objects.order_by("id"), by="voucher_id")

    @staticmethod
    def resolve_name(voucher: model.Voucher, info: Any) -> str | None:
        return voucher.name or None

    @staticmethod
    def resolve_apply_once_per_customer(voucher: model.Voucher, info: Any) -> bool:
        return voucher.limit_per_customer == 1

    @staticmethod
    @batch
    def resolve_used(vouchers: list[model.Voucher], info: Any) -> list[int]:
        living = Q(given_back_at__isnull=True)
        rows = VoucherUse.objects.filter(living, voucher__in=vouchers).order_by().values_list("voucher")
        counted = dict(rows.annotate(Count("id")))
        return [counted.get(voucher.pk, 0) for voucher in vouchers]

    @staticmethod
    @batch
    def resolve_code(vouchers: list[model.Voucher], info: Any) -> list[str | None]:
        codes = CodeRow.objects.filter(voucher__in=vouchers).order_by("-id").values_list("voucher_id", "code")
        first = dict(codes)
        return [first.get(voucher.pk) for voucher in vouchers]

    resolve_codes = related_list(lambda _info, **_args: CodeRow.objects.order_by("id"), by="voucher_id", first="first")

    @staticmethod
    @batch
    def resolve_products(vouchers: list[model.Voucher], info: Any) -> list[list[Any]]:
        return named(vouchers, model.Voucher.products.through, "product")

    @staticmethod
    @batch
    def resolve_categories(vouchers: list[model.Voucher], info: Any) -> list[list[Any]]:
        return named(vouchers, model.Voucher.categories.through, "category")

    @staticmethod
    @batch
    def resolve_collections(vouchers: list[model.Voucher], info: Any) -> list[list[Any]]:
        return named(vouchers, model.Voucher.collections.through, "collection")


def named(vouchers: list[model.Voucher], through: Any, what: str) -> list[list[Any]]:
    """What each of them names, in one query."""
    found: dict[int, list[Any]] = {voucher.pk: [] for voucher in vouchers}
    for row in through.objects.filter(voucher__in=found).select_related(what).order_by("pk"):
        found[row.voucher_id].append(getattr(row, what))
    return [found[voucher.pk] for voucher in vouchers]


VoucherCountableConnection = connection_type(Voucher)
