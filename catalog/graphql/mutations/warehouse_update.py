"""``warehouseUpdate``, ``warehouseClose`` and ``warehouseReopen``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import own_warehouse
from catalog.graphql.types.stock import Warehouse
from catalog.stock.update_warehouse import close_warehouse, reopen_warehouse, update_warehouse
from marketplace.accounts.graphql.errors import ADDRESS, ADDRESS_CODES
from marketplace.accounts.graphql.types.address import AddressInput, to_address_data
from marketplace.graphql import ID, SIGNED_IN, Field, InputObjectType, Mutation, String


class WarehouseUpdateInput(InputObjectType):
    """What is left out stays as it is."""

    name = String()
    address = AddressInput()


class WarehouseUpdate(Mutation):
    """Rename a warehouse, or change where it stands. For managers of the seller."""

    class Arguments:
        id = ID(required=True)
        input = WarehouseUpdateInput(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = ADDRESS_CODES
        known_errors = {**errors.REFUSED, **ADDRESS}

    warehouse = Field(Warehouse)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        place = own_warehouse(info, id, field="id")
        address = to_address_data(input["address"]) if input.get("address") else None
        return {"warehouse": update_warehouse(warehouse=place, name=input.get("name"), address=address)}


class WarehouseClose(Mutation):
    """Put nothing there any more; refused while something lies there. For managers of the seller."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = ("NOT_EMPTY",)
        known_errors = errors.REFUSED

    warehouse = Field(Warehouse)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        return {"warehouse": close_warehouse(warehouse=own_warehouse(info, id, field="id"))}


class WarehouseReopen(Mutation):
    """Use a closed warehouse again. For managers of the seller."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN

    warehouse = Field(Warehouse)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        return {"warehouse": reopen_warehouse(warehouse=own_warehouse(info, id, field="id"))}
