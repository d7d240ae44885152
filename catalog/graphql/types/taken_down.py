"""Takedowns of a product, in the API. `Product` inherits these fields."""

from typing import Any

from catalog.graphql.types.takedown import Takedown
from catalog.models import Product as ProductRow
from catalog.models import Takedown as TakedownRow
from catalog.products.takedown.of_products import takedowns_of
from marketplace.accounts.permissions import Permission
from marketplace.graphql import ANYONE, Field, List, NonNull, ObjectType, batch
from marketplace.sellers.graphql.access import member_or


class TakenDown(ObjectType):
    """What authorities asked about the product."""

    class Meta:
        access = ANYONE

    takedowns = Field(
        List(NonNull(Takedown)),
        access=member_or(Permission.TAKEDOWNS_MANAGE),
        description="Of it and of everything of its seller, newest first; it is hidden while one is not lifted.",
    )

    @staticmethod
    @batch
    def resolve_takedowns(products: list[ProductRow], info: Any) -> list[list[TakedownRow]]:
        return takedowns_of(products)
