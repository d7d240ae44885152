"""``accountDelete``."""

from typing import Any

from i18n.messages import gettext
from marketplace.accounts.graphql import errors
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.accounts.mail.link_token import InvalidLink, Purpose, read_link_token
from marketplace.accounts.privacy.erase import erase_proven
from marketplace.accounts.privacy.registry import ErasureRefused
from marketplace.graphql import SIGNED_IN, Field, InputError, List, Mutation, NonNull, String


class AccountDelete(Mutation):
    """Erase one's account with the token of the mailed link. What the law makes us keep stays, without the name."""

    class Arguments:
        token = String(required=True)

    class Meta:
        access = SIGNED_IN
        error_type = errors.AccountError
        error_codes = ("NOT_POSSIBLE_NOW", *errors.LINK_CODES)
        known_errors = {
            **errors.LINK,
            ErasureRefused: lambda refusal: InputError(refusal.message, code="NOT_POSSIBLE_NOW"),
        }

    kept = Field(List(NonNull(String)), description="What is kept, and why.")

    @classmethod
    def perform(cls, info: Any, *, token: str) -> dict[str, Any]:
        user = read_link_token(token, Purpose.ERASE)
        if user.pk != signed_in_user(info).pk:
            raise InvalidLink
        kept = erase_proven(user=user)
        return {"kept": [gettext(info.context.language, statement) for statement in kept]}
