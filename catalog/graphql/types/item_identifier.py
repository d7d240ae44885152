"""What kinds of goods are called, in the API."""

import enum
from typing import Any

from catalog.graphql.access import MEMBERS
from catalog.traceability.identity import item_identifier
from catalog.traceability.identity.company_prefix import CompanyPrefix
from catalog.traceability.identity.prefix_digits import gtin_has_prefix
from catalog.traceability.identity.scheme import Scheme
from marketplace.graphql import ANYONE, ID, Boolean, Enum, Field, List, NonNull, ObjectType, String, batch, related_list

IdentifierSchemeEnum = Enum.from_enum(
    enum.StrEnum("IdentifierSchemeEnum", {name: name for name in Scheme.names if name != Scheme.GS1}),
    description="NATIONAL: given by a state system. INTERNAL: the seller's own. GS1's is the GTIN of a variant.",
)


class ItemIdentifier(ObjectType):
    """What a kind of goods is called beside its GTIN."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    scheme = Field(IdentifierSchemeEnum, required=True)
    authority = Field(String, required=True, description="Who gave it; empty for one of the seller's own.")
    value = Field(String, required=True)


class IdentifiersOfVariant(ObjectType):
    """The fields of a variant that say what it is called."""

    class Meta:
        access = ANYONE

    gtin_is_verified = Field(
        Boolean,
        access=MEMBERS,
        description="Whether the GTIN begins with the seller's company prefix as the operator has verified it; null "
        "without a GTIN.",
    )
    item_identifiers = Field(List(NonNull(ItemIdentifier)), required=True, size=item_identifier.MOST)

    resolve_item_identifiers = related_list(
        lambda info, **args: item_identifier.ItemIdentifier.objects.order_by("scheme", "authority"), by="variant_id"
    )

    @staticmethod
    @batch
    def resolve_gtin_is_verified(variants: list[Any], info: Any) -> list[bool | None]:
        rows = CompanyPrefix.objects.verified().filter(seller_id__in={variant.seller_id for variant in variants})
        prefixes = dict(rows.values_list("seller_id", "prefix"))
        return [_is_verified(variant.gtin, prefixes.get(variant.seller_id)) for variant in variants]


def _is_verified(gtin: str, prefix: str | None) -> bool | None:
    return (prefix is not None and gtin_has_prefix(gtin, prefix)) if gtin else None
