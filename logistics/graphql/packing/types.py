"""Packing plans in the API. The parents are `PackingAnswer`."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from i18n.graphql.types.money import Money
from i18n.graphql.types.weight import Weight
from i18n.messages import gettext
from logistics.carrier import Quote
from logistics.graphql.types.delivery import DeliveryLeg
from logistics.packing.box import Box, Load, Placed
from logistics.packing.container import CONTAINERS
from logistics.packing.figures import Fill
from logistics.packing.measured import MeasuredPlan
from logistics.packing.pallet import PALLETS
from logistics.packing.picture import picture
from logistics.rates.sea_comparison import SeaComparison as Comparison
from marketplace.graphql import Decimal, Enum, Field, Int, List, NonNull, ObjectType, Rule, String

THROUGH_ITS_PLAN = Rule("reaching it through a packing plan one may see", lambda _context, _parents: True)
PalletTypeEnum = Enum(
    "PalletTypeEnum", [(code, code) for code in PALLETS], description="EUR: 1200 × 800 mm. ISO: 1200 × 1000 mm."
)
ContainerTypeEnum = Enum(
    "ContainerTypeEnum", [(f"GP{code[:2]}" if code.endswith("GP") else f"HC{code[:2]}", code) for code in CONTAINERS],
    description="GP20: 20-foot standard. GP40: 40-foot standard. HC40: 40-foot high cube.",
)  # fmt: skip
"""Names of GraphQL cannot begin with a figure."""


@dataclass(frozen=True, slots=True)
class PackingAnswer:
    """A plan, and how to compare sea freights for it when somebody asks."""

    measured: MeasuredPlan
    compare: Callable[[], Comparison | None]


@dataclass(frozen=True, slots=True)
class PackedLoad:
    """A load with the names of the plan's lines, and how full it is where it is a container."""

    load: Load
    names: tuple[str, ...]
    fill: Fill | None
    deck_mm: int = 0


class PackingPackage(ObjectType):
    """Packages that are alike."""

    class Meta:
        access = THROUGH_ITS_PLAN

    name = Field(String, required=True)
    line = Field(Int, required=True, description="Number of the line of goods, from 0; of a mixed carton its first.")
    quantity = Field(Int, required=True)
    length_mm = Field(Int, required=True)
    width_mm = Field(Int, required=True)
    height_mm = Field(Int, required=True)
    weight = Field(Weight, required=True, description="Of one.")


class PackingPlacement(ObjectType):
    """Where a package stands: its corner furthest back, left and below, and its measures as it is turned."""

    class Meta:
        access = THROUGH_ITS_PLAN

    line = Field(Int, required=True)
    x_mm = Field(Int, required=True, description="Along, from the closed end towards the door.")
    y_mm = Field(Int, required=True, description="Across.")
    z_mm = Field(Int, required=True, description="Above the floor.")
    length_mm = Field(Int, required=True)
    width_mm = Field(Int, required=True)
    height_mm = Field(Int, required=True)


class PackingLoad(ObjectType):
    """A container or pallet with what stands in or on it."""

    class Meta:
        access = THROUGH_ITS_PLAN

    code = Field(String, required=True, description="20GP, 40GP, 40HC, EUR or ISO.")
    packages = Field(Int, required=True)
    weight = Field(Weight, required=True, description="Of the goods on or in it.")
    height_mm = Field(Int, required=True, description="Up to the top of the highest package.")
    volume_percent = Field(Decimal, description="Of what is really loaded into such a container.")
    weight_percent = Field(Decimal, description="Of its payload.")
    centre_percent = Field(Decimal, description="Where the centre of gravity lies along its length; 50 is the middle.")
    contents = Field(List(NonNull(PackingPackage)), required=True, size=5)
    placements = Field(List(NonNull(PackingPlacement)), required=True, size=50)
    picture = Field(String, required=True, description="Isometric, as SVG.", cost=5)

    @staticmethod
    def resolve_code(one: PackedLoad, info: Any) -> str:
        return one.load.space.code

    @staticmethod
    def resolve_packages(one: PackedLoad, info: Any) -> int:
        return len(one.load.placed)

    @staticmethod
    def resolve_weight(one: PackedLoad, info: Any) -> int:
        return one.load.weight_g

    @staticmethod
    def resolve_height_mm(one: PackedLoad, info: Any) -> int:
        return one.load.height_mm

    @staticmethod
    def resolve_volume_percent(one: PackedLoad, info: Any) -> Any:
        return one.fill.volume_percent if one.fill else None

    @staticmethod
    def resolve_weight_percent(one: PackedLoad, info: Any) -> Any:
        return one.fill.weight_percent if one.fill else None

    @staticmethod
    def resolve_centre_percent(one: PackedLoad, info: Any) -> Any:
        return one.fill.centre_percent if one.fill else None

    @staticmethod
    def resolve_contents(one: PackedLoad, info: Any) -> list[dict[str, Any]]:
        return packages_of(Counter(each.box for each in one.load.placed), one.names)

    @staticmethod
    def resolve_placements(one: PackedLoad, info: Any) -> list[dict[str, int]]:
        return [_placement(each) for each in one.load.placed]

    @staticmethod
    def resolve_picture(one: PackedLoad, info: Any) -> str:
        return picture(one.load, deck_mm=one.deck_mm)


class ChargeableWeight(ObjectType):
    """What a mode of transport charges for."""

    class Meta:
        access = THROUGH_ITS_PLAN

    mode = Field(String, required=True, description="AIR, COURIER or ROAD.")
    weight = Field(Weight, required=True)


