"""``refresh``: exchange a refresh token for a new pair, once.

1. An unused token is marked used, and the next of its family is given out.
2. Used again within 20 seconds, it gets another next one: two tabs, or an answer lost on the way.
3. Used again later, somebody else holds a copy: the whole family is revoked, the thief's token and the owner's.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from marketplace.accounts.tokens.issue import TokenPair, hash_token, issue_tokens
from marketplace.accounts.tokens.refresh_token import RefreshToken
from marketplace.accounts.tokens.revoke import revoke_family

GRACE = timedelta(seconds=20)


class InvalidRefreshToken(Exception):
    """The token is unknown, expired or revoked: sign in again."""


class RefreshTokenReused(InvalidRefreshToken):
    """The token had been exchanged before; its family is revoked now."""


def refresh(refresh_token: str, *, now: datetime | None = None) -> TokenPair:
    """The next pair of tokens. Raises `InvalidRefreshToken` or `RefreshTokenReused`.

    Call it outside a transaction that would be rolled back by the exception: the revocation has to stay.
    """
    moment = now or timezone.now()
    with transaction.atomic():
        token = _locked(refresh_token)
        if token is None or not _is_valid(token, moment):
            raise InvalidRefreshToken
        stolen = token.used_at is not None and moment - token.used_at > GRACE
        if stolen:
            revoke_family(token.family, now=moment)
        else:
            pair = _exchange(token, moment)
    if stolen:
        raise RefreshTokenReused
    return pair


def _locked(refresh_token: str) -> RefreshToken | None:
    rows = RefreshToken.objects.select_related("user").select_for_update(of=("self",))
    return rows.filter(token_hash=hash_token(refresh_token)).first()


def _is_valid(token: RefreshToken, now: datetime) -> bool:
    return token.revoked_at is None and token.expires_at > now and token.user.is_active


def _exchange(token: RefreshToken, now: datetime) -> TokenPair:
    if token.used_at is None:
        token.used_at = now
        token.save(update_fields=["used_at"])
    return issue_tokens(token.user, family=token.family, now=now)
