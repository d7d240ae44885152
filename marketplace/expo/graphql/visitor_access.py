"""Who acts as a visitor: whoever holds the mailed link, or the account that the visit belongs to."""

from collections.abc import Callable, Sequence
from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.expo.exhibition import Expo
from marketplace.expo.graphql.access import STAFF
from marketplace.expo.visitors.token import BadVisitorToken, visitor_of_token
from marketplace.expo.visitors.visitor import Visitor
from marketplace.graphql import InputError, Rule, integer_key, object_rule

_OPENED = "expo.opened_visitors"
"""Keys of the visitors whose link was used in this request."""


def of_visitor(get: Callable[[Any], int | None]) -> Rule:
    """The caller is the visitor whose key ``get(parent)`` answers, by link or account, or is staff."""

    def allows(context: Any, parents: Sequence[Any]) -> list[bool]:
        opened = context.cache.get(_OPENED, ())
        return [get(parent) in opened for parent in parents]

    return STAFF | object_rule("being the visitor, by the mailed link or the account", allows)


def visitor_of(
    info: Any, expo: Expo | str | None, token: str | None, *, field: str = "visitor_token", confirmed: bool = True
) -> Visitor:
    """The visitor of a link, or else the signed-in person's own at ``expo`` (a row, or an id of the API).

    With both, the link has to be of that fair. Raises `InputError` NOT_FOUND, also for one who has not confirmed
    unless ``confirmed`` is false.
    """
    visitor = visitor_if_any(info, expo, token)
    if visitor is None or (confirmed and not visitor.is_registered):
        raise InputError(
            _("There is no such registration. Open the link in your letter."), field=field, code="NOT_FOUND"
        )
    return visitor


def visitor_if_any(info: Any, expo: Expo | str | None, token: str | None) -> Visitor | None:
    """The same, for reading."""
    expo_id = integer_key(expo, "Expo", field="expo_id") if isinstance(expo, str) else getattr(expo, "pk", None)
    visitor = _of_link(token) if token else _of_account(info, expo_id)
    if visitor is None or (expo_id is not None and visitor.expo_id != expo_id):
        return None
    return opened(info, visitor)


def opened(info: Any, visitor: Visitor) -> Visitor:
    """The same visitor, from now on readable by this request."""
    info.context.cache.setdefault(_OPENED, set()).add(visitor.pk)
    return visitor


def has_opened(context: Any, visitor_id: int) -> bool:
    """Whether the caller acts as this visitor in this request."""
    return visitor_id in context.cache.get(_OPENED, ())


def _of_link(token: str) -> Visitor | None:
    try:
        return visitor_of_token(token)
    except BadVisitorToken:
        return None


def _of_account(info: Any, expo_id: int | None) -> Visitor | None:
    actor = info.context.actor
    if expo_id is None or not isinstance(actor, User):
        return None
    own = Visitor.objects.select_related("expo").filter(expo=expo_id, user=actor)
    return own.filter(withdrawn_at__isnull=True, forgotten_at__isnull=True).first()
