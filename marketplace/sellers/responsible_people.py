"""Name, change and remove those who answer for a seller's goods within the European Union."""

from dataclasses import replace
from typing import Any

from django.db import transaction
from django.utils import timezone

from i18n.messages import gettext_noop as _
from marketplace.accounts.addresses.address import Address
from marketplace.accounts.addresses.data import AddressData
from marketplace.accounts.addresses.problems import InvalidAddress
from marketplace.accounts.addresses.validate import validate_address
from marketplace.accounts.registration.register import InvalidEmail, checked_email
from marketplace.channels.defaults import EUROPEAN_UNION
from marketplace.events.publish import publish
from marketplace.sellers.events import SellerUpdated
from marketplace.sellers.locks import lock_seller
from marketplace.sellers.profile import InvalidProfile, ProfileProblem, check_contact, tidy_text
from marketplace.sellers.responsible_person import ResponsiblePerson
from marketplace.sellers.seller import Seller

MOST = 20
LONGEST_NAME = 250


def add_responsible_person(
    *, seller: Seller, name: str, address: AddressData, email: str, website_url: str = "", is_default: bool = False
) -> ResponsiblePerson:
    """One more; the seller's first is its default. Raises `InvalidProfile`."""
    values, checked = _checked(name, address, email, website_url)
    with transaction.atomic():
        lock_seller(seller.pk)
        present = ResponsiblePerson.objects.filter(seller=seller, removed_at__isnull=True)
        if present.count() >= MOST:
            raise InvalidProfile([ProfileProblem("name", "INVALID", _("At most %(most)s people."), {"most": MOST})])
        first = is_default or not present.filter(is_default=True).exists()
        if first:
            present.update(is_default=False)
        stored = Address.objects.create(**checked.as_dict())
        person = ResponsiblePerson.objects.create(seller=seller, address=stored, is_default=first, **values)
        publish(SellerUpdated(seller_id=seller.pk))
    return person


def update_responsible_person(
    *,
    person: ResponsiblePerson,
    name: str,
    address: AddressData,
    email: str,
    website_url: str = "",
    is_default: bool = False,
) -> ResponsiblePerson:
    """Everything is as given now; the default stays until another is made it. Raises `InvalidProfile`."""
    values, checked = _checked(name, address, email, website_url)
    with transaction.atomic():
        lock_seller(person.seller_id)
        person.refresh_from_db()
        if is_default and not person.is_default:
            _present(person.seller_id).update(is_default=False)
            person.is_default = True
        person.name, person.email, person.website_url = values["name"], values["email"], values["website_url"]
        person.address = Address.objects.create(**checked.as_dict())
        person.save()
        publish(SellerUpdated(seller_id=person.seller_id))
    return person


def remove_responsible_person(*, person: ResponsiblePerson) -> None:
    """Take out of use. What is published stays so; the desk says where somebody is missing."""
    with transaction.atomic():
        lock_seller(person.seller_id)
        ResponsiblePerson.objects.filter(pk=person.pk).update(removed_at=timezone.now(), is_default=False)
        publish(SellerUpdated(seller_id=person.seller_id))


def _present(seller_id: int) -> Any:
    return ResponsiblePerson.objects.filter(seller_id=seller_id, removed_at__isnull=True)


def _checked(name: str, address: AddressData, email: str, website_url: str) -> tuple[dict[str, Any], AddressData]:
    values: dict[str, Any] = {"name": tidy_text(name), "website_url": tidy_text(website_url)}
    problems = check_contact(values)
    if not values["name"]:
        problems.append(ProfileProblem("name", "REQUIRED", _("This field is required.")))
    if len(values["name"]) > LONGEST_NAME:
        message = _("At most %(limit)s characters.")
        problems.append(ProfileProblem("name", "INVALID", message, {"limit": LONGEST_NAME}))
    if len(values["website_url"]) > LONGEST_NAME:
        problems.append(ProfileProblem("website_url", "INVALID", _("This is not a web address.")))
    try:
        values["email"] = checked_email(email)
    except InvalidEmail:
        problems.append(ProfileProblem("email", "INVALID", _("This is not an e-mail address.")))
    checked, address_problems = _checked_address(address)
    if found := [*problems, *address_problems]:
        raise InvalidProfile(found)
    return values, checked


def _checked_address(address: AddressData) -> tuple[AddressData, list[ProfileProblem]]:
    """The person is named beside the address, so that the address needs no names of its own."""
    try:
        checked = validate_address(replace(address, first_name="", last_name="", company_name=""))
    except InvalidAddress as refusal:
        return address, [
            ProfileProblem(f"address.{problem.field}", problem.code, problem.message, problem.params)
            for problem in refusal.problems
        ]
    problems = []
    if checked.country not in EUROPEAN_UNION:
        message = _("A responsible person has a postal address in a member state of the European Union.")
        problems.append(ProfileProblem("address.country", "INVALID", message))
    if not checked.street_address_1:
        problems.append(ProfileProblem("address.street_address_1", "REQUIRED", _("This field is required.")))
    return checked, problems
