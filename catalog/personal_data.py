"""What the catalogue holds about a person: reviews, favourites, warranties and reports of fakes."""

from typing import Any

from catalog.favorites.personal_data import erase_favorites, export_favorites
from catalog.reviews.personal_data import erase_reviews, export_reviews
from catalog.traceability.shopper.earlier_consents import register as register_earlier_consents
from catalog.traceability.shopper.fakes.move import forget_reporter
from catalog.traceability.shopper.personal_data import erase_shopper, export_shopper
from catalog.traceability.shopper.warranty.forget import forget_warranty
from marketplace.accounts.consents.purpose import ConsentPurpose
from marketplace.accounts.consents.withdraw import register_withdrawal
from marketplace.accounts.models import User
from marketplace.accounts.privacy.registry import register_erasure, register_export


def register() -> None:
    """Tell accounts that there is something here."""
    register_export("catalog", export_catalog)
    register_erasure("catalog", erase_catalog)
    register_earlier_consents()
    register_withdrawal(ConsentPurpose.WARRANTY, forget_warranty)
    register_withdrawal(ConsentPurpose.FAKE_REPORT, forget_reporter)


def export_catalog(user: User) -> dict[str, Any]:
    return {**export_reviews(user), "favorites": export_favorites(user), **export_shopper(user)}


def erase_catalog(user: User) -> list[str]:
    erase_reviews(user)
    erase_favorites(user)
    erase_shopper(user)
    return []
