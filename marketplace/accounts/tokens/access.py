"""Access tokens: short-lived JWTs (RFC 7519, HS256) that name the user and say nothing else about them."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import jwt
from django.utils import timezone

from marketplace.accounts.tokens.keys import accepted_keys, signing_key
from marketplace.accounts.user import User

ACCESS_LIFETIME = timedelta(minutes=15)
_PURPOSE = "access-token"
_ISSUER = "binh-duong-marketplace"
_LONGEST_TOKEN = 2000


def make_access_token(user: User, *, now: datetime | None = None) -> str:
    issued = now or timezone.now()
    claims = {
        "iss": _ISSUER,
        "sub": str(user.public_id),
        "gen": user.token_generation,
        "iat": issued,
        "exp": issued + ACCESS_LIFETIME,
    }
    return jwt.encode(claims, signing_key(_PURPOSE), algorithm="HS256")


def actor_of(access_token: str) -> User | None:
    """The user of a token that is valid now, with one query at most; nobody for any other text."""
    claims = _claims(access_token)
    if claims is None:
        return None
    user = User.objects.filter(public_id=claims["sub"], is_active=True).first()
    return user if user is not None and user.token_generation == claims["gen"] else None


def _claims(token: str) -> dict[str, Any] | None:
    if len(token) > _LONGEST_TOKEN:
        return None
    for key in accepted_keys(_PURPOSE):
        try:
            claims: dict[str, Any] = jwt.decode(
                token,
                key,
                algorithms=["HS256"],
                issuer=_ISSUER,
                options={"require": ["exp", "iat", "sub", "gen"]},
            )
            return {**claims, "sub": UUID(claims["sub"])}
        except jwt.InvalidSignatureError:
            continue
        except (jwt.InvalidTokenError, ValueError):
            return None
    return None
