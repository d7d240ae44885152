"""Who may see whom the lists name: those of the marketplace who decide, and nobody else."""

from uuid import UUID

from i18n.messages import gettext_noop as _
from logistics.customs.screening.screening import Screening
from logistics.graphql.access import uuid_key
from marketplace.accounts.permissions import Permission
from marketplace.graphql import InputError, permission

DECIDES = permission(Permission.SCREENING_DECIDE)


def screening_key(global_id: str) -> UUID:
    """The id of a screening there is; raises NOT_FOUND."""
    key = uuid_key(global_id, "Screening")
    if not Screening.objects.filter(pk=key).exists():
        raise InputError(_("There is no such screening."), field="id", code="NOT_FOUND")
    return key