class SeaQuote(ObjectType):
    """What sea freight costs by a tariff of today."""

    class Meta:
        access = THROUGH_ITS_PLAN

    name = Field(String, required=True)
    price = Field(Money, required=True)
    minimum_days = Field(Int, required=True)
    maximum_days = Field(Int, required=True)
    lane = Field(String, required=True)
    legs = Field(List(NonNull(DeliveryLeg)), required=True, size=5)

    @staticmethod
    def resolve_name(quote: Quote, info: Any) -> str:
        return gettext(info.context.language, quote.name)

    @staticmethod
    def resolve_minimum_days(quote: Quote, info: Any) -> int:
        return quote.min_days

    @staticmethod
    def resolve_maximum_days(quote: Quote, info: Any) -> int:
        return quote.max_days

    @staticmethod
    def resolve_lane(quote: Quote, info: Any) -> str:
        return gettext(info.context.language, quote.zone) if quote.zone else ""

    @staticmethod
    def resolve_legs(quote: Quote, info: Any) -> list[Any]:
        return list(quote.legs)


class SeaComparison(ObjectType):
    """Sharing a container against filling one."""

    class Meta:
        access = THROUGH_ITS_PLAN

    shared = Field(SeaQuote, description="LCL; null where no tariff goes there, or not with so much.")
    whole = Field(SeaQuote, description="FCL; null where no tariff goes there, or not with so little.")
    break_even_cbm = Field(Decimal, description="From here on a whole container costs no more. Null: never below one.")


class PackingPlan(ObjectType):
    """How goods are packed, and what they come to."""

    class Meta:
        access = THROUGH_ITS_PLAN

    package_count = Field(Int, required=True)
    pallet_count = Field(Int, required=True)
    cbm = Field(Decimal, required=True, description="Cubic metres outside, pallets included.")
    gross_weight = Field(Weight, required=True, description="Pallets included.")
    chargeable_weights = Field(List(NonNull(ChargeableWeight)), required=True, size=3)
    revenue_tonnes = Field(Decimal, required=True, description="At sea: cubic metres or tonnes, whichever is more.")
    packages = Field(List(NonNull(PackingPackage)), required=True, size=10)
    pallets = Field(List(NonNull(PackingLoad)), required=True, size=3)
    containers = Field(List(NonNull(PackingLoad)), required=True, size=2)
    unplaced = Field(List(NonNull(PackingPackage)), required=True, size=1, description="What fits into no container.")
    unmeasured = Field(
        List(NonNull(String)), required=True, size=1, description="Goods nobody measured: they are not in the plan."
    )
    sea_comparison = Field(SeaComparison, cost=20, description="Null without a country to go to.")

    @staticmethod
    def resolve_package_count(answer: PackingAnswer, info: Any) -> int:
        return answer.measured.figures.packages

    @staticmethod
    def resolve_pallet_count(answer: PackingAnswer, info: Any) -> int:
        return answer.measured.figures.pallets

    @staticmethod
    def resolve_cbm(answer: PackingAnswer, info: Any) -> Any:
        return answer.measured.figures.cbm

    @staticmethod
    def resolve_gross_weight(answer: PackingAnswer, info: Any) -> int:
        return answer.measured.plan.gross_weight_g

    @staticmethod
    def resolve_chargeable_weights(answer: PackingAnswer, info: Any) -> list[dict[str, Any]]:
        weights = answer.measured.figures.chargeable_kg
        return [{"mode": mode, "weight": int(kilograms * 1000)} for mode, kilograms in weights.items()]

    @staticmethod
    def resolve_revenue_tonnes(answer: PackingAnswer, info: Any) -> Any:
        return answer.measured.figures.revenue_tonnes

    @staticmethod
    def resolve_packages(answer: PackingAnswer, info: Any) -> list[dict[str, Any]]:
        return packages_of(answer.measured.plan.packages, _names(answer))

    @staticmethod
    def resolve_pallets(answer: PackingAnswer, info: Any) -> list[PackedLoad]:
        plan = answer.measured.plan
        deck = plan.pallet.deck_mm if plan.pallet else 0
        return [PackedLoad(load, _names(answer), None, deck) for load in plan.pallets]

    @staticmethod
    def resolve_containers(answer: PackingAnswer, info: Any) -> list[PackedLoad]:
        loads, fills = answer.measured.plan.containers, answer.measured.figures.fills
        return [PackedLoad(load, _names(answer), fill) for load, fill in zip(loads, fills, strict=True)]

    @staticmethod
    def resolve_unplaced(answer: PackingAnswer, info: Any) -> list[dict[str, Any]]:
        return packages_of(answer.measured.plan.unplaced, _names(answer))

    @staticmethod
    def resolve_unmeasured(answer: PackingAnswer, info: Any) -> list[str]:
        return list(answer.measured.unmeasured)

    @staticmethod
    def resolve_sea_comparison(answer: PackingAnswer, info: Any) -> Comparison | None:
        return answer.compare()


def _names(answer: PackingAnswer) -> tuple[str, ...]:
    return tuple(line.name for line in answer.measured.plan.lines)


def packages_of(counted: Counter[Box], names: tuple[str, ...]) -> list[dict[str, Any]]:
    """By line, the heaviest first; pieces and the seller's cartons go by the name of their line."""
    ordered = sorted(counted.items(), key=lambda entry: (entry[0].line, -entry[0].weight_g, entry[0].name))
    return [
        {
            "name": box.name,
            "line": box.line,
            "quantity": count,
            "length_mm": box.length_mm,
            "width_mm": box.width_mm,
            "height_mm": box.height_mm,
            "weight": box.weight_g,
        }
        for box, count in ordered
    ]


def _placement(each: Placed) -> dict[str, int]:
    return {
        "line": each.box.line,
        "x_mm": each.x,
        "y_mm": each.y,
        "z_mm": each.z,
        "length_mm": each.length_mm,
        "width_mm": each.width_mm,
        "height_mm": each.height_mm,
    }
