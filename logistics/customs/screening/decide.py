"""``decide_screening``: a person says whether the listed party is meant."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from logistics.customs.screening.events import ScreeningDecided
from logistics.customs.screening.screening import Screening, ScreeningDecision
from logistics.customs.screening.states import DECISIONS, CannotDecide, ScreeningStatus
from marketplace.accounts.models import User
from marketplace.events.publish import publish


class ReasonMissing(ValueError):
    """A decision about a person needs its reason."""


def decide_screening(*, screening_id: UUID, status: ScreeningStatus, reason: str, by: User) -> Screening:
    """HELD becomes CLEARED or CONFIRMED, and either may become the other later.

    Raises ``Screening.DoesNotExist``, ``CannotDecide`` and ``ReasonMissing``; nothing is changed then.
    """
    reason = reason.strip()
    if not reason:
        raise ReasonMissing
    with transaction.atomic():
        screening = Screening.objects.select_for_update().get(pk=screening_id)
        if status not in DECISIONS.get(ScreeningStatus(screening.status), ()):
            raise CannotDecide(screening.status, status)
        screening.status = status
        screening.cleared_like = None
        screening.save(update_fields=["status", "cleared_like"])
        decision = ScreeningDecision.objects.create(
            screening=screening, status=status, reason=reason[:1000], decided_by=by
        )
        publish(
            ScreeningDecided(
                screening_id=str(screening.pk),
                reference=screening.reference,
                status=status,
                decision_id=decision.pk,
            )
        )
    return screening
