"""Ending sessions: whatever token of theirs is shown afterwards, access tokens too, is nobody's."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from marketplace.accounts.sessions.session import Session
from marketplace.accounts.tokens.revoke import end_sessions
from marketplace.accounts.user import User


def end_session(*, user: User, public_id: UUID) -> Session | None:
    """End one session of the user's own; ``None`` when it is nobody's, somebody else's or over already."""
    with transaction.atomic():
        session = Session.objects.select_for_update().alive().filter(user=user, public_id=public_id).first()
        if session is not None:
            end_sessions([session.public_id], now=timezone.now())
            session.refresh_from_db()
    return session


def end_other_sessions(*, user: User, but: UUID | None) -> int:
    """End all of the user's sessions except one; returns how many ended."""
    with transaction.atomic():
        rows = Session.objects.select_for_update().alive().filter(user=user).order_by("pk")
        others = [session.public_id for session in rows if session.public_id != but]
        end_sessions(others, now=timezone.now())
    return len(others)
