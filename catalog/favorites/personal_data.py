"""Favourites belong to a person: given on request, gone with the account."""

from typing import Any

from catalog.favorites.favorite import Favorite
from marketplace.accounts.models import User


def export_favorites(user: User) -> list[dict[str, Any]]:
    rows = Favorite.objects.filter(user=user).select_related("product").order_by("pk")
    return [{"product": row.product.name, "since": row.created_at.isoformat()} for row in rows]


def erase_favorites(user: User) -> None:
    Favorite.objects.filter(user=user).delete()
