"""Categories, attributes, product types and collections: their part of the public API."""

from typing import Any

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from catalog.graphql.in_channel import channel_named
from catalog.graphql.inputs import keys
from catalog.graphql.mutations.attribute import AttributeCreate, AttributeDelete, AttributeUpdate
from catalog.graphql.mutations.attribute_value import (
    AttributeReorderValues,
    AttributeValueCreate,
    AttributeValueDelete,
    AttributeValueUpdate,
)
from catalog.graphql.mutations.category import (
    CategoryAttributesUpdate,
    CategoryCreate,
    CategoryDelete,
    CategoryUpdate,
)
from catalog.graphql.mutations.collection import CollectionCreate, CollectionDelete, CollectionUpdate
from catalog.graphql.mutations.collection_products import (
    CollectionAddProducts,
    CollectionChannelListingUpdate,
    CollectionRemoveProducts,
    CollectionReorderProducts,
)
from catalog.graphql.mutations.product_attribute_translate import (
    ProductAttributeTranslate,
    ProductVariantAttributeTranslate,
)
from catalog.graphql.mutations.product_type import (
    ProductAttributeAssign,
    ProductAttributeUnassign,
    ProductTypeCreate,
    ProductTypeDelete,
    ProductTypeReorderAttributes,
    ProductTypeUpdate,
)
from catalog.graphql.mutations.structure_translate import (
    AttributeTranslate,
    AttributeValueTranslate,
    CategoryTranslate,
    CollectionTranslate,
    ProductTypeTranslate,
)
from catalog.graphql.types.attribute import Attribute, AttributeCountableConnection
from catalog.graphql.types.attribute_enums import AttributeInputTypeEnum, ProductTypeKindEnum
from catalog.graphql.types.attribute_value import AttributeValue
from catalog.graphql.types.category import Category, CategoryCountableConnection
from catalog.graphql.types.collection import Collection, CollectionCountableConnection
from catalog.graphql.types.product_type import ProductType, ProductTypeCountableConnection
from catalog.models import Attribute as AttributeRow
from catalog.models import AttributeValue as ValueRow
from catalog.models import Category as CategoryRow
from catalog.models import Collection as CollectionRow
from catalog.models import ProductType as ProductTypeRow
from catalog.products.find_categories import find_categories
from i18n.graphql.types.language import LanguageCodeEnum
from i18n.messages import gettext_noop as _
from marketplace.accounts.permissions import Permission
from marketplace.graphql import (
    ANYONE,
    ID,
    Boolean,
    ConnectionField,
    Field,
    InputError,
    InputObjectType,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    integer_key,
)

LONGEST_SEARCH = 100


class AttributeFilterInput(InputObjectType):
    """Attributes that fit all of it."""

    ids = List(NonNull(ID))
    slugs = List(NonNull(String))
    search = String(description="Part of the English name or of the slug.")
    input_type = AttributeInputTypeEnum()
    filterable_in_storefront = Boolean()
    is_variant = Boolean()


class ProductTypeFilterInput(InputObjectType):
    """Product types that fit all of it."""

    ids = List(NonNull(ID))
    slugs = List(NonNull(String))
    search = String(description="Part of the English name.")
    kind = ProductTypeKindEnum()


class CategoryFilterInput(InputObjectType):
    """Categories that fit all of it."""

    ids = List(NonNull(ID))
    slugs = List(NonNull(String))
    search = String(
        description="Words of the name in the language of the request, cut short or without marks; best first."
    )
    external_references = List(NonNull(String))


class CollectionFilterInput(InputObjectType):
    """Collections that fit all of it."""

    ids = List(NonNull(ID))
    slugs = List(NonNull(String))
    search = String(description="Part of the English name.")


