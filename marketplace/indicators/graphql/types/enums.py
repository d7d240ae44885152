"""Words of indicators in the API."""

from marketplace.graphql import Enum
from marketplace.indicators import definition, period
from marketplace.indicators.map_layer.placement import Placement
from marketplace.indicators.snapshot import ObservationStatus

IndicatorUnitEnum = Enum.from_enum(
    definition.Unit, name="IndicatorUnitEnum", description="What an indicator's figures count."
)
IndicatorPeriodEnum = Enum.from_enum(
    period.PeriodKind,
    name="IndicatorPeriodEnum",
    description="What a figure is of: what there is on a day, what happened in a month, or a fair.",
)
IndicatorDimensionEnum = Enum.from_enum(
    definition.Dimension, name="IndicatorDimensionEnum", description="What an indicator's figures are told apart by."
)
IndicatorStatusEnum = Enum.from_enum(
    ObservationStatus,
    name="IndicatorStatusEnum",
    description="Whether a figure is told, or withheld because it would tell of a few.",
)
SellerPlacementEnum = Enum.from_enum(
    Placement,
    name="SellerPlacementEnum",
    description="How exactly the public map shows a seller: its ward, its own public place, or not at all.",
)
