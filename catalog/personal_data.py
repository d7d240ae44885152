"""What the catalogue holds about a person: reviews, favourites, warranties and reports of fakes."""

from typing import Any

from catalog.favorites.personal_data import erase_favorites, export_favorites
from catalog.reviews.personal_data import erase_reviews, export_reviews
from catalog.traceability.shopper.personal_data import erase_shopper, export_shopper
from marketplace.accounts.models import User
from marketplace.accounts.privacy.registry import register_erasure, register_export


def register() -> None:
    """Tell accounts that there is something here."""
    register_export("catalog", export_catalog)
    register_erasure("catalog", erase_catalog)


def export_catalog(user: User) -> dict[str, Any]:
    return {**export_reviews(user), "favorites": export_favorites(user), **export_shopper(user)}


def erase_catalog(user: User) -> list[str]:
    erase_reviews(user)
    erase_favorites(user)
    erase_shopper(user)
    return []
