"""``visitorLinkRequest``."""

from typing import Any

from marketplace.accounts.sign_in.attempts import MAIL_PER_ACCOUNT, MAIL_PER_CLIENT, client_key, count_attempt
from marketplace.accounts.user import normalise_email
from marketplace.expo.graphql.visible_expo import visible_expo_of
from marketplace.expo.graphql.visitors import errors
from marketplace.expo.visitors.register import send_link
from marketplace.graphql import ANYONE, ID, Boolean, Field, Mutation, String


class VisitorLinkRequest(Mutation):
    """Have the link of a registration mailed again. The answer is the same whether there is one or not."""

    class Arguments:
        expo_id = ID(required=True)
        email = String(required=True)

    class Meta:
        access = ANYONE
        error_codes = errors.CODES
        error_extra = errors.SECONDS
        known_errors = errors.KNOWN

    letter_sent = Field(Boolean, description="Always true.")

    @classmethod
    def perform(cls, info: Any, *, expo_id: str, email: str) -> dict[str, Any]:
        count_attempt(MAIL_PER_CLIENT, client_key(info.context.client.ip))
        count_attempt(MAIL_PER_ACCOUNT, normalise_email(email))
        send_link(expo=visible_expo_of(info, expo_id, "expo_id"), email=email)
        return {"letter_sent": True}
