"""``create_hall`` and ``update_hall``."""

from decimal import Decimal

from django.db import transaction

from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.expo import texts
from marketplace.expo.exhibition import Expo
from marketplace.expo.hall import Hall
from marketplace.expo.locks import lock_expo, lock_hall
from marketplace.expo.plan.change import PlanVerb, record_change
from marketplace.expo.plan.feature import HallFeature
from marketplace.expo.plan.metres import size_problems

MOST_HALLS = 50


def create_hall(*, expo: Expo, name: str, width: Decimal, depth: Decimal) -> Hall:
    """Add an empty hall; sizes in metres. Raises ``Refused``."""
    name = texts.tidy(name)
    refuse_any(_name_problems(name) + size_problems(width, depth))
    with transaction.atomic():
        lock_expo(expo.pk)
        if expo.halls.count() >= MOST_HALLS:
            raise Refused(texts.invalid("expo_id", _("An exhibition has at most %(limit)s halls."), limit=MOST_HALLS))
        refuse_any(_taken(expo.pk, name))
        return Hall.objects.create(expo=expo, name=name, width=width, depth=depth)


def update_hall(
    *,
    hall: Hall,
    name: str | None = None,
    width: Decimal | None = None,
    depth: Decimal | None = None,
    by: User | None = None,
) -> Hall:
    """Rename or resize a hall; it cannot become smaller than its booths reach. Raises ``Refused``."""
    with transaction.atomic():
        lock_expo(hall.expo_id)
        locked = lock_hall(hall.pk)
        before = (locked.name, locked.width, locked.depth)
        locked.name = texts.tidy(name) if name is not None else locked.name
        locked.width, locked.depth = width or locked.width, depth or locked.depth
        refuse_any(_name_problems(locked.name) + size_problems(locked.width, locked.depth))
        refuse_any(_taken(locked.expo_id, locked.name, but=locked.pk) + _too_small(locked))
        locked.save()
        if (locked.name, locked.width, locked.depth) != before:
            record_change(locked, PlanVerb.FLOOR, before={}, after={}, by=by)
    return locked


def _name_problems(name: str) -> list[Problem]:
    return texts.lengths({"name": name}, {"name": 60}) if name else [texts.required("name")]


def _taken(expo_id: int, name: str, but: int | None = None) -> list[Problem]:
    same = Hall.objects.filter(expo_id=expo_id, name=name).exclude(pk=but or 0)
    return [Problem("name", "UNIQUE", _("There is a hall of this name already."))] if same.exists() else []


def _too_small(hall: Hall) -> list[Problem]:
    _left, _top, right, bottom = hall.outline.box
    inside = [booth.outline.box for booth in hall.booths.all()]
    inside += [feature.outline.box for feature in HallFeature.objects.filter(hall=hall)]
    if all(box[2] <= right and box[3] <= bottom for box in inside):
        return []
    return [Problem("width", "OUTSIDE_HALL", _("The booths of this hall would not lie inside it any more."))]
