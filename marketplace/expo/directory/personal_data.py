"""Whom somebody wants to visit at fairs belongs to that person: given on request, gone with the account."""

from typing import Any

from marketplace.accounts.models import User
from marketplace.accounts.privacy.registry import register_erasure, register_export
from marketplace.expo.directory.favorite import FairFavorite


def register() -> None:
    register_export("fair_favorites", export_favorites)
    register_erasure("fair_favorites", erase_favorites)


def export_favorites(user: User) -> list[dict[str, Any]]:
    rows = FairFavorite.objects.filter(user=user).select_related("exhibitor__expo").order_by("pk")
    return [
        {"fair": row.exhibitor.expo.name, "exhibitor": row.exhibitor.name, "since": row.created_at.isoformat()}
        for row in rows
    ]


def erase_favorites(user: User) -> list[str]:
    FairFavorite.objects.filter(user=user).delete()
    return []
