"""``accountErase``."""

from typing import Any

from i18n.messages import gettext
from marketplace.accounts.graphql import errors
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.accounts.privacy.erase import erase_account
from marketplace.accounts.privacy.registry import ErasureRefused
from marketplace.graphql import SIGNED_IN, Field, InputError, List, Mutation, NonNull, String

_REFUSED: errors.Known = {ErasureRefused: lambda refusal: InputError(refusal.message, code="NOT_POSSIBLE_NOW")}


class AccountErase(Mutation):
    """Erase one's account for good. What the law makes us keep stays, without the name, and is listed."""

    class Arguments:
        password = String(required=True)

    class Meta:
        access = SIGNED_IN
        error_type = errors.AccountError
        error_codes = ("NOT_POSSIBLE_NOW", *errors.PROOF_CODES)
        known_errors = {**_REFUSED, **errors.PROOF}

    kept = Field(List(NonNull(String)), description="What is kept, and why.")

    @classmethod
    def perform(cls, info: Any, *, password: str) -> dict[str, Any]:
        kept = erase_account(user=signed_in_user(info), password=password)
        return {"kept": [gettext(info.context.language, statement) for statement in kept]}
