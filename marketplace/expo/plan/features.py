"""Drawing what is no booth: ``create_feature``, ``update_feature``, ``delete_feature``."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import transaction

from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.expo import texts
from marketplace.expo.hall import Hall
from marketplace.expo.locks import lock_hall
from marketplace.expo.plan.change import PlanVerb, record_change
from marketplace.expo.plan.feature import HallFeature
from marketplace.expo.plan.metres import LARGEST, NotCentimetres
from marketplace.expo.plan.rectangle import Rectangle
from marketplace.expo.plan.shape import Shape
from marketplace.expo.plan.snapshot import snapshot

MOST_FEATURES = 500


@dataclass(frozen=True, slots=True)
class FeatureDraft:
    kind: str
    place: Rectangle
    label: str = ""
    """What is written there, a name: of a stage, a gate."""


def create_feature(*, hall: Hall, draft: FeatureDraft, by: User | None = None) -> HallFeature:
    """Draw an aisle, a door or a service; one that stays free of booths lies on none. Raises ``Refused``."""
    with _drawing(hall.pk, None, by) as (locked, written):
        if locked.features.count() >= MOST_FEATURES:
            message = _("A hall has at most %(limit)s aisles, doors and services.")
            raise Refused(texts.invalid("hall_id", message, limit=MOST_FEATURES))
        feature = _fill(HallFeature(hall=locked), draft)
        refuse_any(_problems(locked, feature))
        feature.save()
        written.append(feature)
        return feature


def update_feature(*, feature: HallFeature, draft: FeatureDraft, by: User | None = None) -> HallFeature:
    """Draw it anew. Raises ``Refused``, also when somebody has removed it."""
    with _drawing(feature.hall_id, feature, by) as (locked, written):
        current = _fill(_current(feature), draft)
        refuse_any(_problems(locked, current))
        current.save()
        written.append(current)
        return current


def delete_feature(*, feature: HallFeature, by: User | None = None) -> None:
    """Take it off the plan; nothing happens when that is done already."""
    if HallFeature.objects.filter(pk=feature.pk).exists():
        with _drawing(feature.hall_id, feature, by):
            HallFeature.objects.filter(pk=feature.pk).delete()


def feature_problems(hall: Hall, outline: Shape, *, blocks: bool) -> list[Problem]:
    """Why it cannot lie there."""
    left, top, right, bottom = outline.box
    _left, _top, hall_right, hall_bottom = hall.outline.box
    if left < 0 or top < 0 or right > hall_right or bottom > hall_bottom:
        return [Problem("x", "OUTSIDE_HALL", _("It does not lie inside the hall."))]
    for booth in hall.booths.all() if blocks else ():
        if outline.overlaps(booth.outline):
            return [Problem("x", "OVERLAP", _("It would lie on booth %(code)s."), {"code": booth.code})]
    return []


@contextmanager
def _drawing(hall_id: int, feature: HallFeature | None, by: User | None) -> Iterator[tuple[Hall, list[HallFeature]]]:
    with transaction.atomic():
        locked = lock_hall(hall_id)
        before = [snapshot(row) for row in HallFeature.objects.filter(pk=feature.pk)] if feature else []
        written: list[HallFeature] = []
        yield locked, written
        after = [snapshot(row) for row in written]
        if after != before:
            record_change(locked, PlanVerb.FLOOR, before={"features": before}, after={"features": after}, by=by)


def _current(feature: HallFeature) -> HallFeature:
    current = HallFeature.objects.filter(pk=feature.pk).first()
    if current is None:
        raise Refused(Problem("id", "NOT_FOUND", _("Somebody has removed it meanwhile.")))
    return current


def _fill(feature: HallFeature, draft: FeatureDraft) -> HallFeature:
    feature.kind, feature.label = draft.kind, texts.tidy(draft.label)
    place = draft.place
    feature.x, feature.y, feature.width, feature.depth = place.x, place.y, place.width, place.depth
    return feature


def _problems(hall: Hall, feature: HallFeature) -> list[Problem]:
    problems = texts.lengths({"label": feature.label}, {"label": 60})
    if not (0 < feature.width <= LARGEST and 0 < feature.depth <= LARGEST):
        problems.append(texts.invalid("width", _("It has a width and a depth of at most %(most)s m."), most=LARGEST))
        return problems
    if max(abs(feature.x), abs(feature.y)) > LARGEST:
        return [*problems, Problem("x", "OUTSIDE_HALL", _("It does not lie inside the hall."))]
    try:
        return problems + feature_problems(hall, feature.outline, blocks=feature.blocks)
    except NotCentimetres:
        return [*problems, texts.invalid("x", _("Places are given in whole centimetres."))]
