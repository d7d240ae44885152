"""Ending tokens: one device's, or all of a user's at once."""

import uuid
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from marketplace.accounts.tokens.issue import hash_token
from marketplace.accounts.tokens.refresh_token import RefreshToken
from marketplace.accounts.user import User


def revoke_family(family: uuid.UUID, *, now: datetime | None = None) -> None:
    """No refresh token of this sign-in works any more; its access token ends by itself within minutes."""
    RefreshToken.objects.filter(family=family, revoked_at__isnull=True).update(revoked_at=now or timezone.now())


def revoke_all_tokens(user: User) -> None:
    """Sign out every device at once, access tokens included."""
    with transaction.atomic():
        User.objects.filter(pk=user.pk).update(token_generation=F("token_generation") + 1)
        RefreshToken.objects.filter(user=user, revoked_at__isnull=True).update(revoked_at=timezone.now())
    user.refresh_from_db(fields=["token_generation"])


def revoke_token(refresh_token: str) -> None:
    """Sign out the device that holds ``refresh_token``: its whole family ends. An unknown token changes nothing."""
    family = RefreshToken.objects.filter(token_hash=hash_token(refresh_token)).values_list("family", flat=True).first()
    if family is not None:
        revoke_family(family)
