"""The answer to a code, in the API."""

from typing import Any

from catalog.graphql.types.lot import Lot, TraceCodeStatus
from catalog.graphql.types.trace_step import TraceStep
from catalog.traceability import trace
from catalog.traceability.code import grouped
from catalog.traceability.lot import TraceCodeStatus as Status
from catalog.traceability.qr import qr_svg, trace_url
from catalog.traceability.shopper.checks.piece_pin import PiecePin
from catalog.traceability.shopper.scans.figures import public_scans
from catalog.traceability.shopper.warranty.terms import months_of
from catalog.traceability.step import TraceStep as StepRow
from marketplace.graphql import ANYONE, Boolean, DateTime, Field, Int, List, NonNull, ObjectType, String


class Trace(ObjectType):
    """What is known of a code. A VOIDED one vouches for nothing: it has a reason, and no steps."""

    class Meta:
        access = ANYONE

    code = Field(String, required=True)
    grouped = Field(String, required=True, description="As printed for people.")
    url = Field(String, required=True)
    qr_svg = Field(String, required=True, cost=2)
    status = Field(TraceCodeStatus, required=True)
    voided_at = Field(DateTime)
    void_reason = Field(String, description="As the seller wrote it.")
    created_at = Field(DateTime, required=True, description="When the code was made.")
    lot = Field(Lot, required=True)
    variant = Field("catalog.graphql.types.product_variant.ProductVariant", required=True)
    product = Field("catalog.graphql.types.product.Product", required=True)
    seller = Field("marketplace.sellers.graphql.types.seller.Seller", required=True)
    has_pin = Field(Boolean, required=True, description="Whether the label has a hidden number to check it by.")
    scans = Field(
        Int, required=True, description="How often this page was opened, rounded down to tens; 0 says fewer than ten."
    )
    warranty_months = Field(Int, description="For how long the maker stands for it from the day it was bought.")
    steps = Field(List(NonNull(TraceStep)), required=True, description="Oldest first.")

    @staticmethod
    def resolve_grouped(found: trace.Trace, info: Any) -> str:
        return grouped(found.code)

    @staticmethod
    def resolve_url(found: trace.Trace, info: Any) -> str:
        return trace_url(found.code)

    @staticmethod
    def resolve_qr_svg(found: trace.Trace, info: Any) -> str:
        return qr_svg(found.code)

    @staticmethod
    def resolve_status(found: trace.Trace, info: Any) -> str:
        return Status.ACTIVE if found.is_active else Status.VOIDED

    @staticmethod
    def resolve_has_pin(found: trace.Trace, info: Any) -> bool:
        return found.is_active and PiecePin.objects.filter(code=found.code).exists()

    @staticmethod
    def resolve_scans(found: trace.Trace, info: Any) -> int:
        return public_scans([found.code]).get(found.code, 0)

    @staticmethod
    def resolve_warranty_months(found: trace.Trace, info: Any) -> int | None:
        return months_of([found.product.pk]).get(found.product.pk) if found.is_active else None

    @staticmethod
    def resolve_void_reason(found: trace.Trace, info: Any) -> str | None:
        return found.void_reason or None

    @staticmethod
    def resolve_steps(found: trace.Trace, info: Any) -> list[StepRow]:
        return list(found.steps)
