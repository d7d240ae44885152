"""The choices about sellers in the API."""

import enum

from marketplace.graphql import Enum
from marketplace.sellers import member, seller

SellerStatus = Enum.from_enum(
    enum.StrEnum("SellerStatus", {name: name for name in seller.SellerStatus.names}),
    description="Where a seller stands; the public sees APPROVED ones.",
)
EntityType = Enum.from_enum(
    enum.StrEnum("EntityType", {name: name for name in seller.EntityType.names}),
    description="An enterprise, a household business (hộ kinh doanh), or an individual.",
)
TaxResidence = Enum.from_enum(
    enum.StrEnum("TaxResidence", {name: name for name in seller.TaxResidence.names}),
    description="Whether a household or individual pays income tax as a resident of Vietnam.",
)
CraftEnum = Enum.from_enum(
    enum.StrEnum("CraftEnum", {each.name: each.value for each in seller.Craft}), description="The trades of Bình Dương."
)
MemberRole = Enum.from_enum(
    enum.StrEnum("MemberRole", {name: name for name in member.MemberRole.names}),
    description="OWNER may do everything, MANAGER the catalogue and orders, PACKER the orders.",
)
