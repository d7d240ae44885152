"""Drawings handed in for a hall, in the API: for staff with expo.manage."""

import enum
from typing import Any

from i18n import messages
from marketplace.expo.graphql.access import STAFF
from marketplace.expo.graphql.plan.types import PlanPoint
from marketplace.expo.graphql.types.hall import Hall
from marketplace.expo.plan.drawings.judge import DrawingAction, Judged, judge
from marketplace.expo.plan.drawings.plan_import import PlanImport as ImportRow
from marketplace.expo.plan.drawings.roles import Role
from marketplace.expo.plan.metres import metres
from marketplace.graphql import (
    ID,
    Boolean,
    DateTime,
    Decimal,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    related,
)

RoleEnum = Enum.from_enum(
    enum.StrEnum("DrawingRoleEnum", {name: name for name in Role.names}),
    description="HALL: the hall's own outline, by which the drawing is placed; NOTHING: left out.",
)
ActionEnum = Enum.from_enum(
    enum.StrEnum("DrawingActionEnum", {name: name for name in DrawingAction.names}),
    description="REDRAW: a booth of this number gets another place or shape; KEEP: it is in the plan like this.",
)
MOST_SHOWN = 3_000


class DrawingLayer(ObjectType):
    """A layer of a drawing."""

    class Meta:
        access = STAFF

    name = Field(String, required=True)
    role = Field(RoleEnum, required=True)
    count = Field(Int, required=True, description="Outlines on it.")


class DrawingOutline(ObjectType):
    """An outline of a drawing as it would lie in the hall."""

    class Meta:
        access = STAFF

    label = Field(String, required=True)
    role = Field(RoleEnum, required=True)
    action = Field(ActionEnum, description="Null: it is left out, see problem.")
    problem = Field(String, description="Why it is left out, in your language.")
    points = Field(List(NonNull(PlanPoint)), size=6, description="Null for what has no right angles.")

    @staticmethod
    @batch
    def resolve_problem(outlines: list[Judged], info: Any) -> list[str | None]:
        language = info.context.language
        first = [outline.problems[0] if outline.problems else None for outline in outlines]
        return [messages.gettext(language, each.message, **each.params) if each else None for each in first]

    @staticmethod
    @batch
    def resolve_points(outlines: list[Judged], info: Any) -> list[Any]:
        return [
            [{"x": metres(x), "y": metres(y)} for x, y in outline.shape.points] if outline.shape else None
            for outline in outlines
        ]


class PlanImport(ObjectType):
    """A drawing handed in for a hall: read, or drawn into its plan."""

    class Meta:
        access = STAFF

    id = Field(ID, required=True)
    hall = Field(Hall, required=True)
    file_name = Field(String, required=True)
    metres_per_unit = Field(Decimal, required=True, description="What a unit of the drawing is.")
    right = Field(Decimal, required=True, description="Metres by which the drawing is moved into the hall.")
    down = Field(Decimal, required=True)
    layers = Field(NonNull(List(NonNull(DrawingLayer))))
    outlines = Field(
        NonNull(List(NonNull(DrawingOutline))),
        only_left_out=Boolean(),
        size=400,
        description="Judged on the plan as it is now.",
    )
    left_out = Field(Int, required=True, description="Circles, curves, pictures: what is no outline of straight lines.")
    created_at = Field(DateTime, required=True)
    applied_at = Field(DateTime)

    resolve_hall = related("hall")

    @staticmethod
    def resolve_layers(stored: ImportRow, info: Any) -> list[dict[str, Any]]:
        layers = [layer for layer, _label, _points in stored.outlines]
        return [{"name": name, "role": role, "count": layers.count(name)} for name, role in stored.roles.items()]

    @staticmethod
    def resolve_outlines(stored: ImportRow, info: Any, only_left_out: bool | None = None) -> list[Judged]:
        return [one for one in judge(stored, stored.hall) if one.action is None or not only_left_out][:MOST_SHOWN]
