"""Company prefixes and series of numbers in the API."""

import datetime
from typing import Any

from catalog.traceability.identity import company_prefix
from catalog.traceability.minting import series
from catalog.traceability.minting.lot_numbers import next_numbers
from marketplace.accounts.permissions import Permission
from marketplace.graphql import (
    ID,
    Boolean,
    DateTime,
    Enum,
    Field,
    ObjectType,
    String,
    attribute,
    batch,
    connection_type,
    permission,
    related,
)
from marketplace.sellers.graphql.access import member, member_or

PREFIXES = permission(Permission.SELLERS_MANAGE)
OWN_OR_STAFF = member_or(Permission.SELLERS_MANAGE)
OWN = member(lambda row: row.seller_id)
SeriesKindEnum = Enum.from_enum(
    series.SeriesKind,
    name="SeriesKindEnum",
    description="LOT: numbers of lots, apart from each other within a seller. SERIAL: of pieces, within a GTIN.",
)


class CompanyPrefix(ObjectType):
    """What GS1 gave a seller to make its numbers with."""

    class Meta:
        access = OWN_OR_STAFF

    id = Field(ID, required=True)
    prefix = Field(String, required=True)
    evidence = Field(String, required=True, description="As the seller gives it.")
    is_verified = Field(Boolean, required=True, description="The operator has seen that it is the seller's.")
    claimed_at = Field(DateTime, required=True)
    verified_at = Field(DateTime)
    ended_at = Field(DateTime)
    refusal = Field(String, required=True, description="Why the operator refused it; else empty.")
    seller = Field("marketplace.sellers.graphql.types.seller.Seller", required=True)

    resolve_is_verified = attribute("is_verified")
    resolve_refusal = attribute("end_reason")
    resolve_seller = related("seller")


CompanyPrefixCountableConnection = connection_type(CompanyPrefix)
PrefixRow = company_prefix.CompanyPrefix
SeriesRow = series.NumberSeries


class NumberSeries(ObjectType):
    """How a seller numbers lots or pieces."""

    class Meta:
        access = OWN

    id = Field(ID, required=True)
    kind = Field(SeriesKindEnum, required=True)
    variant = Field(
        "catalog.graphql.types.product_variant.ProductVariant",
        description="Null for what holds where a variant has no series of its own.",
    )
    pattern = Field(String, required=True, description="Such as {YY}{MM}-{n:4}.")
    next_number = Field(String, description="What a lot made today would get; null for serials.")

    resolve_variant = related("variant")

    @staticmethod
    @batch
    def resolve_next_number(rows: list[SeriesRow], info: Any) -> list[str | None]:
        return next_numbers(rows, on=datetime.datetime.now(tz=datetime.UTC).date())
