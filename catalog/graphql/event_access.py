"""With whose eyes the caller of the API reads events."""

from typing import Any

from catalog.traceability.epcis.rights.viewer import Viewer
from marketplace.accounts.permissions import Permission
from marketplace.sellers.graphql.access import roles_in


def viewer_in(context: Any) -> Viewer:
    """The roles are read once per request."""
    return Viewer(frozenset(roles_in(context)), context.actor.has_permission(Permission.TRACEABILITY_INSPECT))
