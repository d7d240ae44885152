"""Which badge a caller means: a visitor's own, one of the caller's stand, or any for staff."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.expo.badges.badge import Badge
from marketplace.expo.graphql.access import is_staff, roles_at_fairs
from marketplace.expo.graphql.visitor_access import visitor_if_any
from marketplace.expo.people.member import ExhibitorRole
from marketplace.graphql import InputError, integer_key


def own_badge(info: Any, global_id: str, token: str | None = None) -> Badge:
    """Raises `InputError` NOT_FOUND for anybody else's."""
    rows = Badge.objects.select_related("expo", "visitor", "exhibitor")
    badge = rows.filter(pk=integer_key(global_id, "Badge")).first()
    if badge is None or not (is_staff(info) or _is_of_stand(info, badge) or _is_of_visitor(info, badge, token)):
        raise InputError(_("There is no such badge."), field="id", code="NOT_FOUND")
    return badge


def _is_of_stand(info: Any, badge: Badge) -> bool:
    return roles_at_fairs(info.context).get(badge.exhibitor_id or 0) == ExhibitorRole.MANAGER


def _is_of_visitor(info: Any, badge: Badge, token: str | None) -> bool:
    if badge.visitor_id is None:
        return False
    visitor = visitor_if_any(info, badge.expo, token)
    return visitor is not None and visitor.is_registered and visitor.pk == badge.visitor_id
