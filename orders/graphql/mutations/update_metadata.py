"""``updateMetadata``, ``deleteMetadata`` and their private sisters."""

from typing import Any

from marketplace.accounts.graphql.types.metadata import (
    METADATA_ERRORS,
    STAFF_ONLY,
    TYPES_OF_ROWS,
    MetadataInput,
    ObjectWithMetadata,
    given_metadata,
)
from marketplace.accounts.graphql.types.user import User as UserType
from marketplace.accounts.metadata import merged, without
from marketplace.accounts.models import User
from marketplace.graphql import ANYONE, ID, Field, List, Mutation, NonNull, String, shared_errors
from orders.checkout.checkout import Checkout
from orders.graphql.access import open_order
from orders.graphql.metadata_of import MetadataRow, row_with_metadata
from orders.graphql.open_checkout import OpenCheckout, opened
from orders.graphql.types.checkout import Checkout as CheckoutType
from orders.graphql.types.order import Order as OrderType
from orders.lifecycle.order import Order

MetadataError = shared_errors("Metadata", ())
TYPES_OF_ROWS.update({OpenCheckout: CheckoutType, Order: OrderType, User: UserType})


class _Answer(Mutation):
    class Meta:
        abstract = True

    @classmethod
    def answered(cls, info: Any, row: MetadataRow) -> dict[str, Any]:
        """The row as its type is made of it; whoever could change it may read it."""
        match row:
            case Checkout():
                return {"item": opened(info, row)}
            case Order():
                return {"item": open_order(info, row)}
            case User():
                return {"item": row}


class UpdateMetadata(_Answer):
    """Keep texts by key with a basket, an order or one's account. Other keys stay as they are."""

    class Arguments:
        id = ID(required=True)
        input = List(NonNull(MetadataInput), required=True)

    class Meta:
        access = ANYONE
        error_type = MetadataError
        known_errors = METADATA_ERRORS

    item = Field(ObjectWithMetadata)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: list[Any]) -> dict[str, Any]:
        row = row_with_metadata(info, id)
        row.metadata = merged(row.metadata, given_metadata(input))
        row.save(update_fields=["metadata"])
        return cls.answered(info, row)


class DeleteMetadata(_Answer):
    """Forget texts. A key that is not there changes nothing."""

    class Arguments:
        id = ID(required=True)
        keys = List(NonNull(String), required=True)

    class Meta:
        access = ANYONE
        error_type = MetadataError

    item = Field(ObjectWithMetadata)

    @classmethod
    def perform(cls, info: Any, *, id: str, keys: list[str]) -> dict[str, Any]:
        row = row_with_metadata(info, id)
        row.metadata = without(row.metadata, keys)
        row.save(update_fields=["metadata"])
        return cls.answered(info, row)


class UpdatePrivateMetadata(_Answer):
    """The same with texts that only staff read."""

    class Arguments:
        id = ID(required=True)
        input = List(NonNull(MetadataInput), required=True)

    class Meta:
        access = STAFF_ONLY
        error_type = MetadataError
        known_errors = METADATA_ERRORS

    item = Field(ObjectWithMetadata)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: list[Any]) -> dict[str, Any]:
        row = row_with_metadata(info, id)
        row.private_metadata = merged(row.private_metadata, given_metadata(input))
        row.save(update_fields=["private_metadata"])
        return cls.answered(info, row)


class DeletePrivateMetadata(_Answer):
    """Forget texts that only staff read."""

    class Arguments:
        id = ID(required=True)
        keys = List(NonNull(String), required=True)

    class Meta:
        access = STAFF_ONLY
        error_type = MetadataError

    item = Field(ObjectWithMetadata)

    @classmethod
    def perform(cls, info: Any, *, id: str, keys: list[str]) -> dict[str, Any]:
        row = row_with_metadata(info, id)
        row.private_metadata = without(row.private_metadata, keys)
        row.save(update_fields=["private_metadata"])
        return cls.answered(info, row)
