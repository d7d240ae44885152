"""Ending tokens: one device's, or all of a user's at once."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from marketplace.accounts.sessions.session import Session
from marketplace.accounts.tokens.issue import hash_token
from marketplace.accounts.tokens.refresh_token import RefreshToken
from marketplace.accounts.user import User


def end_sessions(families: Sequence[uuid.UUID], *, now: datetime) -> None:
    """No token of these sign-ins works any more: not to refresh with, and not to read with."""
    Session.objects.filter(public_id__in=families, ended_at__isnull=True).update(ended_at=now)
    RefreshToken.objects.filter(family__in=families, revoked_at__isnull=True).update(revoked_at=now)


def revoke_family(family: uuid.UUID, *, now: datetime | None = None) -> None:
    """One sign-in is over, at once."""
    end_sessions([family], now=now or timezone.now())


def revoke_all_tokens(user: User) -> None:
    """Sign out every device at once, access tokens included."""
    now = timezone.now()
    with transaction.atomic():
        User.objects.filter(pk=user.pk).update(token_generation=F("token_generation") + 1)
        Session.objects.filter(user=user, ended_at__isnull=True).update(ended_at=now)
        RefreshToken.objects.filter(user=user, revoked_at__isnull=True).update(revoked_at=now)
    user.refresh_from_db(fields=["token_generation"])


def revoke_token(refresh_token: str) -> None:
    """Sign out the device that holds ``refresh_token``: its whole family ends. An unknown token changes nothing."""
    family = RefreshToken.objects.filter(token_hash=hash_token(refresh_token)).values_list("family", flat=True).first()
    if family is not None:
        with transaction.atomic():
            revoke_family(family)
