"""``start_application`` and ``change_application``: what a firm writes before it hands its application in."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from i18n.today import day_here
from marketplace.accounts.models import User
from marketplace.expo import texts
from marketplace.expo.applications.application import OPEN, ApplicationStatus, ApplicationStep, FairApplication
from marketplace.expo.applications.check import clean_application, field_problems
from marketplace.expo.editions.registration import RegistrationAudience, registration_open
from marketplace.expo.exhibition import Expo
from marketplace.expo.locks import lock_application, lock_expo
from marketplace.sellers.models import Seller

MOST_OPEN = 10


def start_application(
    *, expo: Expo, user: User, values: Mapping[str, Any], now: datetime, seller: Seller | None = None
) -> FairApplication:
    """Keep a draft, with what is known of the seller where nothing else is said. Raises ``Refused``.

    Only in the period in which exhibitors may apply. ``values`` are fields of `FairApplication`.
    """
    about = from_seller(seller, user) if seller is not None else {"email": user.email, "contact_name": user.full_name}
    clean = clean_application({**about, **{name: value for name, value in values.items() if value is not None}})
    require_open(expo, now)
    with transaction.atomic():
        locked = lock_expo(expo.pk)
        if FairApplication.objects.filter(expo=locked, user=user, status__in=OPEN).count() >= MOST_OPEN:
            message = _("You have %(limit)s open applications for this fair; finish or withdraw one first.")
            raise Refused(Problem("expo_id", "TOO_MANY", message, {"limit": MOST_OPEN}))
        refuse_any(field_problems(locked, clean, today=day_here(now)))
        application = FairApplication(expo=locked, user=user, seller=seller)
        application.language = user.language
        _fill(application, clean)
        application.save()
        ApplicationStep.objects.create(application=application, status=ApplicationStatus.DRAFT, by=user, at=now)
    return application


def change_application(*, application: FairApplication, changes: Mapping[str, Any], now: datetime) -> FairApplication:
    """Change the given fields of a draft. Raises ``Refused``; what was handed in stays as it is."""
    clean = clean_application({name: value for name, value in changes.items() if value is not None})
    with transaction.atomic():
        locked = lock_application(application.pk)
        if locked.status != ApplicationStatus.DRAFT:
            message = _("This application has moved on. Load the page again to see what is possible now.")
            raise Refused(Problem("id", "WRONG_STATE", message))
        refuse_any(field_problems(locked.expo, clean, today=day_here(now), country=locked.country))
        _fill(locked, clean)
        locked.save()
    return locked


def require_open(expo: Expo, now: datetime) -> None:
    """Raises ``Refused`` outside the period in which exhibitors may apply."""
    if not registration_open(expo, RegistrationAudience.EXHIBITOR, now):
        raise Refused(Problem("expo_id", "CLOSED", _("Applications for this fair are not open now.")))


def from_seller(seller: Seller, user: User) -> dict[str, Any]:
    """What the marketplace knows of a seller already."""
    place = seller.address
    parts = (place.street_address_1, place.street_address_2, place.city_area, place.city, place.country_area)
    return {
        "name": seller.legal_name,
        "country": "VN",
        "tax_code": seller.tax_code,
        "address": texts.tidy(", ".join(part for part in parts if part))[:400],
        "website_url": seller.website_url,
        "email": seller.email,
        "phone": seller.phone,
        "contact_name": user.full_name,
        "categories": [seller.craft],
    }


def _fill(application: FairApplication, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(application, name, value)
