"""``release_booths``: whatever an exhibitor had is free again."""

from django.db.models import Q

from marketplace.accounts.models import User
from marketplace.expo.booths import let_go
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.hall import Booth
from marketplace.expo.plan.change import PlanVerb
from marketplace.expo.plan.editing import editing


def release_booths(*, exhibitor: Exhibitor, by: User | None = None) -> int:
    """Take back the booths an exhibitor has or was promised, hall by hall; returns how many."""
    booths = Booth.objects.filter(Q(exhibitor=exhibitor) | Q(reserved_for=exhibitor)).order_by("hall_id", "pk")
    by_hall: dict[int, list[Booth]] = {}
    for booth in booths:
        by_hall.setdefault(booth.hall_id, []).append(booth)
    for hall_id, members in by_hall.items():
        with editing(hall_id, verb=PlanVerb.FREED, by=by, seen=dict.fromkeys(members)) as edit:
            for booth in members:
                locked = edit.booth(booth)
                locked.exhibitor = None
                let_go(locked)
    return sum(map(len, by_hall.values()))
