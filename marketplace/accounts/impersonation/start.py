"""Begin to look at the pages with somebody's eyes.

1. Whoever does it has the right to, and says why.
2. The person is no colleague: staff could do more than the operator may, or less, but never in the operator's name.
3. It is a session of the person's, marked as what it is: they see it in their list, and can end it.
4. The person is written to at once.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from marketplace.accounts.events import ImpersonationStarted
from marketplace.accounts.impersonation.impersonation import REASON_LEAST, REASON_MOST, Impersonation
from marketplace.accounts.sessions.device import Device
from marketplace.accounts.sessions.open import open_session
from marketplace.accounts.tokens.access import make_access_token
from marketplace.accounts.user import User
from marketplace.events.publish import publish

LASTS = timedelta(minutes=30)


class NotToImpersonate(Exception):
    """The person is staff, or has no account that is in use; nothing was done."""

    def __init__(self, person: User, *, is_staff: bool) -> None:
        super().__init__(f"user {person.pk} is not to be impersonated")
        self.is_staff = is_staff


class ReasonNeeded(Exception):
    """Nobody looks without a reason that the person can understand."""

    def __init__(self) -> None:
        super().__init__(f"a reason has from {REASON_LEAST} to {REASON_MOST} characters")


@dataclass(frozen=True, slots=True)
class Borrowed:
    """A token that is good until the end and is never renewed."""

    token: str
    impersonation: Impersonation


def start_impersonation(*, operator: User, person: User, reason: str, device: Device, now: datetime) -> Borrowed:
    """Raises ``NotToImpersonate`` and ``ReasonNeeded``. That the operator may do it at all is for the caller to see."""
    words = " ".join(reason.split())
    if not REASON_LEAST <= len(words) <= REASON_MOST:
        raise ReasonNeeded
    ends_at = now + LASTS
    with transaction.atomic():
        person = User.objects.select_for_update().get(pk=person.pk)
        if person.staff_roles or not person.is_active or person.erased_at is not None or person.pk == operator.pk:
            raise NotToImpersonate(person, is_staff=bool(person.staff_roles))
        session = open_session(person, device=device, now=now, expires_at=ends_at, acting_user=operator)
        looking = Impersonation.objects.create(
            session=session, operator=operator, person=person, reason=words, started_at=now, ends_at=ends_at
        )
        publish(ImpersonationStarted(impersonation_id=looking.pk))
    token = make_access_token(person, session=session.public_id, now=now, acting=operator, expires_at=ends_at)
    return Borrowed(token, looking)
