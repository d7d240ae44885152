"""``planChangeUndo``."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.expo.graphql.access import STAFF, caller
from marketplace.expo.graphql.errors import REFUSED
from marketplace.expo.graphql.plan.types import PlanChange
from marketplace.expo.models import PlanChange as ChangeRow
from marketplace.expo.plan.undo import undo_change
from marketplace.graphql import ID, Field, InputError, Mutation, integer_key


class PlanChangeUndo(Mutation):
    """Put the booths of a change back as they were, unless somebody has worked on them since."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = STAFF
        error_codes = ("CANNOT_UNDO", "STALE", "OVERLAP", "BLOCKED", "OUTSIDE_HALL")
        known_errors = REFUSED

    change = Field(PlanChange)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        change = ChangeRow.objects.filter(pk=integer_key(id, "PlanChange")).first()
        if change is None:
            raise InputError(_("There is no such change."), field="id", code="NOT_FOUND")
        return {"change": undo_change(change=change, by=caller(info))}
