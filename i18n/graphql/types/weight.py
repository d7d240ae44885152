"""Weights in the API. A resolver returns grams; this type shows kilograms."""

from decimal import Decimal as Number
from typing import Any

from marketplace.graphql import ANYONE, Decimal, Field, ObjectType, String, batch


class Weight(ObjectType):
    """A weight in kilograms."""

    class Meta:
        access = ANYONE

    unit = Field(String, required=True, description="Always KG.")
    value = Field(Decimal, required=True, description="Exact to the gram.")

    @staticmethod
    @batch
    def resolve_unit(grams: list[int], info: Any) -> list[str]:
        return ["KG"] * len(grams)

    @staticmethod
    @batch
    def resolve_value(grams: list[int], info: Any) -> list[Number]:
        return [Number(weight) / 1000 for weight in grams]
