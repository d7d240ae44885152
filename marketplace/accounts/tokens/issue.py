"""``issue_tokens``: what a device holds after signing in."""

import hashlib
import secrets
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from marketplace.accounts.sessions.device import Device
from marketplace.accounts.sessions.open import open_session
from marketplace.accounts.sessions.session import Session
from marketplace.accounts.tokens.access import make_access_token
from marketplace.accounts.tokens.refresh_token import RefreshToken
from marketplace.accounts.user import User

REFRESH_LIFETIME = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class TokenPair:
    access: str
    refresh: str
    user: User
    session: uuid.UUID


def hash_token(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def issue_tokens(
    user: User, *, family: uuid.UUID | None = None, device: Device | None = None, now: datetime | None = None
) -> TokenPair:
    """A new access token and a refresh token: of a session that goes on (`family`), or of a new one on a `device`."""
    moment = now or timezone.now()
    refresh = secrets.token_urlsafe(32)
    with transaction.atomic():
        RefreshToken.objects.filter(user=user, expires_at__lt=moment).delete()
        session = _session(user, family, device or Device(), moment)
        RefreshToken.objects.create(
            user=user,
            family=session,
            token_hash=hash_token(refresh),
            created_at=moment,
            expires_at=moment + REFRESH_LIFETIME,
        )
    return TokenPair(make_access_token(user, session=session, now=moment), refresh, user, session)


def _session(user: User, family: uuid.UUID | None, device: Device, now: datetime) -> uuid.UUID:
    """The session goes on; one of before sessions were kept is opened under the name of its family."""
    until = now + REFRESH_LIFETIME
    known = Session.objects.filter(public_id=family, user=user) if family else Session.objects.none()
    if family is not None and known.update(last_used_at=now, expires_at=until):
        return family
    return open_session(user, device=device, now=now, expires_at=until, public_id=family).public_id
