"""``warehouseCreate``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.types.stock import Warehouse
from catalog.stock.create_warehouse import create_warehouse
from marketplace.accounts.graphql.errors import ADDRESS, ADDRESS_CODES
from marketplace.accounts.graphql.types.address import AddressInput, to_address_data
from marketplace.graphql import ID, SIGNED_IN, Field, InputObjectType, Mutation, String
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.member import MemberRole


class WarehouseCreateInput(InputObjectType):
    """A new warehouse."""

    seller = ID(required=True)
    name = String(required=True)
    address = AddressInput(description="Left out: the seller's own address.")


class WarehouseCreate(Mutation):
    """Add a warehouse. For managers of the seller."""

    class Arguments:
        input = WarehouseCreateInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        error_codes = ADDRESS_CODES
        known_errors = {**errors.REFUSED, **ADDRESS}

    warehouse = Field(Warehouse)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        seller = seller_for(info, input["seller"], MemberRole.MANAGER, field="seller")
        given = input.get("address")
        address = None if given is None else to_address_data(given)
        return {"warehouse": create_warehouse(seller=seller, name=input["name"], address=address)}
