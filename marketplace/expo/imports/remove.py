"""Taking exhibitors out of the directory because their source does not list them any more and somebody chose so."""

from collections.abc import Sequence

from django.db.models import ProtectedError

from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.exhibitors import delete_exhibitor


def remove_missing(chosen: Sequence[Exhibitor]) -> int:
    """How many were removed. Raises ``Refused`` for one with papers that have to be kept: nothing is done then."""
    for exhibitor in chosen:
        try:
            delete_exhibitor(exhibitor=exhibitor)
        except (ProtectedError, Refused):
            message = _("%(name)s has papers at this fair that have to be kept; it stays in the directory.")
            raise Refused(Problem("remove", "INVALID", message, {"name": exhibitor.name})) from None
    return len(chosen)
