"""The secret that an authenticator app shares with us.

It is not stored. The user's row holds a random seed, and the secret is an HMAC-SHA-256 of that seed
under a key derived from the secret key: whoever copies the database alone cannot make codes.
"""

import base64
import secrets

import pyotp
from django.conf import settings

from marketplace.accounts.tokens.keys import derive
from marketplace.accounts.user import User

ISSUER = "Bình Dương Marketplace"


def new_seed() -> str:
    return secrets.token_hex(32)


def totp_secrets(user: User) -> list[str]:
    """Base32 secrets: of the present secret key, then of its predecessors still accepted."""
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return [base64.b32encode(derive("totp", key, user.totp_seed)[:20]).decode() for key in keys]


def provisioning_uri(user: User) -> str:
    """The ``otpauth://`` address that apps read from a QR code."""
    return pyotp.TOTP(totp_secrets(user)[0]).provisioning_uri(name=user.email, issuer_name=ISSUER)
