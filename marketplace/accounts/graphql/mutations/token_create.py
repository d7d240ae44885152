"""``tokenCreate``: sign in."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.accounts.graphql import errors
from marketplace.accounts.graphql.types.user import User
from marketplace.accounts.sessions.device import device_of
from marketplace.accounts.sign_in.sign_in import CodeRequired, InvalidCredentials, NotConfirmed, sign_in
from marketplace.accounts.tokens import issue_tokens
from marketplace.accounts.two_factor.switch import WrongCode
from marketplace.graphql import ANYONE, Field, InputError, Mutation, String

_CREDENTIALS = _("The e-mail address and the password do not go together.")
_UNCONFIRMED = _("Please confirm your e-mail address first, with the link we have mailed to you.")
_CODE_NEEDED = _("Please enter the code of your authenticator app too.")
_CODE_WRONG = _("This code is wrong, or was used already.")

_KNOWN: errors.Known = {
    InvalidCredentials: lambda refusal: InputError(_CREDENTIALS, field="email", code="INVALID_CREDENTIALS"),
    NotConfirmed: lambda refusal: InputError(_UNCONFIRMED, field="email", code="ACCOUNT_NOT_CONFIRMED"),
    CodeRequired: lambda refusal: InputError(_CODE_NEEDED, field="totp", code="TOTP_REQUIRED"),
    WrongCode: lambda refusal: InputError(_CODE_WRONG, field="totp", code="TOTP_INVALID"),
    **errors.ATTEMPTS,
}


class TokenCreate(Mutation):
    """Sign in: an access token for 15 minutes, and a refresh token for 30 days to get the next ones with."""

    class Arguments:
        email = String(required=True)
        password = String(required=True)
        totp = String(description="The code of the authenticator app, or a recovery code.")

    class Meta:
        access = ANYONE
        error_type = errors.AccountError
        error_codes = (
            "INVALID_CREDENTIALS",
            "ACCOUNT_NOT_CONFIRMED",
            "TOTP_REQUIRED",
            "TOTP_INVALID",
            *errors.ATTEMPTS_CODES,
        )
        known_errors = _KNOWN

    token = Field(String)
    refresh_token = Field(String)
    user = Field(User)

    @classmethod
    def perform(cls, info: Any, *, email: str, password: str, totp: str | None = None) -> dict[str, Any]:
        user = sign_in(email=email, password=password, code=totp or "", client_ip=info.context.client.ip)
        pair = issue_tokens(user, device=device_of(info.context.client.user_agent))
        info.context.actor = user  # from here on the request is theirs, so that they may read who they are
        info.context.extra["session"] = pair.session
        return {"token": pair.access, "refresh_token": pair.refresh, "user": user}
