"""Lots that can be traced, where their goods are shown."""

from typing import Any

from catalog.graphql.types.lot import Lot
from catalog.traceability.qr import lot_qr_svg, lot_trace_url
from catalog.traceability.traced_lots import TracedLot as TracedLotRow
from marketplace.graphql import ANYONE, Field, ObjectType, String


class TracedLot(ObjectType):
    """A lot whose way can be read by everybody."""

    class Meta:
        access = ANYONE

    lot = Field(Lot, required=True)
    code = Field(String, required=True, description="One of its codes, by which the page of the lot is reached.")
    url = Field(String, required=True, description="The page of the lot, in the reader's language.")
    qr_svg = Field(String, required=True, cost=2, description="The same as a QR code, an SVG picture.")

    @staticmethod
    def resolve_url(row: TracedLotRow, info: Any) -> str:
        return lot_trace_url(row.code)

    @staticmethod
    def resolve_qr_svg(row: TracedLotRow, info: Any) -> str:
        return lot_qr_svg(row.code)
