"""``sellerPlacementUpdate``."""

from typing import Any

from marketplace.graphql import ID, SIGNED_IN, Field, Mutation
from marketplace.indicators.graphql.types.enums import SellerPlacementEnum
from marketplace.indicators.map_layer.place_seller import place_seller
from marketplace.indicators.map_layer.placement import Placement
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.member import MemberRole


class SellerPlacementUpdate(Mutation):
    """Say how exactly the public map shows one's seller. For owners."""

    class Arguments:
        seller_id = ID(required=True)
        placement = SellerPlacementEnum(required=True)

    class Meta:
        access = SIGNED_IN

    placement = Field(SellerPlacementEnum)

    @classmethod
    def perform(cls, info: Any, *, seller_id: str, placement: Any) -> dict[str, Any]:
        seller = seller_for(info, seller_id, MemberRole.OWNER, field="sellerId")
        chosen = Placement(str(placement))
        return {"placement": place_seller(seller=seller, placement=chosen, now=info.context.now)}
