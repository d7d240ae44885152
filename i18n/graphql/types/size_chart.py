"""Tables of sizes in the API."""

import enum
from typing import Any

from i18n.sizes.chart import SizeChart as Chart
from i18n.sizes.chart import SizeRow, charts
from marketplace.graphql import ANYONE, Date, Enum, Field, Int, List, NonNull, ObjectType, String, batch

SizeChartKind = enum.StrEnum("SizeChartKind", {kind.upper(): kind for kind in charts()})  # type: ignore[misc]  # found
SizeChartKindEnum = Enum.from_enum(SizeChartKind, name="SizeChartKindEnum", description="What is worn, and by whom.")
MOST_ROWS = 30


class SizeChartRow(ObjectType):
    """One body in every system."""

    class Meta:
        access = ANYONE

    measures = Field(NonNull(List(NonNull(Int))), description="In the order of the chart's measures.")
    sizes = Field(NonNull(List(NonNull(String))), description="In the order of the chart's systems.")

    @staticmethod
    @batch
    def resolve_measures(rows: list[SizeRow], info: Any) -> list[list[int]]:
        return [list(row.measures.values()) for row in rows]

    @staticmethod
    @batch
    def resolve_sizes(rows: list[SizeRow], info: Any) -> list[list[str]]:
        return [list(row.sizes.values()) for row in rows]


class SizeChart(ObjectType):
    """Sizes in the systems of the markets. A maker's own table prevails."""

    class Meta:
        access = ANYONE

    kind = Field(SizeChartKindEnum, required=True)
    systems = Field(NonNull(List(NonNull(String))), description="INT for letters by EN 13402, else a region: EU, UK …")
    measures = Field(NonNull(List(NonNull(String))), description="Of the body: foot_mm, bust_cm, chest_cm …")
    rows = Field(NonNull(List(NonNull(SizeChartRow))), size=MOST_ROWS)
    effective_from = Field(Date, required=True, description="Since when the table holds.")
    source = Field(String, required=True, description="The standards it follows.")

    @staticmethod
    @batch
    def resolve_kind(found: list[Chart], info: Any) -> list[Any]:
        return [chart.kind for chart in found]
