"""Visitors of fairs in the API."""

from typing import Any

from catalog.graphql.types.category import Category
from catalog.models import Category as CategoryRow
from i18n.graphql.types.country import CountryDisplay
from i18n.graphql.types.language import LanguageDisplay
from i18n.messages import gettext
from marketplace.expo.badges.badge import Badge as BadgeRow
from marketplace.expo.exhibition import Expo as ExpoRow
from marketplace.expo.graphql.access import STAFF
from marketplace.expo.graphql.badges.types import Badge
from marketplace.expo.graphql.types.expo import Expo
from marketplace.expo.graphql.visitor_access import of_visitor
from marketplace.expo.visitors.visitor import ConsentPurpose, VisitorConsent, VisitorKind
from marketplace.expo.visitors.visitor import Visitor as VisitorRow
from marketplace.expo.visitors.wording import Wording, wording_text
from marketplace.graphql import (
    ANYONE,
    ID,
    Boolean,
    DateTime,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    connection_type,
    related,
    related_list,
)

VisitorKindEnum = Enum.from_enum(VisitorKind, description="Why somebody comes to a fair.")
ConsentPurposeEnum = Enum.from_enum(
    ConsentPurpose,
    name="VisitorConsentPurposeEnum",
    description="LEADS: exhibitors who scan the badge may write. MATCHMAKING: interests are compared with what is "
    "shown. NEWS: letters of the organiser. PHOTOS: being recognisable in published photographs.",
)


class ConsentWording(ObjectType):
    """What visitors are asked to agree to."""

    class Meta:
        access = ANYONE
        name = "VisitorConsentWording"

    purpose = Field(ConsentPurposeEnum, required=True)
    version = Field(String, required=True, description="Kept with every consent.")
    text = Field(String, required=True, description="In the language of the request.")

    @staticmethod
    @batch
    def resolve_text(wordings: list[Wording], info: Any) -> list[str]:
        return [gettext(info.context.language, wording.text) for wording in wordings]


class Consent(ObjectType):
    """Something a visitor agreed to, and when; taken back or not."""

    class Meta:
        access = of_visitor(lambda consent: consent.visitor_id)
        name = "VisitorConsent"

    purpose = Field(ConsentPurposeEnum, required=True)
    wording_version = Field(String, required=True)
    wording = Field(String, required=True, description="In the language of the request.")
    given_at = Field(DateTime, required=True)
    withdrawn_at = Field(DateTime)

    @staticmethod
    @batch
    def resolve_wording(consents: list[VisitorConsent], info: Any) -> list[str]:
        return [gettext(info.context.language, wording_text(row.purpose, row.wording_version)) for row in consents]


class Visitor(ObjectType):
    """Somebody registered for a fair."""

    class Meta:
        access = of_visitor(lambda visitor: visitor.pk)
        id_from = "public_id"

    id = Field(ID, required=True)
    expo = Field(Expo, required=True)
    name = Field(String, required=True)
    firm = Field(String, required=True)
    job_title = Field(String, required=True)
    country = Field(CountryDisplay, required=True)
    language = Field(LanguageDisplay, required=True, description="Of letters and badge.")
    timezone = Field(String, required=True, description="Of the IANA time zone database.")
    email = Field(String, required=True)
    kind = Field(VisitorKindEnum, required=True)
    interests = Field(NonNull(List(NonNull(Category))), size=20, description="Categories of the catalogue.")
    consents = Field(NonNull(List(NonNull(Consent))), description="All that was ever given, by purpose and time.")
    badge = Field(Badge, description="The one in force; null before the registration is confirmed.")
    registered_at = Field(DateTime, required=True)
    confirmed_at = Field(DateTime)
    withdrawn_at = Field(DateTime)
    is_confirmed = Field(Boolean, required=True)

    resolve_expo = related("expo", queryset=lambda info: ExpoRow.objects.all())
    resolve_consents = related_list(
        lambda info: VisitorConsent.objects.order_by("purpose", "given_at", "pk"), by="visitor_id"
    )

    @staticmethod
    @batch
    def resolve_interests(visitors: list[VisitorRow], info: Any) -> list[list[CategoryRow]]:
        rows = CategoryRow.objects.in_bulk({key for visitor in visitors for key in visitor.interests})
        return [[rows[key] for key in visitor.interests if key in rows] for visitor in visitors]

    @staticmethod
    @batch
    def resolve_badge(visitors: list[VisitorRow], info: Any) -> list[BadgeRow | None]:
        keys = [visitor.pk for visitor in visitors]
        rows = BadgeRow.objects.filter(visitor__in=keys, voided_at__isnull=True)
        by_visitor = {row.visitor_id: row for row in rows.select_related("expo", "visitor", "exhibitor")}
        return [by_visitor.get(visitor.pk) for visitor in visitors]

    @staticmethod
    @batch
    def resolve_is_confirmed(visitors: list[VisitorRow], info: Any) -> list[bool]:
        return [visitor.confirmed_at is not None for visitor in visitors]


VisitorCountableConnection = connection_type(Visitor)


class CountryCount(ObjectType):
    """How many visitors of a country registered, and how many of them came."""

    class Meta:
        access = STAFF
        name = "VisitorsOfCountry"

    country = Field(CountryDisplay, required=True)
    registered = Field(Int, required=True)
    came = Field(Int, required=True)
