"""Mutations of a basket, which clients name by ``id``, by ``checkoutId`` or by its ``token``."""

from typing import Any
from uuid import UUID

from marketplace import graphql
from marketplace.graphql import ID, Mutation, to_global_id

_NAMES = {
    "id": ID(description="The basket."),
    "checkout_id": ID(description="The same, by an older name."),
    "token": graphql.UUID(description="The basket by its token."),
}


class CheckoutMutation(Mutation):
    """``perform`` is given the ``id``, whichever way the basket was named; without a name it is empty and refused."""

    class Meta:
        abstract = True

    @classmethod
    def __init_subclass_with_meta__(cls, **options: Any) -> None:
        super().__init_subclass_with_meta__(**options)
        cls._meta.arguments.update(_NAMES)

    @classmethod
    def resolve(
        cls,
        root: Any,
        info: Any,
        *,
        id: str | None = None,
        checkout_id: str | None = None,
        token: UUID | None = None,
        **arguments: Any,
    ) -> Mutation:
        named = id or checkout_id or (to_global_id("Checkout", token) if token else "")
        return super().resolve(root, info, id=named, **arguments)
