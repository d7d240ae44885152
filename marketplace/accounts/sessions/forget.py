"""``forget_sessions``: what is known of devices does not outlive its use."""

from datetime import timedelta

from django.utils import timezone

from marketplace.accounts.sessions.session import Session
from marketplace.accounts.tokens.refresh_token import RefreshToken

KEPT = timedelta(days=90)
"""How long a session that is over still counts as a device known from before."""


def forget_sessions() -> int:
    """Delete sessions that ended or ran out 90 days ago, and refresh tokens that ran out; returns how many sessions."""
    now = timezone.now()
    RefreshToken.objects.filter(expires_at__lt=now).delete()
    over = Session.objects.filter(expires_at__lt=now - KEPT) | Session.objects.filter(ended_at__lt=now - KEPT)
    return over.delete()[0]
