"""What the trade of fairs holds about a person: invitations sent and accepted."""

from typing import Any

from django.db.models import Q

from marketplace.accounts.models import User
from marketplace.accounts.privacy.registry import register_erasure, register_export
from marketplace.expo.visitors.personal_data import visits_of
from marketplace.fair_trade.invitation import LeadInvitation


def register() -> None:
    """Tell accounts that there is something here."""
    # Its name puts it before "expo_visitors", which empties the visitors.
    register_export("exhibitor_invitations", export_invitations)
    register_erasure("exhibitor_invitations", erase_invitations)


def export_invitations(user: User) -> dict[str, Any]:
    got = LeadInvitation.objects.filter(_to(user)).select_related("lead__exhibitor").order_by("sent_at")
    return {
        "received": [
            {
                "exhibitor": each.lead.exhibitor.name,
                "message": each.message,
                "sentAt": each.sent_at.isoformat(),
                "acceptedAt": each.accepted_at.isoformat() if each.accepted_at else None,
            }
            for each in got
        ],
        "sent": LeadInvitation.objects.filter(by=user).count(),
    }


def erase_invitations(user: User) -> list[str]:
    """That something was ordered after a fair stays counted, without a name."""
    LeadInvitation.objects.filter(_to(user)).delete()
    LeadInvitation.objects.filter(by=user).update(by=None)
    return []


def _to(user: User) -> Q:
    return Q(accepted_by=user) | Q(lead__visitor__in=visits_of(user))
