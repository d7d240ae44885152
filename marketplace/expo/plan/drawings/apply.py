"""``apply_drawing``: draw into the plan what a preview showed, once; what has a problem is left out."""

from dataclasses import dataclass

from django.utils import timezone

from catalog.refusal import Refused
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.expo import texts
from marketplace.expo.booths import MOST_BOOTHS
from marketplace.expo.hall import Booth, BoothKind, Hall
from marketplace.expo.plan.change import PlanVerb
from marketplace.expo.plan.drawings.judge import DrawingAction, Judged, judge
from marketplace.expo.plan.drawings.plan_import import PlanImport
from marketplace.expo.plan.drawings.roles import Role
from marketplace.expo.plan.editing import Edit, editing
from marketplace.expo.plan.feature import HallFeature
from marketplace.expo.plan.features import MOST_FEATURES
from marketplace.expo.plan.metres import metres


@dataclass(frozen=True, slots=True)
class Drawn:
    plan_import: PlanImport
    drawn: int
    redrawn: int
    kept: int
    left_out: int


def apply_drawing(*, plan_import: PlanImport, by: User | None = None) -> Drawn:
    """Judge the drawing again under the hall's lock and write what is good. Twice is as once. Raises ``Refused``."""
    booths = dict.fromkeys(Booth.objects.filter(hall_id=plan_import.hall_id))
    with editing(plan_import.hall_id, verb=PlanVerb.IMPORTED, by=by, seen=booths) as edit:
        stored = PlanImport.objects.select_for_update().get(pk=plan_import.pk)
        judged = judge(stored, edit.hall)
        if stored.applied_at is None:
            _check_amount(edit.hall, judged)
            for one in judged:
                _draw(edit, one)
            stored.applied_at = timezone.now()
            stored.save(update_fields=["applied_at"])
            return _count(stored, judged)
    return Drawn(stored, 0, 0, len(judged), 0)


def _check_amount(hall: Hall, judged: list[Judged]) -> None:
    new = [one for one in judged if one.action is DrawingAction.DRAW]
    booths = sum(one.role is Role.BOOTH for one in new)
    if hall.booths.count() + booths > MOST_BOOTHS:
        raise Refused(texts.invalid("id", _("A hall has at most %(limit)s booths."), limit=MOST_BOOTHS))
    if hall.features.count() + sum(len(one.boxes) for one in new) > MOST_FEATURES:
        message = _("A hall has at most %(limit)s aisles, doors and services.")
        raise Refused(texts.invalid("id", message, limit=MOST_FEATURES))


def _draw(edit: Edit, one: Judged) -> None:
    if one.shape is None or one.action in (None, DrawingAction.KEEP):
        return
    if one.role is not Role.BOOTH:
        edit.features += [_feature(edit.hall, one, box) for box in one.boxes]
    elif one.booth is not None:
        edit.booth(one.booth).outline = one.shape
    else:
        booth = Booth(hall=edit.hall, code=one.label, kind=BoothKind.SHELL)
        booth.outline = one.shape
        edit.added.append(booth)


def _feature(hall: Hall, one: Judged, box: tuple[int, int, int, int]) -> HallFeature:
    left, top, right, bottom = box
    x, y, width, depth = map(metres, (left, top, right - left, bottom - top))
    return HallFeature(hall=hall, kind=one.role.value, label=one.label, x=x, y=y, width=width, depth=depth)


def _count(stored: PlanImport, judged: list[Judged]) -> Drawn:
    actions = [one.action for one in judged]
    return Drawn(
        stored,
        drawn=actions.count(DrawingAction.DRAW),
        redrawn=actions.count(DrawingAction.REDRAW),
        kept=actions.count(DrawingAction.KEEP),
        left_out=actions.count(None),
    )
