"""What is known of visits to somebody's pages, for the person and when the person leaves."""

from typing import Any

from django.db.models import Q

from marketplace.accounts.impersonation.impersonation import Impersonation
from marketplace.accounts.user import User


def export_impersonations(user: User) -> list[dict[str, Any]]:
    """When staff looked at the person's pages, and why. Not who: the person learns that from us, when they ask."""
    rows = Impersonation.objects.filter(person=user).order_by("pk")
    return [
        {"from": row.started_at.isoformat(), "until": row.ends_at.isoformat(), "reason": row.reason} for row in rows
    ]


def erase_impersonations(user: User) -> list[str]:
    """The words go; that somebody looked stays in the audit log for its time."""
    Impersonation.objects.filter(Q(person=user) | Q(operator=user)).update(reason="")
    return []
