"""``update_seller``: the profile as the seller wants it shown. What it legally is stays as staff approved it."""

import dataclasses
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from marketplace.accounts.addresses.address import Address
from marketplace.accounts.addresses.data import AddressData
from marketplace.events.publish import publish
from marketplace.sellers.events import SellerUpdated
from marketplace.sellers.locks import lock_seller
from marketplace.sellers.profile import (
    InvalidProfile,
    check_choices,
    check_contact,
    check_home,
    check_texts,
    tidy_text,
)
from marketplace.sellers.seller import Seller


@dataclass(frozen=True, slots=True)
class ProfileChanges:
    """``None`` leaves a field as it is."""

    name: str | None = None
    tagline: str | None = None
    story: str | None = None
    source_language: str | None = None
    craft: str | None = None
    email: str | None = None
    phone: str | None = None
    website_url: str | None = None
    founded_year: int | None = None
    address: AddressData | None = None


def update_seller(*, seller: Seller, changes: ProfileChanges) -> Seller:
    """Change what is given and say so to whoever shows it. Raises `InvalidProfile`."""
    values, home = _checked(changes)
    with transaction.atomic():
        locked = lock_seller(seller.pk)
        for name, value in values.items():
            setattr(locked, name, value)
        if home is not None:
            locked.address = Address.objects.create(**home.as_dict())
            locked.former_district = home.former_district
        locked.save()
        publish(SellerUpdated(seller_id=locked.pk))
    return locked


def _checked(changes: ProfileChanges) -> tuple[dict[str, Any], AddressData | None]:
    given = {field.name: getattr(changes, field.name) for field in dataclasses.fields(changes)}
    values = {name: value for name, value in given.items() if value is not None and name != "address"}
    for name, value in values.items():
        if isinstance(value, str):
            values[name] = tidy_text(value, lines=name == "story")
    problems = check_texts(values, required=("name", "phone", "email"))
    problems += check_contact(values) + check_choices(values, this_year=timezone.now().year)
    if problems:
        raise InvalidProfile(problems)
    return values, check_home(changes.address) if changes.address else None
