"""Indicators' part of the public API."""

from typing import Any

from marketplace.environment import environment
from marketplace.graphql import ANYONE, ID, SIGNED_IN, Field, List, NonNull, ObjectType, String
from marketplace.indicators.definition import Definition
from marketplace.indicators.definitions import definitions
from marketplace.indicators.graphql.access import own_placement
from marketplace.indicators.graphql.mutations.seller_placement_update import SellerPlacementUpdate
from marketplace.indicators.graphql.types.enums import SellerPlacementEnum
from marketplace.indicators.graphql.types.indicator import Indicator
from marketplace.indicators.map_layer.placement import Placement


class IndicatorsQueries(ObjectType):
    """Published figures, and how sellers are shown on the public map."""

    indicators = Field(
        NonNull(List(NonNull(Indicator))),
        access=ANYONE,
        size=12,
        description="All of them, in the order to show them; as files at `/indicators.json`.",
    )
    indicator = Field(Indicator, code=String(required=True), access=ANYONE)
    indicator_licence = Field(
        String, required=True, access=ANYONE, description="Under which the figures may be used: an address, or a text."
    )
    seller_placement = Field(
        SellerPlacementEnum,
        seller_id=ID(required=True),
        access=SIGNED_IN,
        description="How the public map shows a seller that one is a member of.",
    )

    @staticmethod
    def resolve_indicators(root: Any, info: Any) -> list[Definition]:
        return list(definitions().values())

    @staticmethod
    def resolve_indicator(root: Any, info: Any, code: str) -> Definition | None:
        return definitions().get(code)

    @staticmethod
    def resolve_indicator_licence(root: Any, info: Any) -> str:
        return environment.open_data_licence

    @staticmethod
    def resolve_seller_placement(root: Any, info: Any, seller_id: str) -> Placement:
        return own_placement(info, seller_id)


class IndicatorsMutations(ObjectType):
    """How sellers are shown on the public map."""

    seller_placement_update = SellerPlacementUpdate.Field()
