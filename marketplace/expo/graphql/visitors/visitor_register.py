"""``visitorRegister``."""

from typing import Any

from marketplace.accounts.sign_in.attempts import MAIL_PER_ACCOUNT, MAIL_PER_CLIENT, client_key, count_attempt
from marketplace.accounts.user import normalise_email
from marketplace.expo.graphql.access import caller
from marketplace.expo.graphql.visible_expo import visible_expo_of
from marketplace.expo.graphql.visitor_access import opened
from marketplace.expo.graphql.visitors import errors
from marketplace.expo.graphql.visitors.inputs import VisitorRegisterInput, purposes, visitor_values
from marketplace.expo.graphql.visitors.types import Visitor
from marketplace.expo.visitors.entry import VisitorEntry
from marketplace.expo.visitors.register import register_visitor
from marketplace.graphql import ANYONE, ID, Boolean, Field, Mutation


class VisitorRegister(Mutation):
    """Register for a fair. The address gets a letter with a link, and the answer is the same whoever has it.

    Only who is signed in and gives the account's own confirmed address is registered at once and gets the visitor.
    """

    class Arguments:
        expo_id = ID(required=True)
        input = VisitorRegisterInput(required=True)

    class Meta:
        access = ANYONE
        creates = True
        error_codes = errors.CODES
        error_extra = errors.SECONDS
        known_errors = errors.KNOWN

    letter_sent = Field(Boolean, description="Always true: to the address, whether it was registered or not.")
    visitor = Field(Visitor)

    @classmethod
    def perform(cls, info: Any, *, expo_id: str, input: Any) -> dict[str, Any]:
        count_attempt(MAIL_PER_CLIENT, client_key(info.context.client.ip))
        count_attempt(MAIL_PER_ACCOUNT, normalise_email(input["email"]))
        values = {"name": "", "country": "", "language": info.context.language, **visitor_values(input)}
        entry = VisitorEntry(**values, consents=purposes(input) or (), read_in=info.context.language)
        user = caller(info)
        visitor = register_visitor(
            expo=visible_expo_of(info, expo_id, "expo_id"), entry=entry, now=info.context.now, user=user
        )
        own = user is not None and visitor.user_id == user.pk
        return {"letter_sent": True, "visitor": opened(info, visitor) if own else None}
