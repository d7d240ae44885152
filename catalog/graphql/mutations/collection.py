"""``collectionCreate``, ``-Update`` and ``-Delete``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.inputs import read_upload
from catalog.graphql.structure_access import STRUCTURE, each_of, the
from catalog.graphql.types.collection import Collection
from catalog.models import Collection as CollectionRow
from catalog.models import Product as ProductRow
from catalog.products.collections.collections import (
    add_products,
    create_collection,
    delete_collection,
    update_collection,
)
from catalog.products.picture import MOST_BYTES
from marketplace.graphql import ID, Field, InputObjectType, List, Mutation, NonNull, String, Upload


class CollectionInput(InputObjectType):
    """What is left out stays as it is; null clears it."""

    name = String(description="In English.")
    slug = String()
    description = String(description="In English: plain text, or HTML that is cut down to harmless tags.")
    background_image = Upload(description="JPEG, PNG or WebP, up to 10 MB.")
    background_image_alt = String(description="What it shows, in English.")


class CollectionCreateInput(CollectionInput):
    """A new collection."""

    name = String(required=True, description="In English.")
    products = List(NonNull(ID))


def _fields(given: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {name: given[name] or "" for name in ("name", "slug", "description") if name in given}
    if "background_image_alt" in given:
        fields["image_alt"] = given["background_image_alt"] or ""
    if "background_image" in given:
        upload = given["background_image"]
        fields["picture"] = upload and read_upload(upload, most=MOST_BYTES, field="background_image")
    return fields


class CollectionCreate(Mutation):
    """Create a collection, shown nowhere yet."""

    class Arguments:
        input = CollectionCreateInput(required=True)

    class Meta:
        access = STRUCTURE
        creates = True
        known_errors = errors.REFUSED

    collection = Field(Collection)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        products = each_of(ProductRow, input.get("products") or [], field="products")
        collection = create_collection(**_fields(input))
        add_products(collection=collection, products=products)
        return {"collection": collection}


class CollectionUpdate(Mutation):
    """Change a collection."""

    class Arguments:
        id = ID(required=True)
        input = CollectionInput(required=True)

    class Meta:
        access = STRUCTURE
        known_errors = errors.REFUSED

    collection = Field(Collection)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        return {"collection": update_collection(collection=the(CollectionRow, id), **_fields(input))}


class CollectionDelete(Mutation):
    """Delete a collection; its products stay as they are."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = STRUCTURE

    collection = Field(Collection)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        collection = the(CollectionRow, id)
        delete_collection(collection=collection)
        return {"collection": collection}
