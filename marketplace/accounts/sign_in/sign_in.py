"""``sign_in``: e-mail address, password and, where it is on, the second factor."""

from django.contrib.auth.hashers import make_password

from marketplace.accounts.passwords.rules import LONGEST_PASSWORD
from marketplace.accounts.sign_in.attempts import (
    PER_ACCOUNT,
    PER_CLIENT,
    clear_attempts,
    client_key,
    count_attempt,
)
from marketplace.accounts.two_factor.check import code_is_right
from marketplace.accounts.two_factor.switch import WrongCode
from marketplace.accounts.user import LONGEST_EMAIL, User, normalise_email


class InvalidCredentials(Exception):
    """There is no such account, or the password is wrong; nobody is told which."""


class NotConfirmed(Exception):
    """The password is right, but the e-mail address has not been confirmed."""


class CodeRequired(Exception):
    """The password is right; the second factor is missing."""


def sign_in(*, email: str, password: str, code: str = "", client_ip: str = "") -> User:
    """The user whom all of it proves.

    Raises `TooManyAttempts` before anything is looked at, then `InvalidCredentials`; only with the right
    password `NotConfirmed`, `CodeRequired` or `WrongCode`.
    """
    account = normalise_email(email)
    count_attempt(PER_CLIENT, client_key(client_ip))
    count_attempt(PER_ACCOUNT, account)
    user = _with_password(account, password)
    if not user.is_confirmed:
        raise NotConfirmed
    if user.totp_enabled:
        _require_code(user, code)
    clear_attempts(PER_ACCOUNT, account)
    return user


def _with_password(account: str, password: str) -> User:
    if len(account) > LONGEST_EMAIL or len(password) > LONGEST_PASSWORD:
        raise InvalidCredentials
    user = User.objects.filter(email=account, is_active=True).first()
    if user is None:
        make_password(password)  # as long as checking one takes
        raise InvalidCredentials
    if not user.check_password(password):
        raise InvalidCredentials
    return user


def _require_code(user: User, code: str) -> None:
    if not code.strip():
        raise CodeRequired
    if not code_is_right(user, code):
        raise WrongCode
