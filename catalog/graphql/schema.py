"""The catalogue's part of the public API."""

from typing import Any

from django.db.models import QuerySet

from catalog.graphql.access import own_export, own_import, shown_in, visible_products
from catalog.graphql.bulk_change_schema import BulkChangeMutations, BulkChangeQueries
from catalog.graphql.in_channel import channel_named, put_in_channel
from catalog.graphql.mutations.export_products import ExportProducts
from catalog.graphql.mutations.price_rule_update import PriceRuleUpdate
from catalog.graphql.mutations.product_channel_listing_update import ProductChannelListingUpdate
from catalog.graphql.mutations.product_create import ProductCreate
from catalog.graphql.mutations.product_delete import ProductDelete
from catalog.graphql.mutations.product_import_apply import ProductImportApply
from catalog.graphql.mutations.product_import_cancel import ProductImportCancel
from catalog.graphql.mutations.product_import_correct import ProductImportCorrect
from catalog.graphql.mutations.product_import_map import ProductImportMap
from catalog.graphql.mutations.product_import_preview import ProductImportPreview
from catalog.graphql.mutations.product_import_resume import ProductImportResume
from catalog.graphql.mutations.product_media import (
    ProductMediaCreate,
    ProductMediaDelete,
    ProductMediaReorder,
    ProductMediaTranslate,
    ProductMediaUpdate,
)
from catalog.graphql.mutations.product_review import ProductApprove, ProductReject, ProductSubmit
from catalog.graphql.mutations.product_safety_update import ProductSafetyUpdate
from catalog.graphql.mutations.product_translate import ProductTranslate
from catalog.graphql.mutations.product_update import ProductUpdate
from catalog.graphql.mutations.product_variant import (
    ProductVariantCreate,
    ProductVariantDelete,
    ProductVariantUpdate,
)
from catalog.graphql.mutations.product_variant_base_price_update import ProductVariantBasePriceUpdate
from catalog.graphql.mutations.product_variant_channel_listing_update import ProductVariantChannelListingUpdate
from catalog.graphql.mutations.takedown import (
    TakedownAnswer,
    TakedownCreate,
    TakedownLift,
    TakedownObject,
    TakedownUphold,
)
from catalog.graphql.product_filter import ProductFilterInput, ProductOrder, ProductWhereInput, filter_of_where
from catalog.graphql.products import list_products
from catalog.graphql.reputation_schema import ReputationMutations, ReputationQueries
from catalog.graphql.search_schema import SearchQueries
from catalog.graphql.shown_products import shown_product
from catalog.graphql.sitemap_schema import SitemapQueries
from catalog.graphql.stock_schema import StockMutations, StockQueries
from catalog.graphql.structure_schema import StructureMutations, StructureQueries
from catalog.graphql.takedown_queries import TakedownQueries
from catalog.graphql.trace_schema import TraceabilityMutations, TraceabilityQueries
from catalog.graphql.types.price_source import PriceRule
from catalog.graphql.types.product import Product
from catalog.graphql.types.product_connection import ProductCountableConnection, ProductPage
from catalog.graphql.types.product_export import ExportFile
from catalog.graphql.types.product_import import ProductImport
from catalog.graphql.types.product_variant import ProductVariant
from catalog.graphql.types.search_ranking import SearchRankingQueries
from catalog.models import PriceRule as PriceRuleRow
from catalog.models import Product as ProductRow
from catalog.models import ProductExport as ExportRow
from catalog.models import ProductImport as ImportRow
from catalog.models import ProductVariant as VariantRow
from catalog.products.addresses import find_product
from catalog.products.bulk_export.template import template_path
from i18n.graphql.types.language import LanguageCodeEnum
from i18n.messages import gettext_noop as _
from i18n.slugs.find import tidy
from marketplace.channels.models import Channel
from marketplace.graphql import (
    ANYONE,
    ID,
    SIGNED_IN,
    ConnectionField,
    Field,
    InputError,
    List,
    NonNull,
    ObjectType,
    String,
    integer_key,
)
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.member import MemberRole


