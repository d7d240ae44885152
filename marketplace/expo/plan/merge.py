"""``merge_booths``: neighbours become one booth."""

from collections.abc import Sequence

from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.expo import texts
from marketplace.expo.hall import Booth
from marketplace.expo.plan.change import PlanVerb
from marketplace.expo.plan.describe import MOST_POWER
from marketplace.expo.plan.editing import editing
from marketplace.expo.plan.shape import NotOneShape, Shape, outline_of

MOST_AT_ONCE = 20


def merge_booths(*, booths: Sequence[Booth], seen: Sequence[int | None] = (), by: User | None = None) -> Booth:
    """Make booths of one hall the first of them. Raises ``Refused``, `StaleBooth`.

    1. They touch along edges and are one piece of floor without a hole together.
    2. They have at most one exhibitor between them, had or promised; the whole is the exhibitor's.
    3. Power adds up, water comes with any of them; code and kind are the first one's.
    """
    first, *others = booths
    if not others or len(booths) > MOST_AT_ONCE or len({booth.pk for booth in booths}) < len(booths):
        raise Refused(texts.invalid("booth_ids", _("Choose two to %(most)s booths."), most=MOST_AT_ONCE))
    if {booth.hall_id for booth in booths} != {first.hall_id}:
        raise Refused(texts.invalid("booth_ids", _("These booths are not all in one hall.")))
    versions = list(seen) or [None] * len(booths)
    wanted = dict(zip(booths, versions, strict=True))
    with editing(first.hall_id, verb=PlanVerb.MERGED, by=by, seen=wanted) as edit:
        locked = [edit.booth(booth) for booth in booths]
        refuse_any(_owners(locked))
        whole = locked[0]
        whole.outline = _together(locked)
        _take_over(whole, locked[1:])
        edit.removed += locked[1:]
        return whole


def _together(booths: Sequence[Booth]) -> Shape:
    try:
        return outline_of([box for booth in booths for box in booth.outline.rectangles])
    except NotOneShape as error:
        message = _("These booths do not touch along a side, or enclose a hole.")
        raise Refused(Problem("booth_ids", "NOT_ADJACENT", message)) from error


def _owners(booths: Sequence[Booth]) -> list[Problem]:
    people = {person for booth in booths for person in (booth.exhibitor_id, booth.reserved_for_id) if person}
    if len(people) > 1:
        return [Problem("booth_ids", "ASSIGNED", _("These booths belong to different exhibitors."))]
    return []


def _take_over(whole: Booth, parts: Sequence[Booth]) -> None:
    whole.power_kw = min(MOST_POWER, sum((part.power_kw for part in parts), whole.power_kw))
    whole.needs_water = whole.needs_water or any(part.needs_water for part in parts)
    for part in parts:
        whole.exhibitor_id = whole.exhibitor_id or part.exhibitor_id
        whole.reserved_for_id = whole.reserved_for_id or part.reserved_for_id
        whole.is_reserved = whole.is_reserved or part.is_reserved
        if part.is_held and not whole.is_held:
            whole.is_held, whole.held_until = True, part.held_until
    if whole.exhibitor_id:
        whole.is_reserved, whole.reserved_for_id = False, None
    if whole.exhibitor_id or whole.is_reserved:
        whole.is_held, whole.held_until = False, None
