"""``sessionEnd`` and ``sessionsEndOthers``."""

from typing import Any
from uuid import UUID

from i18n.messages import gettext_noop as _
from marketplace.accounts.graphql import errors
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.accounts.graphql.types.session import Session
from marketplace.accounts.sessions.end import end_other_sessions, end_session
from marketplace.graphql import ID, SIGNED_IN, Field, InputError, Int, Mutation, from_global_id

_GONE = _("You have no such sign-in, or it has ended already.")


class SessionEnd(Mutation):
    """Sign out one of one's devices. Its tokens stop working at once."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN
        error_type = errors.AccountError

    session = Field(Session, description="As it was.")

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        try:
            key = UUID(from_global_id(id, "Session", field="id"))
        except ValueError:
            raise InputError(_GONE, field="id", code="NOT_FOUND") from None
        session = end_session(user=signed_in_user(info), public_id=key)
        if session is None:
            raise InputError(_GONE, field="id", code="NOT_FOUND")
        return {"session": session}


class SessionsEndOthers(Mutation):
    """Sign out all of one's devices except the one that asks."""

    class Meta:
        access = SIGNED_IN
        error_type = errors.AccountError

    ended = Field(Int, description="How many there were.")

    @classmethod
    def perform(cls, info: Any) -> dict[str, Any]:
        user = signed_in_user(info)
        return {"ended": end_other_sessions(user=user, but=info.context.extra.get("session"))}
