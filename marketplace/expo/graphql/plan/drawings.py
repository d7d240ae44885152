"""The drawing that an id names."""

from i18n.messages import gettext_noop as _
from marketplace.expo.plan.drawings.plan_import import PlanImport
from marketplace.graphql import InputError, integer_key


def drawing_of(global_id: str) -> PlanImport:
    """Raises `InputError` NOT_FOUND."""
    key = integer_key(global_id, "PlanImport")
    found = PlanImport.objects.select_related("hall").filter(pk=key).first()
    if found is None:
        raise InputError(_("There is no such drawing."), field="id", code="NOT_FOUND")
    return found
