"""A copy of everything held about a person (Law 91/2025/QH15 on personal data protection; GDPR articles 15 and 20)."""

from typing import Any

from marketplace.accounts.addresses.address import SavedAddress
from marketplace.accounts.privacy.registry import exports
from marketplace.accounts.sessions.session import Session
from marketplace.accounts.user import User


def export_personal_data(user: User) -> dict[str, Any]:
    """JSON values by package."""
    return {name: export(user) for name, export in sorted(exports.items())}


def export_account(user: User) -> dict[str, Any]:
    """What accounts hold. Secrets (password hash, second factor, token hashes) are no data about the person."""
    saved = SavedAddress.objects.filter(user=user).select_related("address")
    sessions = Session.objects.filter(user=user).order_by("pk")
    return {
        "email": user.email,
        "firstName": user.first_name,
        "lastName": user.last_name,
        "language": user.language,
        "dateJoined": user.date_joined.isoformat(),
        "isConfirmed": user.is_confirmed,
        "twoFactor": user.totp_enabled,
        "staffRoles": list(user.staff_roles),
        "metadata": user.metadata,
        "addresses": [row.address.as_data().as_dict() for row in saved],
        "sessions": [
            {
                "since": session.created_at.isoformat(),
                "lastUsed": session.last_used_at.isoformat(),
                "until": (session.ended_at or session.expires_at).isoformat(),
                "kind": session.kind,
                "browser": session.browser,
                "system": session.system,
            }
            for session in sessions
        ],
    }
