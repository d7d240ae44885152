"""``accountRequestDeletion``."""

from typing import Any

from marketplace.accounts.graphql import errors
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.accounts.privacy.request_erasure import request_erasure
from marketplace.accounts.sign_in.attempts import MAIL_PER_ACCOUNT, count_attempt
from marketplace.graphql import SIGNED_IN, Mutation, String


class AccountRequestDeletion(Mutation):
    """Have a link mailed whose token erases the account with accountDelete. Nothing is erased before."""

    class Arguments:
        redirect_url = String(description="The page of ours that the link leads to.")
        channel = String(description="Taken for clients that send it; the letter is the same in every market.")

    class Meta:
        access = SIGNED_IN
        error_type = errors.AccountError
        error_codes = errors.ATTEMPTS_CODES
        known_errors = {**errors.REDIRECT, **errors.ATTEMPTS}

    @classmethod
    def perform(cls, info: Any, *, redirect_url: str | None = None, channel: str | None = None) -> dict[str, Any]:
        user = signed_in_user(info)
        count_attempt(MAIL_PER_ACCOUNT, user.email)
        request_erasure(user, redirect_url=redirect_url or "")
        return {}