class CatalogQueries(
    BulkChangeQueries,
    TakedownQueries,
    SearchQueries,
    ReputationQueries,
    StructureQueries,
    TraceabilityQueries,
    SearchRankingQueries,
    SitemapQueries,
    StockQueries,
    ObjectType,
):
    """Products and what belongs to them."""

    products = ConnectionField(
        ProductCountableConnection,
        channel=String(description="The market's slug."),
        filter=ProductFilterInput(),
        search=String(description="Words in any of the marketplace's languages, with or without marks."),
        sort_by=ProductOrder(),
        where=ProductWhereInput(),
        access=ANYONE,
        description=(
            "With a channel, what the public sees in that market, whoever asks. Without one, or with approval in the "
            "filter: also the products of one's own sellers that are not public, for staff with products.approve all. "
            "A search finds products that have every word in their texts; matches in the name count most, then in "
            "material, category and seller, then in the description. Nobody can pay for a place."
        ),
    )
    product = Field(
        Product,
        id=ID(),
        slug=String(),
        channel=String(),
        slug_language_code=LanguageCodeEnum(description="Taken for clients that send it: every slug is found."),
        access=ANYONE,
        description=(
            "One product by id, or by any slug that ever was its address in any language; null unless the caller may "
            "see it. The channel decides its prices."
        ),
    )
    product_variant = Field(
        ProductVariant,
        id=ID(),
        sku=String(description="Of two sellers' variants with one SKU, the older."),
        channel=String(),
        access=ANYONE,
        description="One variant of a product the caller may see.",
    )
    product_import_template_url = Field(
        String,
        required=True,
        access=SIGNED_IN,
        description="A workbook to fill in, explained in the language of the request.",
    )
    export_file = Field(ExportFile, id=ID(required=True), access=SIGNED_IN, description="For the managers.")
    export_files = Field(
        NonNull(List(NonNull(ExportFile))),
        seller=ID(required=True),
        access=SIGNED_IN,
        description="A seller's exports, the newest first, at most twenty; for its managers.",
    )
    product_import = Field(ProductImport, id=ID(required=True), access=SIGNED_IN, description="For the managers.")
    product_imports = Field(
        NonNull(List(NonNull(ProductImport))),
        seller=ID(required=True),
        access=SIGNED_IN,
        description="The seller's latest fifty, newest first. For its managers.",
    )
    price_rules = Field(
        NonNull(List(NonNull(PriceRule))), seller=ID(required=True), access=SIGNED_IN, description="For the members."
    )

    @staticmethod
    def resolve_products(
        root: Any,
        info: Any,
        channel: str | None = None,
        filter: Any = None,
        search: str | None = None,
        sort_by: Any = None,
        where: Any = None,
        **paging: Any,
    ) -> ProductPage:
        wanted = {**(filter or {}), **filter_of_where(where)}
        return list_products(info, channel=channel, wanted=wanted, search=search, sort_by=sort_by, paging=paging)

    @staticmethod
    def resolve_product(
        root: Any,
        info: Any,
        id: str | None = None,
        slug: str | None = None,
        channel: str | None = None,
        slug_language_code: Any = None,
    ) -> ProductRow | None:
        market = channel_named(info, channel)
        if market is not None and (shown := _shown(info, market, id, slug)) is not None:
            return put_in_channel([shown], market)[0]
        found = visible_products(info).filter(**_chosen("Product", id, slug)).first()
        if found is None or (channel is not None and not shown_in(info, found, market)):
            return None
        return put_in_channel([found], market)[0]

    @staticmethod
    def resolve_product_variant(
        root: Any, info: Any, id: str | None = None, sku: str | None = None, channel: str | None = None
    ) -> VariantRow | None:
        if (id is None) == (sku is None):
            raise InputError(_("Give either the id or the SKU."), field="id")
        chosen = {"pk": integer_key(id, "ProductVariant")} if id is not None else {"sku": (sku or "")[:64]}
        variants = VariantRow.objects.current().filter(**chosen, product__in=visible_products(info))
        found = variants.select_related("product").order_by("pk").first()
        market = channel_named(info, channel)
        if found is None or (channel is not None and not shown_in(info, found.product, market)):
            return None
        put_in_channel([found.product], market)
        return put_in_channel([found], market)[0]

    @staticmethod
    def resolve_product_import_template_url(root: Any, info: Any) -> str:
        return template_path(info.context.language)

    @staticmethod
    def resolve_export_file(root: Any, info: Any, id: str) -> ExportRow:
        return own_export(info, id)

    @staticmethod
    def resolve_export_files(root: Any, info: Any, seller: str) -> QuerySet[ExportRow]:
        owner = seller_for(info, seller, MemberRole.MANAGER, field="seller")
        return ExportRow.objects.filter(seller=owner).order_by("-created_at", "-pk")[:20]

    @staticmethod
    def resolve_product_import(root: Any, info: Any, id: str) -> ImportRow:
        return own_import(info, id)

    @staticmethod
    def resolve_product_imports(root: Any, info: Any, seller: str) -> QuerySet[ImportRow]:
        owner = seller_for(info, seller, MemberRole.MANAGER, field="seller")
        return ImportRow.objects.filter(seller=owner).order_by("-created_at", "-pk")[:50]

    @staticmethod
    def resolve_price_rules(root: Any, info: Any, seller: str) -> QuerySet[PriceRuleRow]:
        return PriceRuleRow.objects.filter(seller=seller_for(info, seller, field="seller")).order_by("channel_id")


