"""What a seller says about itself, checked: the fields that an application and an update share."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as value
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _
from marketplace.accounts.addresses.data import AddressData
from marketplace.accounts.addresses.phone import InvalidPhone, normalise_phone
from marketplace.accounts.addresses.problems import InvalidAddress
from marketplace.accounts.addresses.validate import validate_address
from marketplace.accounts.addresses.vietnam import COUNTRY, is_in_binh_duong
from marketplace.accounts.registration.register import InvalidEmail, checked_email
from marketplace.sellers.seller import Craft

LONGEST = {"legal_name": 250, "name": 120, "tagline": 200, "story": 10_000, "website_url": 250}
FIRST_YEAR = 1800


@dataclass(frozen=True, slots=True)
class ProfileProblem:
    """One field's problem; ``message`` is a message id with ``params``."""

    field: str
    code: str
    message: str
    params: Mapping[str, object] = value(default_factory=dict)


class InvalidProfile(Exception):
    """What was said cannot be taken as it stands; all problems at once."""

    def __init__(self, problems: list[ProfileProblem]) -> None:
        super().__init__(", ".join(f"{problem.field} {problem.code}" for problem in problems))
        self.problems = problems


def tidy_text(text: str, *, lines: bool = False) -> str:
    """Without control characters and outer blanks; one line unless ``lines``."""
    if not lines:
        return " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return "".join(c for c in text.replace("\r\n", "\n") if c.isprintable() or c == "\n").strip()


def check_texts(values: Mapping[str, Any], *, required: tuple[str, ...]) -> list[ProfileProblem]:
    problems = [
        ProfileProblem(name, "REQUIRED", _("This field is required."))
        for name in required
        if name in values and not values[name]
    ]
    for name, limit in LONGEST.items():
        if len(values.get(name) or "") > limit:
            problems.append(ProfileProblem(name, "INVALID", _("At most %(limit)s characters."), {"limit": limit}))
    return problems


def check_contact(values: dict[str, Any]) -> list[ProfileProblem]:
    """E-mail, phone and website; normalises them in ``values``."""
    problems = []
    if "email" in values:
        try:
            values["email"] = checked_email(values["email"])
        except InvalidEmail:
            problems.append(ProfileProblem("email", "INVALID", _("This is not an e-mail address.")))
    if "phone" in values:
        try:
            values["phone"] = normalise_phone(values["phone"], country=COUNTRY)
        except InvalidPhone:
            problems.append(ProfileProblem("phone", "INVALID", _("This telephone number does not exist.")))
    if values.get("website_url"):
        try:
            URLValidator(schemes=["http", "https"])(values["website_url"])
        except ValidationError:
            problems.append(ProfileProblem("website_url", "INVALID", _("This is not a web address.")))
    return problems


def check_choices(values: Mapping[str, Any], *, this_year: int) -> list[ProfileProblem]:
    problems = []
    if "craft" in values and values["craft"] not in Craft.values:
        problems.append(ProfileProblem("craft", "INVALID", _("Choose one of the list.")))
    if "source_language" in values and values["source_language"] not in LANGUAGES:
        problems.append(ProfileProblem("source_language", "INVALID", _("Choose one of the list.")))
    year = values.get("founded_year")
    if year is not None and not FIRST_YEAR <= year <= this_year:
        message = _("The year lies between %(first)s and %(last)s.")
        problems.append(ProfileProblem("founded_year", "INVALID", message, {"first": FIRST_YEAR, "last": this_year}))
    return problems


def check_home(address: AddressData) -> AddressData:
    """The address of a seller: valid, and in Bình Dương. Raises `InvalidProfile`."""
    try:
        checked = validate_address(address)
    except InvalidAddress as refusal:
        raise InvalidProfile(
            [
                ProfileProblem(f"address.{problem.field}", problem.code, problem.message, problem.params)
                for problem in refusal.problems
            ]
        ) from None
    if not is_in_binh_duong(checked):
        message = _("Sellers here have their seat in Bình Dương: choose its ward, or name the former district.")
        raise InvalidProfile([ProfileProblem("address.city_area", "NOT_IN_REGION", message)])
    return checked
