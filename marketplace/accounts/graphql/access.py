"""Rules of access about people."""

from collections.abc import Sequence
from typing import Any

from marketplace.accounts.models import User
from marketplace.accounts.permissions import Permission
from marketplace.graphql import Unauthenticated, object_rule, permission


def _is_self(context: Any, users: Sequence[Any]) -> list[bool]:
    return [context.actor.id is not None and user.pk == context.actor.id for user in users]


OWN_ACCOUNT = object_rule("being this person", _is_self)
OWN_OR_STAFF = OWN_ACCOUNT | permission(Permission.USERS_MANAGE)


def signed_in_user(info: Any) -> User:
    """The user who calls. Raises `Unauthenticated` where a rule let somebody else through."""
    actor = info.context.actor
    if not isinstance(actor, User):
        raise Unauthenticated
    return actor
