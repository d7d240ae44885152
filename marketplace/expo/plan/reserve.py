"""``reserve_booth``: promise a booth until its contract is signed."""

from catalog.refusal import Problem, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.expo.booths import exhibitor_problems, let_go
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.hall import Booth
from marketplace.expo.plan.change import PlanVerb
from marketplace.expo.plan.editing import editing


def reserve_booth(
    *,
    booth: Booth,
    is_reserved: bool = True,
    exhibitor: Exhibitor | None = None,
    seen: int | None = None,
    by: User | None = None,
) -> Booth:
    """Reserve a booth, for an exhibitor or for the organiser's own use, or end that. Raises ``Refused``, `StaleBooth`.

    It does not lapse. Only who it is reserved for can be given it then (`assign_booth`); the public sees that it is not
    free, not for whom.
    """
    verb = PlanVerb.RESERVED if is_reserved else PlanVerb.FREED
    with editing(booth.hall_id, verb=verb, by=by, seen={booth: seen}) as edit:
        locked = edit.booth(booth)
        if locked.exhibitor_id is not None:
            refuse_any([Problem("booth_id", "ASSIGNED", _("This booth is taken; free it first."))])
        if exhibitor is not None and is_reserved:
            refuse_any(exhibitor_problems(edit.hall, locked, exhibitor))
        let_go(locked)
        locked.is_reserved = is_reserved
        locked.reserved_for = exhibitor if is_reserved else None
        return locked
