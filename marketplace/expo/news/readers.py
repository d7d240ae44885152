"""Who gets a fair's news by letter: each person once, whatever they are at the fair."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.crypto import salted_hmac

from marketplace.accounts.models import User
from marketplace.expo.exhibition import Expo
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.news.delivery import NewsAudience
from marketplace.expo.people.member import ExhibitorMember, ExhibitorRole
from marketplace.expo.visitors.visitor import ConsentPurpose, Visitor, VisitorConsent
from marketplace.sellers.member import MemberRole, SellerMember


@dataclass(frozen=True, slots=True)
class NewsReader:
    email: str
    language: str
    audience: NewsAudience
    exhibitor: Exhibitor | None = None
    visitor: Visitor | None = None

    @property
    def key(self) -> str:
        return person_key(self.email)


def person_key(email: str) -> str:
    """A fingerprint that only this marketplace can make: 40 hexadecimal digits."""
    return salted_hmac("marketplace.expo.news", email.strip().lower()).hexdigest()


def exhibitor_readers(exhibitors: Sequence[Exhibitor]) -> list[NewsReader]:
    """Who decides for each exhibitor, in their own language; its own address where nobody has an account. 3 queries."""
    people = _managers(exhibitors)
    readers: list[NewsReader] = []
    for exhibitor in exhibitors:
        found = [
            NewsReader(user.email, user.language, NewsAudience.EXHIBITOR, exhibitor) for user in people[exhibitor.pk]
        ]
        if not found and exhibitor.email:
            own = NewsReader(exhibitor.email, exhibitor.source_language, NewsAudience.EXHIBITOR, exhibitor)
            found.append(own)
        readers += found
    return readers


def consenting_visitors(expo: Expo) -> QuerySet[Visitor]:
    """Registered ones who agree to news now."""
    agreed = VisitorConsent.objects.filter(purpose=ConsentPurpose.NEWS, withdrawn_at__isnull=True)
    registered = Visitor.objects.registered().filter(expo=expo, forgotten_at__isnull=True).exclude(email="")
    return registered.filter(pk__in=agreed.values("visitor_id"))


def visitor_readers(visitors: Sequence[Visitor]) -> list[NewsReader]:
    return [NewsReader(one.email, one.language, NewsAudience.VISITOR, visitor=one) for one in visitors]


def _managers(exhibitors: Sequence[Exhibitor]) -> dict[int, list[User]]:
    """By exhibitor: its own managers, then those of the seller that it is."""
    sellers: dict[int, list[int]] = defaultdict(list)
    for exhibitor in exhibitors:
        if exhibitor.seller_id is not None:
            sellers[exhibitor.seller_id].append(exhibitor.pk)
    members = ExhibitorMember.objects.filter(
        exhibitor__in=[exhibitor.pk for exhibitor in exhibitors], role=ExhibitorRole.MANAGER, user__is_active=True
    )
    team = SellerMember.objects.filter(
        seller__in=list(sellers), role__in=[MemberRole.OWNER, MemberRole.MANAGER], user__is_active=True
    )
    people: dict[int, list[User]] = defaultdict(list)
    for member in members.select_related("user").order_by("pk"):
        people[member.exhibitor_id].append(member.user)
    for one in team.select_related("user").order_by("pk"):
        for pk in sellers[one.seller_id]:
            people[pk].append(one.user)
    return people
