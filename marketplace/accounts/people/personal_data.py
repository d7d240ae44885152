"""What is known of times when somebody was kept out."""

from typing import Any

from marketplace.accounts.people.block import AccountBlock
from marketplace.accounts.user import User


def export_blocks(user: User) -> list[dict[str, Any]]:
    rows = AccountBlock.objects.filter(person=user).order_by("pk")
    return [
        {
            "from": row.blocked_at.isoformat(),
            "until": row.ended_at.isoformat() if row.ended_at else None,
            "reason": row.reason,
        }
        for row in rows
    ]


def erase_blocks(user: User) -> list[str]:
    AccountBlock.objects.filter(person=user).delete()
    return []
