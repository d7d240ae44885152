"""``accountUpdate``."""

from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.accounts.graphql import errors
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.accounts.graphql.types.metadata import METADATA_ERRORS, MetadataInput, given_metadata
from marketplace.accounts.graphql.types.user import User
from marketplace.accounts.update import update_account
from marketplace.graphql import SIGNED_IN, Field, InputObjectType, List, Mutation, NonNull, String


class AccountInput(InputObjectType):
    """What is left out stays as it is."""

    first_name = String()
    last_name = String()
    language_code = LanguageCodeEnum()
    metadata = List(NonNull(MetadataInput), description="Added to what is there.")


class AccountUpdate(Mutation):
    """Change one's name and language."""

    class Arguments:
        input = AccountInput(required=True)

    class Meta:
        access = SIGNED_IN
        error_type = errors.AccountError
        known_errors = {**errors.NAMES, **METADATA_ERRORS}

    user = Field(User)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        language = input.get("language_code")
        user = update_account(
            user=signed_in_user(info),
            first_name=input.get("first_name"),
            last_name=input.get("last_name"),
            language=str(language) if language else None,
            metadata=given_metadata(input.get("metadata")),
        )
        return {"user": user}
