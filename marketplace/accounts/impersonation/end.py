"""Stop looking: the token is nobody's from then on."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from marketplace.accounts.sessions.session import Session, SessionKind
from marketplace.accounts.tokens.revoke import end_sessions


def end_impersonation(*, session: UUID, now: datetime) -> None:
    """Ending what is over already changes nothing."""
    with transaction.atomic():
        rows = Session.objects.select_for_update().filter(public_id=session, kind=SessionKind.IMPERSONATION)
        end_sessions([row.public_id for row in rows], now=now)
