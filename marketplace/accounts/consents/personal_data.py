"""What a person agreed to: giving it to them, and when they leave."""

from typing import Any

from django.utils import timezone

from marketplace.accounts.consents.purpose import ConsentPlace
from marketplace.accounts.consents.record import ConsentRecord
from marketplace.accounts.consents.write import end_consents
from marketplace.accounts.user import User


def export_consents(user: User) -> list[dict[str, Any]]:
    """In the order in which it was said."""
    return [
        {
            "at": row.at.isoformat(),
            "change": row.change,
            "purpose": row.purpose,
            "about": row.about_name,
            "wordingVersion": row.wording_version,
            "wording": row.wording,
            "language": row.language,
            "place": row.place,
            "keptUntil": row.keep_until.isoformat(),
        }
        for row in ConsentRecord.objects.of(user).order_by("at", "pk")
    ]


def erase_consents(user: User) -> list[str]:
    """Everything is taken back. The records stay for their period and lead to nobody who is named."""
    end_consents(
        ConsentRecord.objects.of(user).order_by("pk").values_list("about", flat=True),
        place=ConsentPlace.ERASURE,
        now=timezone.now(),
    )
    return []
