"""What a plan refuses, as errors of its mutations."""

from typing import Any

from catalog.graphql.errors import REFUSED as PROBLEMS
from i18n.messages import gettext_noop as _
from marketplace.expo.graphql.plan.types import PlanVerbEnum
from marketplace.expo.plan.editing import StaleBooth
from marketplace.graphql import InputError, Int, List, NonNull, String

CODES = (
    "OUTSIDE_HALL",
    "OVERLAP",
    "BLOCKED",
    "DOES_NOT_FIT",
    "NOT_ADJACENT",
    "ASSIGNED",
    "RESERVED",
    "STALE",
)
EXTRA = {
    "booth_code": String(description="With STALE: the booth that was changed meanwhile."),
    "current_version": Int(description="With STALE: its version now; null when it is gone."),
    "meanwhile": List(NonNull(PlanVerbEnum), description="With STALE: what others did to it, in order."),
}


def _stale(stale: StaleBooth) -> InputError:
    message = _("Booth %(code)s has been changed meanwhile. Look at it as it is now, and try again.")
    if stale.current is None:
        message = _("Booth %(code)s has been removed meanwhile.")
    return InputError(
        message,
        field="version",
        code="STALE",
        params={"code": stale.code},
        booth_code=stale.code,
        current_version=stale.current.version if stale.current else None,
        meanwhile=[change.verb for change in stale.meanwhile],
    )


REFUSED: Any = {StaleBooth: _stale, **PROBLEMS}
