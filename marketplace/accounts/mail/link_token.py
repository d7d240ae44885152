"""Tokens in mailed links: signed, expiring, and spent by what they allow.

The token carries a fingerprint of what its use changes (the password, the confirmation), so that it
stops working with the first use, and with any newer change, without a table of tokens.
"""

from datetime import timedelta
from enum import StrEnum

from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac

from marketplace.accounts.user import User, normalise_email

_LONGEST_TOKEN = 500


class Purpose(StrEnum):
    CONFIRM = "confirm"
    RESET = "reset"
    ERASE = "erase"


LIFETIME = {Purpose.CONFIRM: timedelta(days=3), Purpose.RESET: timedelta(hours=2), Purpose.ERASE: timedelta(hours=2)}


class InvalidLink(Exception):
    """The token was never given out, was used, or was overtaken by a newer change."""


class ExpiredLink(InvalidLink):
    """The token was right once."""


def make_link_token(user: User, purpose: Purpose) -> str:
    content = {"user": str(user.public_id), "state": _state(user, purpose)}
    return signing.dumps(content, salt=_salt(purpose))


def read_link_token(token: str, purpose: Purpose, *, email: str = "") -> User:
    """The user of a token that still works, whose address is ``email`` if one is given.

    Raises `InvalidLink` or `ExpiredLink`.
    """
    content = _opened(token, purpose)
    user = User.objects.filter(public_id=content["user"], is_active=True).first()
    if user is None or not constant_time_compare(content["state"], _state(user, purpose)):
        raise InvalidLink
    if email and normalise_email(email) != user.email:
        raise InvalidLink
    return user


def _opened(token: str, purpose: Purpose) -> dict[str, str]:
    try:
        return dict(signing.loads(token[:_LONGEST_TOKEN], salt=_salt(purpose), max_age=LIFETIME[purpose]))
    except signing.SignatureExpired:
        raise ExpiredLink from None
    except signing.BadSignature:
        raise InvalidLink from None


def _salt(purpose: Purpose) -> str:
    return f"marketplace.accounts.{purpose}"


def _state(user: User, purpose: Purpose) -> str:
    facts = (user.email, user.password, user.is_confirmed, user.token_generation)
    return salted_hmac(_salt(purpose), repr(facts), algorithm="sha256").hexdigest()[:32]
