"""What a drawing would do to its hall's plan: outline by outline, as the plan is now."""

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from django.db import models

from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from marketplace.expo import texts
from marketplace.expo.hall import Booth, Hall
from marketplace.expo.plan.describe import code_problems
from marketplace.expo.plan.drawings.drawing import Outline
from marketplace.expo.plan.drawings.plan_import import PlanImport
from marketplace.expo.plan.drawings.roles import Role
from marketplace.expo.plan.feature import UNDER_BOOTHS, HallFeature
from marketplace.expo.plan.metres import metres
from marketplace.expo.plan.redraw import shape_of_points
from marketplace.expo.plan.rules import Floor, place_problems
from marketplace.expo.plan.shape import Box, Shape


class DrawingAction(models.TextChoices):
    DRAW = "DRAW"
    REDRAW = "REDRAW"
    """A booth of this number is in the plan: it gets this place and shape, and keeps all else."""
    KEEP = "KEEP"
    """It is in the plan like this."""


@dataclass(slots=True)
class Judged:
    label: str
    role: Role
    shape: Shape | None = None
    action: DrawingAction | None = None
    booth: Booth | None = None
    boxes: list[Box] = field(default_factory=list)
    """The rectangles of an aisle, a door or a service that are not in the plan yet."""
    problems: list[Problem] = field(default_factory=list)


def judge(plan_import: PlanImport, hall: Hall) -> list[Judged]:
    """Booths first, in the drawing's order, each on what is there and what came before it; then the rest."""
    found = [
        _read(outline, plan_import)
        for outline in plan_import.read_outlines()
        if plan_import.roles.get(outline.layer) not in (Role.NOTHING, Role.HALL, None)
    ]
    booths = [one for one in found if one.role is Role.BOOTH]
    features = list(HallFeature.objects.filter(hall=hall))
    floor = _judge_booths(booths, hall, features)
    for one in found:
        if one.role is not Role.BOOTH:
            _judge_feature(one, floor, features)
    return found


def _read(outline: Outline, plan_import: PlanImport) -> Judged:
    judged = Judged(texts.tidy(outline.label), Role(plan_import.roles[outline.layer]))
    scale, right, down = (float(each) for each in (plan_import.metres_per_unit, plan_import.right, plan_import.down))
    points = [(round((x * scale + right) * 100), round((y * scale + down) * 100)) for x, y in outline.points]
    try:
        judged.shape = shape_of_points([(metres(x), metres(y)) for x, y in points])
    except Refused as refused:
        judged.problems += refused.problems
    return judged


def _judge_booths(wanted: Sequence[Judged], hall: Hall, features: Sequence[HallFeature]) -> Floor:
    """A booth that is refused its new place keeps its old one, and nothing else may lie there: judged until so."""
    there = {booth.code: booth for booth in Booth.objects.filter(hall=hall)}
    staying: set[str] = set()
    while True:
        moving = {one.label for one in wanted if one.shape} - staying
        floor = Floor.of(hall, [booth for code, booth in there.items() if code not in moving], features)
        floor, drawn = _pass(wanted, there, floor, staying)
        left = (moving - drawn) & there.keys()
        if not left:
            return floor
        staying |= left


def _pass(
    wanted: Sequence[Judged], there: Mapping[str, Booth], floor: Floor, staying: Collection[str]
) -> tuple[Floor, set[str]]:
    drawn: set[str] = set()
    for one in wanted:
        if one.shape is None or (one.label in staying and one.problems):
            continue
        one.problems = code_problems(one.label, drawn) or place_problems(floor, one.shape)
        one.booth, one.action = there.get(one.label), None
        if not one.problems:
            one.action = _booth_action(one)
            drawn.add(one.label)
            floor = dataclasses.replace(floor, booths=(*floor.booths, (one.label, one.shape)))
    return floor, drawn


def _booth_action(one: Judged) -> DrawingAction:
    if one.booth is None:
        return DrawingAction.DRAW
    return DrawingAction.KEEP if one.booth.outline == one.shape else DrawingAction.REDRAW


def _judge_feature(one: Judged, floor: Floor, there: Sequence[HallFeature]) -> None:
    if one.shape is None:
        return
    known = {(row.kind, row.outline.box) for row in there}
    one.boxes = [box for box in one.shape.rectangles if (one.role.value, box) not in known]
    left, top, right, bottom = one.shape.box
    if left < 0 or top < 0 or right > floor.hall.box[2] or bottom > floor.hall.box[3]:
        one.problems.append(Problem("x", "OUTSIDE_HALL", _("It does not lie inside the hall.")))
    elif one.role.value not in UNDER_BOOTHS:
        on = next((code for code, booth in floor.booths if one.shape.overlaps(booth)), None)
        if on is not None:
            one.problems.append(Problem("x", "OVERLAP", _("It would lie on booth %(code)s."), {"code": on}))
    if not one.problems:
        one.action = DrawingAction.DRAW if one.boxes else DrawingAction.KEEP
