"""``favoriteAdd`` and ``favoriteRemove``."""

from typing import Any

from catalog.favorites.keep import drop_favorite, keep_favorite
from catalog.graphql import errors
from catalog.graphql.access import visible_products
from catalog.graphql.types.product import Product
from i18n.messages import gettext_noop as _
from marketplace.graphql import ID, SIGNED_IN, Field, InputError, Mutation, integer_key


class FavoriteAdd(Mutation):
    """Keep a product among one's favourites; doing it again changes nothing."""

    class Arguments:
        product = ID(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        known_errors = errors.REFUSED

    product = Field(Product)

    @classmethod
    def perform(cls, info: Any, *, product: str) -> dict[str, Any]:
        found = visible_products(info).filter(pk=integer_key(product, "Product", field="product")).first()
        if found is None:
            raise InputError(_("There is no such product."), field="product", code="NOT_FOUND")
        keep_favorite(user=info.context.actor, product=found)
        return {"product": found}


class FavoriteRemove(Mutation):
    """Let a product go from one's favourites, also one that is no longer shown."""

    class Arguments:
        product = ID(required=True)

    class Meta:
        access = SIGNED_IN

    product = Field(Product, description="Null when it is no longer shown.")

    @classmethod
    def perform(cls, info: Any, *, product: str) -> dict[str, Any]:
        key = integer_key(product, "Product", field="product")
        drop_favorite(user=info.context.actor, product_id=key)
        return {"product": visible_products(info).filter(pk=key).first()}
