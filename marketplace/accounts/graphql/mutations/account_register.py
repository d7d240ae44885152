"""``accountRegister``."""

from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.accounts.graphql import errors
from marketplace.accounts.graphql.types.metadata import METADATA_ERRORS, MetadataInput, given_metadata
from marketplace.accounts.registration.register import Registration, register_account
from marketplace.accounts.sign_in.attempts import MAIL_PER_ACCOUNT, MAIL_PER_CLIENT, client_key, count_attempt
from marketplace.accounts.user import normalise_email
from marketplace.graphql import ANYONE, Boolean, Field, InputObjectType, List, Mutation, NonNull, String


class AccountRegisterInput(InputObjectType):
    """Who wants an account."""

    email = String(required=True)
    password = String(required=True)
    first_name = String()
    last_name = String()
    language_code = LanguageCodeEnum(description="The language of the mail we write; defaults to the request's.")
    channel = String(description="Taken for clients that send it; an account is the same in every market.")
    metadata = List(NonNull(MetadataInput))
    redirect_url = String(description="The page of ours that the mailed link leads to.")


class AccountRegister(Mutation):
    """Open an account. The answer is the same whether the address has one already; the mail says which."""

    class Arguments:
        input = AccountRegisterInput(required=True)

    class Meta:
        access = ANYONE
        creates = True
        error_type = errors.AccountError
        error_codes = (*errors.WEAK_PASSWORD_CODES, *errors.ATTEMPTS_CODES)
        known_errors = {
            **errors.WEAK_PASSWORD,
            **errors.EMAIL,
            **errors.REDIRECT,
            **errors.NAMES,
            **errors.ATTEMPTS,
            **METADATA_ERRORS,
        }

    requires_confirmation = Field(Boolean, description="Always true: nobody signs in before the address is confirmed.")

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        count_attempt(MAIL_PER_CLIENT, client_key(info.context.client.ip))
        count_attempt(MAIL_PER_ACCOUNT, normalise_email(input["email"]))
        registration = Registration(
            email=input["email"],
            password=input["password"],
            first_name=input.get("first_name") or "",
            last_name=input.get("last_name") or "",
            language=str(input.get("language_code") or info.context.language),
            redirect_url=input.get("redirect_url") or "",
            metadata=given_metadata(input.get("metadata")),
        )
        register_account(registration)
        return {"requires_confirmation": True}
