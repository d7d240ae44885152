"""Whose devices they are: everybody's own, and nobody else's."""

from typing import Any
from uuid import UUID

from i18n.messages import gettext_noop as _
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.accounts.models import User
from marketplace.accounts.sessions.session import Session, SessionKind
from marketplace.graphql import BadGlobalID, InputError, PermissionDenied, from_global_id
from marketplace.push.subscribe import own_subscription
from marketplace.push.subscription import PushSubscription


def own_device(info: Any, global_id: str) -> PushSubscription:
    """Raises `InputError` NOT_FOUND for one that the caller has not."""
    try:
        public_id = UUID(from_global_id(global_id, "PushSubscription", field="id"))
    except ValueError:
        raise BadGlobalID(global_id, "PushSubscription", field="id") from None
    found = own_subscription(user=signed_in_user(info), public_id=public_id)
    if found is None:
        raise InputError(_("You have no such device."), field="id", code="NOT_FOUND")
    return found


def device_session(info: Any, user: User) -> Session:
    """Where the caller signed in. Whoever looks through somebody's eyes must not hear on what they are told."""
    session = Session.objects.alive().filter(user=user, public_id=info.context.extra.get("session")).first()
    if session is None:
        raise InputError(_("Sign in on this device again."), code="NO_SESSION")
    if session.kind != SessionKind.SIGN_IN:
        raise PermissionDenied
    return session
