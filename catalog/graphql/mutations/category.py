"""``categoryCreate``, ``-Update``, ``-Delete`` and ``categoryAttributesUpdate``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.structure_access import STRUCTURE, each_of, the
from catalog.graphql.types.category import Category
from catalog.models import Attribute as AttributeRow
from catalog.models import Category as CategoryRow
from catalog.products.categories import create_category, delete_category, suggest_attributes, update_category
from marketplace.graphql import ID, Field, InputObjectType, Int, List, Mutation, NonNull, String


class CategoryInput(InputObjectType):
    """What is left out stays as it is; null clears it."""

    name = String(description="In English.")
    slug = String()
    description = String(description="In English.")
    sort_order = Int()
    external_reference = String(description="Its id in the taxonomy it comes from.")


def _fields(given: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {name: given[name] or "" for name in ("name", "slug", "description") if name in given}
    if given.get("sort_order") is not None:
        fields["sort_order"] = given["sort_order"]
    if "external_reference" in given:
        fields["external_reference"] = given["external_reference"]
    return fields


class CategoryCreate(Mutation):
    """Create a category below another, or as a root."""

    class Arguments:
        input = CategoryInput(required=True)
        parent = ID()

    class Meta:
        access = STRUCTURE
        creates = True
        known_errors = errors.REFUSED

    category = Field(Category)

    @classmethod
    def perform(cls, info: Any, *, input: Any, parent: str | None = None) -> dict[str, Any]:
        above = the(CategoryRow, parent, field="parent") if parent else None
        return {"category": create_category(parent=above, **_fields(input))}


class CategoryUpdate(Mutation):
    """Change a category. A parent moves it with everything below; null makes it a root."""

    class Arguments:
        id = ID(required=True)
        input = CategoryInput(required=True)
        parent = ID()

    class Meta:
        access = STRUCTURE
        known_errors = errors.REFUSED

    category = Field(Category)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any, **moved: Any) -> dict[str, Any]:
        fields = _fields(input)
        if "parent" in moved:
            fields["parent"] = the(CategoryRow, moved["parent"], field="parent") if moved["parent"] else None
        return {"category": update_category(category=the(CategoryRow, id), **fields)}


class CategoryDelete(Mutation):
    """Delete a category that has nothing below it and no products."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = STRUCTURE
        known_errors = errors.REFUSED

    category = Field(Category)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        category = the(CategoryRow, id)
        delete_category(category=category)
        return {"category": category}


class CategoryAttributesUpdate(Mutation):
    """Say which attributes a category suggests, in order; an empty list takes that of the category above."""

    class Arguments:
        id = ID(required=True)
        attributes = NonNull(List(NonNull(ID)))

    class Meta:
        access = STRUCTURE
        known_errors = errors.REFUSED

    category = Field(Category)

    @classmethod
    def perform(cls, info: Any, *, id: str, attributes: list[str]) -> dict[str, Any]:
        category = the(CategoryRow, id)
        suggest_attributes(category=category, attributes=each_of(AttributeRow, attributes, field="attributes"))
        return {"category": category}
