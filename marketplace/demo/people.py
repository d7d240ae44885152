"""Staff and buyers of the demo world. Owners of sellers come with their sellers (sellers.py)."""

from dataclasses import dataclass

from marketplace.accounts.models import User
from marketplace.demo.sign_ins import BUYER, EXPO_OFFICER, INSPECTOR, OPERATOR, PASSWORD, SignIn


@dataclass(frozen=True, slots=True)
class People:
    operator: User
    expo_officer: User
    buyer: User
    inspector: User


def create_people() -> People:
    return People(
        operator=create_person(OPERATOR),
        expo_officer=create_person(EXPO_OFFICER),
        buyer=create_person(BUYER),
        inspector=create_person(INSPECTOR),
    )


def create_person(person: SignIn) -> User:
    """An account whose mail address counts as confirmed: mail to ``.example`` reaches nobody."""
    return User.objects.create_user(
        person.email,
        PASSWORD,
        first_name=person.first_name,
        last_name=person.last_name,
        language=person.language,
        staff_roles=list(person.staff_roles),
        is_confirmed=True,
    )