def _shown(info: Any, market: Channel, id: str | None, slug: str | None) -> ProductRow | None:
    """What most ask for: a product that everybody sees there, by its key or its own slug."""
    if (id is None) == (slug is None):
        return None
    pk = integer_key(id, "Product") if id is not None else None
    return shown_product(market, at=info.context.now, pk=pk, slug=None if slug is None else tidy(slug))


def _chosen(type_name: str, id: str | None, slug: str | None) -> dict[str, Any]:
    if (id is None) == (slug is None):
        raise InputError(_("Give either the id or the slug."), field="id")
    return {"pk": integer_key(id, type_name) if id is not None else find_product(slug or "")}


class CatalogMutations(
    BulkChangeMutations, ReputationMutations, StructureMutations, TraceabilityMutations, StockMutations, ObjectType
):
    """Running a catalogue."""

    product_create = ProductCreate.Field()
    product_update = ProductUpdate.Field()
    product_delete = ProductDelete.Field()
    product_translate = ProductTranslate.Field()
    product_submit = ProductSubmit.Field()
    product_approve = ProductApprove.Field()
    product_reject = ProductReject.Field()
    product_variant_create = ProductVariantCreate.Field()
    product_variant_update = ProductVariantUpdate.Field()
    product_variant_delete = ProductVariantDelete.Field()
    product_channel_listing_update = ProductChannelListingUpdate.Field()
    product_variant_channel_listing_update = ProductVariantChannelListingUpdate.Field()
    product_variant_base_price_update = ProductVariantBasePriceUpdate.Field()
    price_rule_update = PriceRuleUpdate.Field()
    product_safety_update = ProductSafetyUpdate.Field()
    takedown_create = TakedownCreate.Field()
    takedown_answer = TakedownAnswer.Field()
    takedown_uphold = TakedownUphold.Field()
    takedown_lift = TakedownLift.Field()
    takedown_object = TakedownObject.Field()
    product_media_create = ProductMediaCreate.Field()
    product_media_update = ProductMediaUpdate.Field()
    product_media_translate = ProductMediaTranslate.Field()
    product_media_delete = ProductMediaDelete.Field()
    product_media_reorder = ProductMediaReorder.Field()
    product_import_preview = ProductImportPreview.Field()
    product_import_correct = ProductImportCorrect.Field()
    product_import_apply = ProductImportApply.Field()
    product_import_map = ProductImportMap.Field()
    product_import_cancel = ProductImportCancel.Field()
    product_import_resume = ProductImportResume.Field()
    export_products = ExportProducts.Field()
