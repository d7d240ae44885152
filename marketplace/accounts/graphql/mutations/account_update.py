"""``accountUpdate``."""

from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.accounts.graphql import errors
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.accounts.graphql.types.user import User
from marketplace.accounts.update import update_account
from marketplace.graphql import SIGNED_IN, Field, InputObjectType, Mutation, String


class AccountInput(InputObjectType):
    """What is left out stays as it is."""

    first_name = String()
    last_name = String()
    language_code = LanguageCodeEnum()


class AccountUpdate(Mutation):
    """Change one's name and language."""

    class Arguments:
        input = AccountInput(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = errors.NAMES

    user = Field(User)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        language = input.get("language_code")
        user = update_account(
            user=signed_in_user(info),
            first_name=input.get("first_name"),
            last_name=input.get("last_name"),
            language=str(language) if language else None,
        )
        return {"user": user}
