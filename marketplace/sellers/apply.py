"""``apply_as_seller``: somebody asks to sell here, for the first time or, after a rejection, again."""

import dataclasses
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from i18n.messages import gettext_noop as _
from i18n.text import slugify
from marketplace.accounts.addresses.address import Address
from marketplace.accounts.addresses.data import AddressData
from marketplace.accounts.models import User
from marketplace.events.publish import publish
from marketplace.sellers.events import SellerApplied
from marketplace.sellers.locks import lock_seller
from marketplace.sellers.member import MemberRole, SellerMember
from marketplace.sellers.membership import may
from marketplace.sellers.profile import (
    InvalidProfile,
    ProfileProblem,
    check_choices,
    check_contact,
    check_home,
    check_texts,
    tidy_text,
)
from marketplace.sellers.seller import EntityType, Seller, SellerStatus, TaxResidence
from marketplace.sellers.tax_code import InvalidTaxCode, check_tax_code
from marketplace.sellers.transitions import Step, record_status, take_step

MOST_PENDING = 5


@dataclass(frozen=True, slots=True)
class SellerApplication:
    legal_name: str
    name: str
    entity_type: str
    tax_code: str
    craft: str
    address: AddressData
    phone: str
    email: str
    former_district: str = ""
    tagline: str = ""
    story: str = ""
    source_language: str = "vi"
    website_url: str = ""
    founded_year: int | None = None
    tax_residence: str = TaxResidence.RESIDENT


class TaxCodeTaken(Exception):
    """One tax code is one seller, and this one is there already."""


class TooManyApplications(Exception):
    """The user has so many applications open that no more are taken."""

    def __init__(self) -> None:
        super().__init__(f"{MOST_PENDING} applications are open")
        self.limit = MOST_PENDING


def apply_as_seller(*, user: User, application: SellerApplication) -> Seller:
    """Store an application with ``user`` as the seller's owner; it waits for staff to decide.

    The owner of a rejected seller applies again with the same tax code, and replaces what was said.
    Raises `InvalidProfile`, `TaxCodeTaken`, `TooManyApplications`.
    """
    values, home = _checked(application)
    with transaction.atomic():
        existing = Seller.objects.filter(tax_code=values["tax_code"]).first()
        if existing is None:
            return _first_time(user, values, home)
        if existing.status != SellerStatus.REJECTED or not may(user, existing.pk, MemberRole.OWNER):
            raise TaxCodeTaken
        return _again(user, existing, values, home)


def _checked(application: SellerApplication) -> tuple[dict[str, Any], AddressData]:
    values = {field.name: getattr(application, field.name) for field in dataclasses.fields(application)}
    address = values.pop("address")
    district = values.pop("former_district") or address.former_district
    for name, value in values.items():
        if isinstance(value, str):
            values[name] = tidy_text(value, lines=name == "story")
    today = timezone.now().date()
    problems = check_texts(values, required=("legal_name", "name", "phone", "email"))
    problems += _check_tax_code(values)
    if values["tax_residence"] not in TaxResidence.values:
        problems.append(ProfileProblem("tax_residence", "INVALID", _("Choose one of the list.")))
    problems += check_contact(values) + check_choices(values, this_year=today.year)
    try:
        company = address.company_name or values["legal_name"][:250]
        home = check_home(dataclasses.replace(address, former_district=district, company_name=company))
    except InvalidProfile as refusal:
        raise InvalidProfile(problems + refusal.problems) from None
    if problems:
        raise InvalidProfile(problems)
    return {**values, "former_district": home.former_district}, home


_TAX_CODE_MESSAGES = {
    "FORMAT": _("A tax code has 10 or 13 digits, that of a person 12."),
    "CHECK_DIGIT": _("The check digit of this tax code is wrong; was it typed correctly?"),
    "WRONG_KIND": _("An enterprise has a tax code of 10 or 13 digits, a household business or individual one of 12."),
}


def _check_tax_code(values: dict[str, Any]) -> list[ProfileProblem]:
    if values["entity_type"] not in EntityType.values:
        return [ProfileProblem("entity_type", "INVALID", _("Choose one of the list."))]
    try:
        values["tax_code"] = check_tax_code(values["tax_code"], values["entity_type"], today=timezone.now().date())
    except InvalidTaxCode as refusal:
        return [ProfileProblem("tax_code", "TAX_CODE_INVALID", _TAX_CODE_MESSAGES[refusal.reason])]
    return []


def _first_time(user: User, values: dict[str, Any], home: AddressData) -> Seller:
    User.objects.select_for_update().get(pk=user.pk)  # two applications at once are counted one after the other
    own = SellerMember.objects.filter(user=user, role=MemberRole.OWNER).values("seller_id")
    if Seller.objects.filter(pk__in=own, status=SellerStatus.APPLIED).count() >= MOST_PENDING:
        raise TooManyApplications
    address = Address.objects.create(**home.as_dict())
    seller = Seller.objects.create(slug=_free_slug(values["name"]), address=address, **values)
    SellerMember.objects.create(seller=seller, user=user, role=MemberRole.OWNER)
    record_status(seller=seller, by=user, reason="")
    publish(SellerApplied(seller_id=seller.pk))
    return seller


def _again(user: User, existing: Seller, values: dict[str, Any], home: AddressData) -> Seller:
    seller = lock_seller(existing.pk)
    for name, value in values.items():
        setattr(seller, name, value)
    seller.address = Address.objects.create(**home.as_dict())
    seller.save()
    return take_step(seller=seller, step=Step.APPLY_AGAIN, by=user)


def _free_slug(name: str) -> str:
    base = slugify(name, "seller", max_length=100)
    taken = set(Seller.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return base if base not in taken else next(s for n in range(2, len(taken) + 3) if (s := f"{base}-{n}") not in taken)