class StructureQueries(ObjectType):
    """How the catalogue is shaped."""

    categories = ConnectionField(
        CategoryCountableConnection,
        level=Int(description="0 for the roots."),
        filter=CategoryFilterInput(),
        access=ANYONE,
    )
    category = Field(
        Category,
        id=ID(),
        slug=String(),
        external_reference=String(),
        slug_language_code=LanguageCodeEnum(description="Taken for clients that send it: slugs are the same in all."),
        access=ANYONE,
    )
    product_types = ConnectionField(ProductTypeCountableConnection, filter=ProductTypeFilterInput(), access=ANYONE)
    product_type = Field(ProductType, id=ID(), slug=String(), access=ANYONE)
    attributes = ConnectionField(
        AttributeCountableConnection, filter=AttributeFilterInput(), search=String(), access=ANYONE
    )
    attribute = Field(Attribute, id=ID(), slug=String(), external_reference=String(), access=ANYONE)
    attribute_value = Field(AttributeValue, id=ID(required=True), access=ANYONE, description="One that can be picked.")
    collections = ConnectionField(
        CollectionCountableConnection,
        channel=String(description="The market's slug: what the public sees there. Without one, for staff, all."),
        filter=CollectionFilterInput(),
        access=ANYONE,
    )
    collection = Field(
        Collection,
        id=ID(),
        slug=String(),
        channel=String(description="The market's slug: null unless it is shown there. Staff may leave it out."),
        slug_language_code=LanguageCodeEnum(description="Taken for clients that send it: slugs are the same in all."),
        access=ANYONE,
    )

    @staticmethod
    def resolve_categories(root: Any, info: Any, level: int | None = None, filter: Any = None) -> QuerySet[CategoryRow]:
        wanted = filter or {}
        rows = _chosen(CategoryRow.objects.order_by("level", "sort_order", "name", "pk"), "Category", wanted)
        if wanted.get("external_references") is not None:
            rows = rows.filter(external_reference__in=wanted["external_references"][:100])
        if wanted.get("search"):
            rows = _best_first(rows, find_categories(wanted["search"], language=info.context.language))
        return rows if level is None else rows.filter(level=level)

    @staticmethod
    def resolve_category(root: Any, info: Any, slug_language_code: Any = None, **named: Any) -> CategoryRow | None:
        return CategoryRow.objects.filter(**one_of("Category", **named)).first()

    @staticmethod
    def resolve_product_types(root: Any, info: Any, filter: Any = None) -> QuerySet[ProductTypeRow]:
        wanted = filter or {}
        rows = _chosen(ProductTypeRow.objects.order_by("name", "pk"), "ProductType", wanted)
        if wanted.get("kind"):
            rows = rows.filter(kind=str(wanted["kind"]))
        return _named(rows, wanted.get("search"))

    @staticmethod
    def resolve_product_type(root: Any, info: Any, **named: Any) -> ProductTypeRow | None:
        return ProductTypeRow.objects.filter(**one_of("ProductType", **named)).first()

    @staticmethod
    def resolve_attributes(
        root: Any, info: Any, filter: Any = None, search: str | None = None
    ) -> QuerySet[AttributeRow]:
        wanted = filter or {}
        rows = _chosen(AttributeRow.objects.order_by("sort_order", "name", "pk"), "Attribute", wanted)
        if wanted.get("input_type"):
            rows = rows.filter(input_type=str(wanted["input_type"]))
        for argument, column in (("filterable_in_storefront", "is_filterable"), ("is_variant", "is_variant")):
            if wanted.get(argument) is not None:
                rows = rows.filter(**{column: wanted[argument]})
        return _named(rows, search or wanted.get("search"), slug=True)

    @staticmethod
    def resolve_attribute(root: Any, info: Any, **named: Any) -> AttributeRow | None:
        return AttributeRow.objects.filter(**one_of("Attribute", **named)).first()

    @staticmethod
    def resolve_attribute_value(root: Any, info: Any, id: str) -> ValueRow | None:
        rows = ValueRow.objects.select_related("attribute")
        return rows.filter(pk=integer_key(id, "AttributeValue")).first()

    @staticmethod
    def resolve_collections(
        root: Any, info: Any, channel: str | None = None, filter: Any = None
    ) -> QuerySet[CollectionRow]:
        wanted = filter or {}
        rows = _chosen(_visible_collections(info, channel).order_by("name", "pk"), "Collection", wanted)
        return _named(rows, wanted.get("search"))

    @staticmethod
    def resolve_collection(
        root: Any, info: Any, channel: str | None = None, slug_language_code: Any = None, **named: Any
    ) -> CollectionRow | None:
        return _visible_collections(info, channel).filter(**one_of("Collection", **named)).first()


