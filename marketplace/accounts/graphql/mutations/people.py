"""``accountBlock``, ``accountUnblock`` and ``staffRolesSet``."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.accounts.graphql.errors import Known
from marketplace.accounts.graphql.mutations.impersonation import person_of
from marketplace.accounts.graphql.types.person import ROLES, STAFF_OF_PEOPLE, StaffRoleEnum
from marketplace.accounts.graphql.types.user import User
from marketplace.accounts.people.block_account import block_account, unblock_account
from marketplace.accounts.people.errors import LastOperator, NotThatState, NotToBlock, OwnRoles, ReasonNeeded
from marketplace.accounts.people.set_roles import set_roles
from marketplace.accounts.permissions import StaffRole
from marketplace.graphql import ID, Field, InputError, List, Mutation, NonNull, String

_STATE: Known = {
    NotThatState: lambda _r: InputError(
        _("The account is not in that state. Load the page again."), field="id", code="WRONG_STATE"
    )
}


def _not_to_block(refusal: NotToBlock) -> InputError:
    if refusal.is_staff:
        return InputError(_("Take the roles of a colleague first."), field="id", code="IS_STAFF")
    return InputError(_("This is your own account."), field="id", code="OWN_ACCOUNT")


class AccountBlock(Mutation):
    """Keep somebody from signing in; all their devices are signed out, and they are told why."""

    class Arguments:
        id = ID(required=True, description="Of the person.")
        reason = String(required=True, description="From 10 to 500 characters. The person is told it.")

    class Meta:
        access = STAFF_OF_PEOPLE
        error_codes = ("WRONG_STATE", "IS_STAFF", "OWN_ACCOUNT")
        known_errors = {
            **_STATE,
            NotToBlock: _not_to_block,
            ReasonNeeded: lambda _r: InputError(
                _("Say why, in 10 to 500 characters. The person will read it."), field="reason", code="REQUIRED"
            ),
        }

    user = Field(User)

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: str) -> dict[str, Any]:
        person, by = person_of(id, field="id"), signed_in_user(info)
        return {"user": block_account(person=person, reason=reason, by=by, now=info.context.now)}


class AccountUnblock(Mutation):
    """Let somebody in again."""

    class Arguments:
        id = ID(required=True, description="Of the person.")

    class Meta:
        access = STAFF_OF_PEOPLE
        error_codes = ("WRONG_STATE",)
        known_errors = _STATE

    user = Field(User)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        person, by = person_of(id, field="id"), signed_in_user(info)
        return {"user": unblock_account(person=person, by=by, now=info.context.now)}


class StaffRolesSet(Mutation):
    """Say which roles somebody has: all of them, so that an empty list takes them all."""

    class Arguments:
        id = ID(required=True, description="Of the person.")
        roles = List(NonNull(StaffRoleEnum), required=True)

    class Meta:
        access = ROLES
        error_codes = ("WRONG_STATE", "OWN_ACCOUNT", "LAST_OPERATOR")
        known_errors = {
            **_STATE,
            OwnRoles: lambda _r: InputError(
                _("Nobody changes their own roles. Ask a colleague."), field="id", code="OWN_ACCOUNT"
            ),
            LastOperator: lambda _r: InputError(_("One operator has to be left."), field="roles", code="LAST_OPERATOR"),
        }

    user = Field(User)

    @classmethod
    def perform(cls, info: Any, *, id: str, roles: list[Any]) -> dict[str, Any]:
        wanted = [StaffRole(role) for role in roles]
        return {"user": set_roles(person=person_of(id, field="id"), roles=wanted, by=signed_in_user(info))}
