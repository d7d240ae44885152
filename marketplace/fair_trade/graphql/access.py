"""Rules of access about what comes of leads: the exhibitor's people see it, managers of its seller offer."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.expo.graphql.access import roles_at_fairs
from marketplace.expo.models import Lead
from marketplace.graphql import PermissionDenied, Rule, object_rule
from orders.graphql.quote_access import managed_sellers

THROUGH_THE_FAIR = Rule("reaching it through a fair or lead one may see", lambda _context, _parents: True)
OWN_EXHIBITOR = object_rule(
    "working for the exhibitor",
    lambda context, outcomes: [outcome.exhibitor_id in roles_at_fairs(context) for outcome in outcomes],
)


def may_bargain(info: Any, lead: Lead) -> bool:
    """Whether the caller is a manager of the exhibitor's seller."""
    return lead.exhibitor.seller_id in managed_sellers(info.context)


def require_bargain(info: Any, lead: Lead) -> None:
    """Raises ``PermissionDenied`` for people at the stand who don't run the seller."""
    if not may_bargain(info, lead):
        raise PermissionDenied(_("You are not a manager of this seller."))
