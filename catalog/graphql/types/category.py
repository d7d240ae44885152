"""Categories and product types in the API."""

from catalog.models import Category as CategoryRow
from i18n.graphql.localized import localized_texts, localized_type
from i18n.graphql.types.language import language_argument
from marketplace.graphql import (
    ANYONE,
    ID,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    connection_type,
    related,
    related_list,
)

SUBJECT = "catalog.Category"
FIELDS = ("name", "description")
CategoryLocalized = localized_type("CategoryLocalized", required=["name"], optional=["description"])


class Category(ObjectType):
    """A node of the category tree; its own texts are English."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    slug = Field(String, required=True)
    name = Field(String, required=True, description="In English; see localized.")
    level = Field(Int, required=True, description="0 for a root.")
    parent = Field(lambda: Category)
    localized = Field(CategoryLocalized, required=True, language_code=language_argument())
    children = Field(
        NonNull(List(NonNull(lambda: Category))), first=Int(description="At most this many."), description="Below it."
    )

    resolve_parent = related("parent")
    resolve_localized = localized_texts(SUBJECT, FIELDS, source_language=lambda row: "en")
    resolve_children = related_list(
        lambda info, **args: CategoryRow.objects.order_by("sort_order", "name", "pk"), by="parent_id", first="first"
    )


CategoryCountableConnection = connection_type(Category)


class ProductType(ObjectType):
    """A kind of product."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    name = Field(String, required=True)
    slug = Field(String, required=True)
