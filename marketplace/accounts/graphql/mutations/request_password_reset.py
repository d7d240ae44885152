"""``requestPasswordReset``."""

from typing import Any

from marketplace.accounts.graphql import errors
from marketplace.accounts.passwords.request_reset import request_password_reset
from marketplace.accounts.sign_in.attempts import MAIL_PER_ACCOUNT, MAIL_PER_CLIENT, client_key, count_attempt
from marketplace.accounts.user import normalise_email
from marketplace.graphql import ANYONE, Mutation, String


class RequestPasswordReset(Mutation):
    """Have a link for a new password mailed; the answer is the same whether there is such an account."""

    class Arguments:
        email = String(required=True)
        channel = String(description="Taken for clients that send it; the letter is the same in every market.")
        redirect_url = String(description="The page of ours that the link leads to.")

    class Meta:
        access = ANYONE
        error_type = errors.AccountError
        error_codes = errors.ATTEMPTS_CODES
        known_errors = {**errors.REDIRECT, **errors.ATTEMPTS}

    @classmethod
    def perform(
        cls, info: Any, *, email: str, redirect_url: str | None = None, channel: str | None = None
    ) -> dict[str, Any]:
        count_attempt(MAIL_PER_CLIENT, client_key(info.context.client.ip))
        count_attempt(MAIL_PER_ACCOUNT, normalise_email(email))
        request_password_reset(email, redirect_url=redirect_url or "")
        return {}