def one_of(type_name: str, **named: Any) -> dict[str, Any]:
    """The lookup for exactly one of id, slug and external reference. Raises `InputError`."""
    given = {name: value for name, value in named.items() if value is not None}
    if len(given) != 1:
        raise InputError(_("Give either the id or the slug."), field="id")
    [(name, value)] = given.items()
    return {"pk": integer_key(value, type_name)} if name == "id" else {name: value[:160]}


def _visible_collections(info: Any, channel: str | None) -> QuerySet[CollectionRow]:
    market = channel_named(info, channel)
    if market is not None:
        shown = CollectionRow.objects.published_in(market, at=info.context.now)
        return shown.annotate(api_channel_slug=Value(market.slug))  # what hangs on them is read in the same market
    everything = channel is None and info.context.actor.has_permission(Permission.CATALOG_MANAGE)
    return CollectionRow.objects.all() if everything else CollectionRow.objects.none()


def _chosen(rows: Any, type_name: str, wanted: Any) -> Any:
    ids = keys(wanted.get("ids"), type_name, field="ids")
    rows = rows if ids is None else rows.filter(pk__in=ids)
    return rows if wanted.get("slugs") is None else rows.filter(slug__in=wanted["slugs"][:100])


def _named(rows: Any, search: str | None, *, slug: bool = False) -> Any:
    words = (search or "").strip()[:LONGEST_SEARCH]
    if not words:
        return rows
    return rows.filter(Q(name__icontains=words) | Q(slug__icontains=words) if slug else Q(name__icontains=words))


def _best_first(rows: QuerySet[CategoryRow], ids: list[int]) -> QuerySet[CategoryRow]:
    whens = [When(pk=pk, then=place) for place, pk in enumerate(ids)]
    place = Case(*whens, default=len(ids), output_field=IntegerField())
    return rows.filter(pk__in=ids).annotate(place=place).order_by("place", "pk")


class StructureMutations(ObjectType):
    """Shaping the catalogue."""

    category_create = CategoryCreate.Field()
    category_update = CategoryUpdate.Field()
    category_delete = CategoryDelete.Field()
    category_translate = CategoryTranslate.Field()
    category_attributes_update = CategoryAttributesUpdate.Field()
    attribute_create = AttributeCreate.Field()
    attribute_update = AttributeUpdate.Field()
    attribute_delete = AttributeDelete.Field()
    attribute_translate = AttributeTranslate.Field()
    attribute_value_create = AttributeValueCreate.Field()
    attribute_value_update = AttributeValueUpdate.Field()
    attribute_value_delete = AttributeValueDelete.Field()
    attribute_value_translate = AttributeValueTranslate.Field()
    attribute_reorder_values = AttributeReorderValues.Field()
    product_type_create = ProductTypeCreate.Field()
    product_type_update = ProductTypeUpdate.Field()
    product_type_delete = ProductTypeDelete.Field()
    product_type_translate = ProductTypeTranslate.Field()
    product_attribute_assign = ProductAttributeAssign.Field()
    product_attribute_unassign = ProductAttributeUnassign.Field()
    product_type_reorder_attributes = ProductTypeReorderAttributes.Field()
    product_attribute_translate = ProductAttributeTranslate.Field()
    product_variant_attribute_translate = ProductVariantAttributeTranslate.Field()
    collection_create = CollectionCreate.Field()
    collection_update = CollectionUpdate.Field()
    collection_delete = CollectionDelete.Field()
    collection_translate = CollectionTranslate.Field()
    collection_add_products = CollectionAddProducts.Field()
    collection_remove_products = CollectionRemoveProducts.Field()
    collection_reorder_products = CollectionReorderProducts.Field()
    collection_channel_listing_update = CollectionChannelListingUpdate.Field()
