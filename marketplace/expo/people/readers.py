"""Whom letters about an exhibitor go to."""

from dataclasses import dataclass

from marketplace.accounts.mail.write import greeted
from marketplace.accounts.models import User
from marketplace.expo.applications.application import FairApplication
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.people.member import ExhibitorMember, ExhibitorRole
from marketplace.sellers.member import MemberRole, SellerMember


@dataclass(frozen=True, slots=True)
class Reader:
    email: str
    language: str
    name: str


def managers_of(exhibitor: Exhibitor) -> list[Reader]:
    """Who decides for it, each in their own language: its managers, and those of the linked seller."""
    keys = set(
        ExhibitorMember.objects.filter(exhibitor=exhibitor, role=ExhibitorRole.MANAGER).values_list(
            "user_id", flat=True
        )
    )
    if exhibitor.seller_id is not None:
        team = SellerMember.objects.filter(
            seller_id=exhibitor.seller_id, role__in=[MemberRole.OWNER, MemberRole.MANAGER]
        )
        keys |= set(team.values_list("user_id", flat=True))
    people = User.objects.filter(pk__in=keys, is_active=True).order_by("pk")
    return [Reader(person.email, person.language, greeted(person)) for person in people]


def applicant_of(application: FairApplication) -> Reader | None:
    """Who applied, in the language of the application; nobody once the account is erased."""
    user = application.user
    if user is None or not user.is_active:
        return None
    return Reader(user.email, application.language, greeted(user))
