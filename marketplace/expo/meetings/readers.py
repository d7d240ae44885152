"""Who is written to about a meeting: the visitor, and who works for the exhibitor."""

from dataclasses import dataclass

from django.db.models import Q

from marketplace.accounts.models import User
from marketplace.expo.exhibition import LOCAL_ZONE
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.meetings.meeting import Side
from marketplace.expo.people.member import ExhibitorMember
from marketplace.expo.visitors.visitor import Visitor
from marketplace.sellers.member import MemberRole, SellerMember

MOST_READERS = 10


@dataclass(frozen=True, slots=True)
class Reader:
    email: str
    language: str
    zone: str
    side: Side


def reader_of(visitor: Visitor) -> list[Reader]:
    """Nobody, once the visitor's address is forgotten."""
    if not visitor.email:
        return []
    return [Reader(visitor.email, visitor.language, visitor.timezone, Side.VISITOR)]


def readers_of(exhibitor: Exhibitor) -> list[Reader]:
    """Its own people and the owners and managers of its seller; without any, the address in the directory."""
    members = ExhibitorMember.objects.filter(exhibitor=exhibitor).values("user_id")
    team = SellerMember.objects.filter(seller=exhibitor.seller, role__in=[MemberRole.OWNER, MemberRole.MANAGER])
    users = User.objects.filter(Q(pk__in=members) | Q(pk__in=team.values("user_id")), is_active=True).order_by("pk")[
        :MOST_READERS
    ]
    found = [Reader(user.email, user.language, LOCAL_ZONE, Side.EXHIBITOR) for user in users]
    if not found and exhibitor.email:
        found = [Reader(exhibitor.email, exhibitor.source_language, LOCAL_ZONE, Side.EXHIBITOR)]
    return found
