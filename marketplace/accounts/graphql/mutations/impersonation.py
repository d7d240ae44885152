"""``impersonationStart`` and ``impersonationEnd``."""

from typing import Any
from uuid import UUID

from i18n.messages import gettext_noop as _
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.accounts.graphql.types.impersonation import Impersonation
from marketplace.accounts.impersonation.end import end_impersonation
from marketplace.accounts.impersonation.start import NotToImpersonate, ReasonNeeded, start_impersonation
from marketplace.accounts.permissions import Permission
from marketplace.accounts.sessions.device import device_of
from marketplace.accounts.user import User
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Field,
    InputError,
    Mutation,
    String,
    from_global_id,
    permission,
)


def _not_to(refusal: NotToImpersonate) -> InputError:
    if refusal.is_staff:
        return InputError(_("Nobody looks through the eyes of a colleague."), field="user", code="IS_STAFF")
    return InputError(_("This account is not in use."), field="user", code="NOT_ACTIVE")


class ImpersonationStart(Mutation):
    """Look at the pages as somebody sees them, for half an hour. The person is written to, and sees it in their list.

    The token is good until the end and is not renewed. What binds or concerns the person alone is refused with it.
    """

    class Arguments:
        user = ID(required=True)
        reason = String(required=True, description="From 10 to 500 characters. The person is told it.")

    class Meta:
        access = permission(Permission.USERS_IMPERSONATE)
        error_codes = ("IS_STAFF", "NOT_ACTIVE")
        known_errors = {
            NotToImpersonate: _not_to,
            ReasonNeeded: lambda _r: InputError(
                _("Say why, in 10 to 500 characters. The person will read it."), field="reason", code="REQUIRED"
            ),
        }
        cost = 10

    token = Field(String)
    impersonation = Field(Impersonation)

    @classmethod
    def perform(cls, info: Any, *, user: str, reason: str) -> dict[str, Any]:
        borrowed = start_impersonation(
            operator=signed_in_user(info),
            person=person_of(user, field="user"),
            reason=reason,
            device=device_of(info.context.client.user_agent),
            now=info.context.now,
        )
        return {"token": borrowed.token, "impersonation": borrowed.impersonation}


class ImpersonationEnd(Mutation):
    """Stop looking with somebody's eyes. Whoever does not do so changes nothing."""

    class Meta:
        access = SIGNED_IN

    @classmethod
    def perform(cls, info: Any) -> dict[str, Any]:
        session: UUID | None = info.context.extra.get("session")
        if info.context.impersonator is not None and session is not None:
            end_impersonation(session=session, now=info.context.now)
        return {}


def person_of(global_id: str, *, field: str) -> User:
    """Raises `InputError` NOT_FOUND; for those only who may find people."""
    try:
        key = UUID(from_global_id(global_id, "User", field=field))
    except ValueError:
        key = None
    found = User.objects.filter(public_id=key, erased_at__isnull=True).first() if key else None
    if found is None:
        raise InputError(_("There is no such person."), field=field, code="NOT_FOUND")
    return found
