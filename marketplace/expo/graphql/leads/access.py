"""Rules of access about leads: the exhibitor's own people alone; what was noted is no business of the organiser's."""

from collections.abc import Sequence
from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.expo.graphql.access import roles_at_fairs
from marketplace.expo.leads.lead import Lead
from marketplace.expo.models import Exhibitor
from marketplace.graphql import InputError, integer_key, object_rule


def _own(context: Any, leads: Sequence[Lead]) -> list[bool]:
    roles = roles_at_fairs(context)
    return [lead.exhibitor_id in roles for lead in leads]


OWN_LEAD = object_rule("working for the exhibitor", _own)


def lead_exhibitor(info: Any, global_id: str, field: str = "exhibitor_id") -> Exhibitor:
    """The caller's own exhibitor. Raises `InputError` NOT_FOUND for everybody else, staff too."""
    exhibitor_id = integer_key(global_id, "Exhibitor", field=field)
    known = exhibitor_id in roles_at_fairs(info.context)
    exhibitor = Exhibitor.objects.select_related("expo").filter(pk=exhibitor_id).first() if known else None
    if exhibitor is None:
        raise InputError(_("There is no such exhibitor."), field=field, code="NOT_FOUND")
    return exhibitor


def find_lead(info: Any, global_id: str, field: str = "id") -> Lead | None:
    """The lead; none for everybody who does not work for its exhibitor."""
    key = integer_key(global_id, "Lead", field=field)
    own = Lead.objects.filter(pk=key, exhibitor__in=roles_at_fairs(info.context))
    return own.select_related("exhibitor__expo", "exhibitor__seller", "visitor").first()


def own_lead(info: Any, global_id: str, field: str = "id") -> Lead:
    """The same for mutations. Raises `InputError` NOT_FOUND."""
    lead = find_lead(info, global_id, field)
    if lead is None:
        raise InputError(_("There is no such lead."), field=field, code="NOT_FOUND")
    return lead
