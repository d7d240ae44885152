"""What accounts refuse, as errors of mutations."""

from collections.abc import Callable
from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.accounts.addresses.problems import InvalidAddress
from marketplace.accounts.addresses.saved import TooManyAddresses
from marketplace.accounts.mail.link_token import ExpiredLink, InvalidLink
from marketplace.accounts.mail.links import ForeignRedirect
from marketplace.accounts.names import NameTooLong
from marketplace.accounts.passwords.change import WrongPassword
from marketplace.accounts.passwords.rules import PASSWORD_CODES, WeakPassword
from marketplace.accounts.registration.register import InvalidEmail
from marketplace.accounts.sign_in.attempts import TooManyAttempts
from marketplace.accounts.two_factor.switch import TwoFactorAlreadyOn, TwoFactorNotStarted, WrongCode
from marketplace.graphql import InputError, Int, UserErrors, shared_errors
from marketplace.graphql.mutation import IDEMPOTENCY_CODES

Known = dict[type[Exception], Callable[[Any], InputError | UserErrors]]
SECONDS = {"seconds": Int(description="With TOO_MANY_ATTEMPTS: when to try again.")}


def address_errors(refusal: InvalidAddress, *, prefix: str = "") -> UserErrors:
    """One error per problem, its field named within the input: ``address.postal_code``."""
    return UserErrors(
        InputError(problem.message, field=prefix + problem.field, code=problem.code, params=problem.params)
        for problem in refusal.problems
    )


def _password_errors(refusal: WeakPassword) -> UserErrors:
    return UserErrors(
        InputError(problem.message, field="password", code=problem.code, params=problem.params)
        for problem in refusal.problems
    )


def _too_many(refusal: TooManyAttempts) -> InputError:
    message = _("Too many attempts. Try again in %(seconds)s seconds.")
    return InputError(message, code="TOO_MANY_ATTEMPTS", params={"seconds": refusal.seconds}, seconds=refusal.seconds)


def _too_long(refusal: NameTooLong) -> InputError:
    return InputError(_("At most %(limit)s characters."), field=refusal.field, params={"limit": refusal.limit})


def _full(refusal: TooManyAddresses) -> InputError:
    message = _("You can keep at most %(limit)s addresses.")
    return InputError(message, code="TOO_MANY_ADDRESSES", params={"limit": refusal.limit})


def _expired(refusal: InvalidLink) -> InputError:
    return InputError(_("This link has expired. Ask for a new one."), field="token", code="EXPIRED")


def _invalid_link(refusal: InvalidLink) -> InputError:
    return InputError(_("This link does not work, or was used already. Ask for a new one."), field="token")


ADDRESS: Known = {InvalidAddress: address_errors, TooManyAddresses: _full}
ADDRESS_CODES = ("TOO_MANY_ADDRESSES",)
WEAK_PASSWORD: Known = {WeakPassword: _password_errors}
WEAK_PASSWORD_CODES = PASSWORD_CODES
ATTEMPTS: Known = {TooManyAttempts: _too_many}
ATTEMPTS_CODES = ("TOO_MANY_ATTEMPTS",)
NAMES: Known = {NameTooLong: _too_long}
LINK: Known = {ExpiredLink: _expired, InvalidLink: _invalid_link}
LINK_CODES = ("EXPIRED",)
EMAIL: Known = {InvalidEmail: lambda refusal: InputError(_("This is not an e-mail address."), field="email")}
REDIRECT: Known = {
    ForeignRedirect: lambda refusal: InputError(
        _("Links in our mail lead to our own pages only."), field="redirect_url"
    )
}
PROOF: Known = {
    WrongPassword: lambda refusal: InputError(
        _("This is not your password."), field="password", code="INVALID_PASSWORD"
    ),
    **ATTEMPTS,
}
PROOF_CODES = ("INVALID_PASSWORD", *ATTEMPTS_CODES)
_TOTP_ON = _("Two-step sign-in is on already.")
_TOTP_OFF = _("Two-step sign-in has not been set up.")
_CODE_WRONG = _("This code is wrong, or was used already.")
TOTP: Known = {
    TwoFactorAlreadyOn: lambda refusal: InputError(_TOTP_ON, code="TOTP_ALREADY_ON"),
    TwoFactorNotStarted: lambda refusal: InputError(_TOTP_OFF, code="TOTP_NOT_STARTED"),
    WrongCode: lambda refusal: InputError(_CODE_WRONG, field="code", code="TOTP_INVALID"),
    **PROOF,
}
TOTP_CODES = ("TOTP_ALREADY_ON", "TOTP_NOT_STARTED", "TOTP_INVALID", *PROOF_CODES)

AccountError = shared_errors(
    "Account",
    sorted(
        {
            *ADDRESS_CODES,
            *WEAK_PASSWORD_CODES,
            *ATTEMPTS_CODES,
            *LINK_CODES,
            *PROOF_CODES,
            *TOTP_CODES,
            *IDEMPOTENCY_CODES,
            "ACCOUNT_NOT_CONFIRMED",
            "INVALID_CREDENTIALS",
            "JWT_INVALID_TOKEN",
            "NOT_POSSIBLE_NOW",
            "REFRESH_TOKEN_REUSED",
            "TOTP_REQUIRED",
        }
    ),
    SECONDS,
)
"""What every mutation about one's own account answers, by one name as in Saleor."""
