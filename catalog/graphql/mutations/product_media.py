"""``productMediaCreate``, ``-Update``, ``-Translate``, ``-Delete`` and ``-Reorder``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import caller, own_media, own_product
from catalog.graphql.inputs import keys, read_upload
from catalog.graphql.types.media import ProductMedia
from catalog.graphql.types.product import Product
from catalog.products.picture import MOST_BYTES
from catalog.products.pictures import add_media, describe_media, remove_media, reorder_media, translate_media
from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.graphql import ID, SIGNED_IN, Field, InputObjectType, List, Mutation, NonNull, String, Upload


class ProductMediaCreateInput(InputObjectType):
    """A new picture."""

    product = ID(required=True)
    image = Upload(required=True, description="JPEG, PNG or WebP, up to 10 MB.")
    alt = String(description="What it shows, in the product's own language.")


class ProductMediaCreate(Mutation):
    """Add a picture; an approved product goes back into review. For managers of the seller."""

    class Arguments:
        input = ProductMediaCreateInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        known_errors = errors.REFUSED

    product = Field(Product)
    media = Field(ProductMedia)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        product = own_product(info, input["product"], field="product")
        image = read_upload(input["image"], most=MOST_BYTES, field="image")
        media = add_media(product=product, image=image, alt=input.get("alt") or "", by=caller(info))
        return {"product": product, "media": media}


class ProductMediaUpdate(Mutation):
    """Say what a picture shows, in the product's own language. For managers of the seller."""

    class Arguments:
        id = ID(required=True)
        alt = String(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = errors.REFUSED

    media = Field(ProductMedia)

    @classmethod
    def perform(cls, info: Any, *, id: str, alt: str) -> dict[str, Any]:
        return {"media": describe_media(media=own_media(info, id), alt=alt, by=caller(info))}


class ProductMediaTranslate(Mutation):
    """Say what a picture shows in another language. For managers of the seller."""

    class Arguments:
        id = ID(required=True)
        language_code = LanguageCodeEnum(required=True)
        alt = String(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = errors.REFUSED

    media = Field(ProductMedia)

    @classmethod
    def perform(cls, info: Any, *, id: str, language_code: Any, alt: str) -> dict[str, Any]:
        media = own_media(info, id)
        translate_media(media=media, language=str(language_code), alt=alt)
        return {"media": media}


class ProductMediaDelete(Mutation):
    """Remove a picture. For managers of the seller."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN

    product = Field(Product)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        media = own_media(info, id)
        remove_media(media=media, by=caller(info))
        return {"product": media.product}


class ProductMediaReorder(Mutation):
    """Put a product's pictures in order; the first one is its thumbnail. For managers of the seller."""

    class Arguments:
        product_id = ID(required=True)
        media_ids = NonNull(List(NonNull(ID)))

    class Meta:
        access = SIGNED_IN
        known_errors = errors.REFUSED

    product = Field(Product)

    @classmethod
    def perform(cls, info: Any, *, product_id: str, media_ids: list[str]) -> dict[str, Any]:
        product = own_product(info, product_id, field="product_id")
        wanted = keys(media_ids, "ProductMedia", field="media_ids") or []
        reorder_media(product=product, media_ids=wanted, by=caller(info))
        return {"product": product}
