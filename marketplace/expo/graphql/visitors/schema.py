"""Visitors' part of the public API."""

from typing import Any

from django.db.models import QuerySet

from i18n.text import fold
from i18n.today import day_here
from marketplace.expo.door.figures import CountryCount as Count
from marketplace.expo.door.figures import visitors_by_country
from marketplace.expo.graphql.access import STAFF, expo_of
from marketplace.expo.graphql.visitor_access import opened, visitor_if_any
from marketplace.expo.graphql.visitors.types import (
    ConsentWording,
    CountryCount,
    Visitor,
    VisitorCountableConnection,
    VisitorKindEnum,
)
from marketplace.expo.graphql.visitors.visitor_confirm import VisitorConfirm
from marketplace.expo.graphql.visitors.visitor_link_request import VisitorLinkRequest
from marketplace.expo.graphql.visitors.visitor_register import VisitorRegister
from marketplace.expo.graphql.visitors.visitor_update import VisitorUpdate
from marketplace.expo.graphql.visitors.visitor_withdraw import VisitorWithdraw
from marketplace.expo.visitors.forget import days_kept
from marketplace.expo.visitors.personal_data import visits_of
from marketplace.expo.visitors.visitor import Visitor as VisitorRow
from marketplace.expo.visitors.wording import Wording, wordings_now
from marketplace.graphql import (
    ANYONE,
    ID,
    SIGNED_IN,
    Boolean,
    ConnectionField,
    Field,
    InputObjectType,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
)


class VisitorFilterInput(InputObjectType):
    """Visitors that fit all of it; those who withdrew or were forgotten are never listed."""

    search = String(description="Words of name, firm or address, with or without accents.")
    kind = VisitorKindEnum()
    country = String(description="ISO 3166-1 alpha-2.")
    is_confirmed = Boolean()


class VisitorQueries(ObjectType):
    """Registration for fairs."""

    visitor = Field(
        Visitor,
        expo_id=ID(),
        token=String(description="Of the mailed link."),
        access=ANYONE,
        description="The visitor of a link, or the caller's own at a fair; null when there is none.",
    )
    my_fair_visits = Field(
        NonNull(List(NonNull(Visitor))),
        access=SIGNED_IN,
        description="The fairs that the caller is registered for, the latest first; at most 50.",
    )
    visitor_consent_wordings = Field(NonNull(List(NonNull(ConsentWording))), access=ANYONE)
    visitor_data_kept_days = Field(
        Int, required=True, access=ANYONE, description="How long after a fair what says who a visitor was is kept."
    )
    visitors = ConnectionField(
        VisitorCountableConnection, expo_id=ID(required=True), filter=VisitorFilterInput(), access=STAFF
    )
    visitors_by_country = Field(NonNull(List(NonNull(CountryCount))), expo_id=ID(required=True), access=STAFF, size=100)

    @staticmethod
    def resolve_visitor(
        root: Any, info: Any, expo_id: str | None = None, token: str | None = None
    ) -> VisitorRow | None:
        return visitor_if_any(info, expo_id, token)

    @staticmethod
    def resolve_my_fair_visits(root: Any, info: Any) -> list[VisitorRow]:
        visits = visits_of(info.context.actor).select_related("expo").order_by("-expo__starts_on", "pk")[:50]
        return [opened(info, visitor) for visitor in visits]

    @staticmethod
    def resolve_visitor_consent_wordings(root: Any, info: Any) -> list[Wording]:
        return list(wordings_now().values())

    @staticmethod
    def resolve_visitor_data_kept_days(root: Any, info: Any) -> int:
        return days_kept(day_here(info.context.now))

    @staticmethod
    def resolve_visitors(root: Any, info: Any, expo_id: str, filter: Any = None) -> QuerySet[VisitorRow]:
        listed = VisitorRow.objects.filter(expo=expo_of(info, expo_id, "expo_id"))
        return _filtered(listed.filter(withdrawn_at__isnull=True, forgotten_at__isnull=True), filter or {})

    @staticmethod
    def resolve_visitors_by_country(root: Any, info: Any, expo_id: str) -> list[Count]:
        return visitors_by_country(expo_of(info, expo_id, "expo_id"))


class VisitorMutations(ObjectType):
    """For visitors."""

    visitor_register = VisitorRegister.Field()
    visitor_link_request = VisitorLinkRequest.Field()
    visitor_confirm = VisitorConfirm.Field()
    visitor_update = VisitorUpdate.Field()
    visitor_withdraw = VisitorWithdraw.Field()


def _filtered(visitors: QuerySet[VisitorRow], wanted: Any) -> QuerySet[VisitorRow]:
    for word in fold((wanted.get("search") or "")[:100]).split()[:6]:
        visitors = visitors.filter(search_text__contains=word)
    if wanted.get("kind"):
        visitors = visitors.filter(kind=str(wanted["kind"]))
    if wanted.get("country"):
        visitors = visitors.filter(country=wanted["country"][:2].upper())
    if wanted.get("is_confirmed") is not None:
        visitors = visitors.filter(confirmed_at__isnull=not wanted["is_confirmed"])
    return visitors.order_by("name", "pk")
