"""``issue_tokens``: what a device holds after signing in."""

import hashlib
import secrets
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from marketplace.accounts.tokens.access import make_access_token
from marketplace.accounts.tokens.refresh_token import RefreshToken
from marketplace.accounts.user import User

REFRESH_LIFETIME = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class TokenPair:
    access: str
    refresh: str
    user: User


def hash_token(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def issue_tokens(user: User, *, family: uuid.UUID | None = None, now: datetime | None = None) -> TokenPair:
    """A new access token and a refresh token, the first of a new family unless one is given."""
    moment = now or timezone.now()
    RefreshToken.objects.filter(user=user, expires_at__lt=moment).delete()
    refresh = secrets.token_urlsafe(32)
    RefreshToken.objects.create(
        user=user,
        family=family or uuid.uuid4(),
        token_hash=hash_token(refresh),
        created_at=moment,
        expires_at=moment + REFRESH_LIFETIME,
    )
    return TokenPair(make_access_token(user, now=moment), refresh, user)
