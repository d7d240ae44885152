"""Rules of access about people."""

from collections.abc import Sequence
from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.accounts.addresses.saved import own_address
from marketplace.accounts.models import Address, User
from marketplace.accounts.permissions import Permission
from marketplace.graphql import InputError, Unauthenticated, integer_key, object_rule, permission


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


def own_saved_address(info: Any, global_id: str) -> Address:
    """An address of the caller's own list. Raises `InputError` NOT_FOUND for anybody else's."""
    address = own_address(user=signed_in_user(info), address_id=integer_key(global_id, "Address"))
    if address is None:
        raise InputError(_("You have no such address."), field="id", code="NOT_FOUND")
    return address
