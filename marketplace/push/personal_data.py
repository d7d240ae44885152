"""What pushed notices hold about a person: which of their devices are told, and of what."""

from typing import Any

from marketplace.accounts.models import User
from marketplace.accounts.privacy.registry import register_erasure, register_export
from marketplace.push.subscription import PushSubscription


def register() -> None:
    """Tell accounts that there is something here."""
    register_export("push", export_devices)
    register_erasure("push", erase_devices)


def export_devices(user: User) -> list[dict[str, Any]]:
    """Without the addresses and keys: they are secrets of the browser."""
    rows = PushSubscription.objects.filter(user=user).order_by("pk")
    return [
        {
            "kinds": row.kinds,
            "since": row.created_at.isoformat(),
            "lastSent": row.sent_at.isoformat() if row.sent_at else None,
        }
        for row in rows
    ]


def erase_devices(user: User) -> list[str]:
    PushSubscription.objects.filter(user=user).delete()
    return []
