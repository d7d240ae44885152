"""Letting go of letters: after a while all that has ended, and all of a person who is erased."""

from datetime import datetime, timedelta
from typing import Any

from marketplace.accounts.mail.outgoing_letter import LetterState, OutgoingLetter
from marketplace.accounts.user import User

KEPT = timedelta(days=90)


def forget_letters(*, now: datetime) -> int:
    """Delete what ended ``KEPT`` ago; what waits stays however old it is. Run daily."""
    over = OutgoingLetter.objects.exclude(state=LetterState.WAITING).filter(ended_at__lt=now - KEPT)
    return over.delete()[0]


def erase_letters(user: User) -> list[str]:
    """Also those that still wait: nobody is written to after they are gone."""
    OutgoingLetter.objects.filter(recipient__iexact=user.email).delete()
    return []


def export_letters(user: User) -> list[dict[str, Any]]:
    """Which letters went to the address of the account. Their texts went there too, and are not kept."""
    letters = OutgoingLetter.objects.filter(recipient__iexact=user.email).order_by("created_at")
    return [
        {"subject": letter.subject, "writtenAt": letter.created_at.isoformat(), "state": letter.state}
        for letter in letters
    ]
