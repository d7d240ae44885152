"""Exhibitions in the API."""

from typing import Any

from django.db.models import QuerySet

from catalog.graphql.types.facet import Facet
from i18n.graphql.localized import localized_texts, localized_type, stored_translations, translation_type
from i18n.graphql.types.language import LanguageDisplay, language_argument
from i18n.today import day_here
from marketplace.expo.arrange import FIELDS
from marketplace.expo.directory.choice import chosen
from marketplace.expo.directory.short_address import fair_address
from marketplace.expo.editions.hours import OpeningHours
from marketplace.expo.editions.registration import RegistrationPeriod, open_in, periods_of
from marketplace.expo.exhibition import Expo as ExpoRow
from marketplace.expo.exhibitor import Exhibitor as ExhibitorRow
from marketplace.expo.graphql.access import STAFF, is_staff, visible_expos
from marketplace.expo.graphql.directory.choice_input import ExhibitorFilterInput, choice_of
from marketplace.expo.graphql.directory.facets import facets_of
from marketplace.expo.graphql.directory.fields import calendars_of, routes_of
from marketplace.expo.graphql.directory.types import FairStop
from marketplace.expo.graphql.editions.types import (
    FairOpeningHours,
    FairRegistrationAudienceEnum,
    FairRegistrationPeriod,
)
from marketplace.expo.graphql.manual.types import ManualPage
from marketplace.expo.graphql.packages.types import FairOrganiser, FairPackage, FairTerms
from marketplace.expo.graphql.pavilions.types import Pavilion
from marketplace.expo.graphql.plan.types import BoothPrice
from marketplace.expo.graphql.progress.tasks import FairTask
from marketplace.expo.graphql.types.exhibitor import ExhibitorCountableConnection
from marketplace.expo.graphql.types.hall import Hall
from marketplace.expo.hall import Hall as HallRow
from marketplace.expo.manual.page import ManualPage as ManualPageRow
from marketplace.expo.packages.organiser import Organiser
from marketplace.expo.packages.package import FairPackage as PackageRow
from marketplace.expo.packages.terms import TermsVersion
from marketplace.expo.pavilions.pavilion import Pavilion as PavilionRow
from marketplace.expo.plan.booth_price import BoothPrice as PriceRow
from marketplace.expo.progress.tasks import Task, tasks_of
from marketplace.graphql import (
    ANYONE,
    ID,
    Boolean,
    ConnectionField,
    Date,
    Field,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    connection_type,
    related_connection,
    related_list,
)

ExpoLocalized = localized_type("ExpoLocalized", required=["name"], optional=["description", "theme"])
ExpoTranslation = translation_type("ExpoTranslation", FIELDS)


class Expo(ObjectType):
    """An exhibition."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    slug = Field(String, required=True)
    name = Field(String, required=True, description="In the organiser's language; see localized.")
    source_language = Field(LanguageDisplay, required=True)
    localized = Field(ExpoLocalized, required=True, language_code=language_argument())
    translations = Field(NonNull(List(NonNull(ExpoTranslation))), access=STAFF)
    starts_on = Field(Date, required=True)
    ends_on = Field(Date, required=True, description="The last day, that one included.")
    timezone = Field(String, required=True, description="Of the IANA time zone database.")
    venue = Field(String, required=True)
    edition = Field(String, required=True, description="What tells it from the fair's other editions: 2027.")
    series = Field(String, required=True, description="The same for all editions of one fair; empty: it has no others.")
    editions = Field(
        NonNull(List(NonNull(lambda: Expo))), size=10, description="All editions of this fair, the latest first."
    )
    tasks = Field(NonNull(List(NonNull(FairTask))), access=STAFF, cost=10, description="What staff still have to do.")
    topics = Field(NonNull(List(NonNull(String))), description="In the organiser's language.")
    languages = Field(NonNull(List(NonNull(LanguageDisplay))), description="The languages it is held in.")
    opening_hours = Field(NonNull(List(NonNull(FairOpeningHours))), description="By day and time.")
    registration_periods = Field(NonNull(List(NonNull(FairRegistrationPeriod))))
    registration_open = Field(
        Boolean, required=True, audience=FairRegistrationAudienceEnum(required=True), description="Now."
    )
    is_published = Field(Boolean, required=True)
    halls = Field(NonNull(List(NonNull(Hall))))
    booth_prices = Field(NonNull(List(NonNull(BoothPrice))), description="By kind, currency and day, past ones too.")
    packages = Field(
        NonNull(List(NonNull(FairPackage))), description="Ways to exhibit; staff see those not offered any more too."
    )
    terms = Field(FairTerms, description="Those in force for exhibitors; null while there are none.")
    organiser = Field(FairOrganiser, access=STAFF)
    pavilions = Field(NonNull(List(NonNull(Pavilion))))
    manual_pages = Field(NonNull(List(NonNull(ManualPage))), access=STAFF, description="The exhibitor manual.")
    exhibitors = ConnectionField(ExhibitorCountableConnection, filter=ExhibitorFilterInput(), required=True)
    exhibitor_facets = Field(
        NonNull(List(NonNull(Facet))),
        filter=ExhibitorFilterInput(),
        size=5,
        description="hall, category, goods, country and sells_here: how many exhibitors each choice would show.",
    )
    route = Field(
        NonNull(List(NonNull(FairStop))),
        exhibitor_ids=List(NonNull(ID)),
        size=50,
        description="A short way to these exhibitors and to those that the signed-in caller keeps.",
    )
    calendar = Field(
        String, required=True, language_code=language_argument(), description="As a calendar file (RFC 5545)."
    )
    short_address = Field(String, required=True, description="For paper: leads to the fair in the reader's language.")

    resolve_localized = localized_texts(ExpoRow.SUBJECT, FIELDS)
    resolve_translations = stored_translations(ExpoRow.SUBJECT, FIELDS)
    resolve_opening_hours = related_list(
        lambda info: OpeningHours.objects.order_by("day", "opens_at", "pk"), by="expo_id"
    )
    resolve_registration_periods = related_list(lambda info: RegistrationPeriod.objects.order_by("pk"), by="expo_id")
    resolve_booth_prices = related_list(
        lambda info: PriceRow.objects.order_by("kind", "currency", "effective_from"), by="expo_id"
    )
    resolve_halls = related_list(lambda info: HallRow.objects.order_by("pk"), by="expo_id")

    @staticmethod
    @batch
    def resolve_tasks(expos: list[ExpoRow], info: Any) -> list[list[Task]]:
        found = tasks_of(expos, day_here(info.context.now))
        return [found[expo.pk] for expo in expos]

    resolve_packages = related_list(
        lambda info: PackageRow.objects.order_by("position", "pk").filter(
            **({} if is_staff(info) else {"is_offered": True})
        ),
        by="expo_id",
    )
    resolve_pavilions = related_list(lambda info: PavilionRow.objects.order_by("name", "pk"), by="expo_id")
    resolve_manual_pages = related_list(lambda info: ManualPageRow.objects.order_by("position", "pk"), by="expo_id")

    @staticmethod
    @batch
    def resolve_terms(expos: list[ExpoRow], info: Any) -> list[TermsVersion | None]:
        rows = TermsVersion.objects.filter(expo__in=expos).order_by("number")
        latest = {row.expo_id: row for row in rows}
        return [latest.get(expo.pk) for expo in expos]

    @staticmethod
    @batch
    def resolve_organiser(expos: list[ExpoRow], info: Any) -> list[Organiser | None]:
        found = {row.expo_id: row for row in Organiser.objects.filter(expo__in=expos)}
        return [found.get(expo.pk) for expo in expos]

    @staticmethod
    @batch
    def resolve_editions(expos: list[ExpoRow], info: Any) -> list[list[ExpoRow]]:
        series = {expo.series for expo in expos} - {""}
        found = list(visible_expos(info).filter(series__in=series).order_by("-starts_on", "-pk")) if series else []
        return [[row for row in found if row.series == expo.series] or [expo] for expo in expos]

    @staticmethod
    @batch
    def resolve_registration_open(expos: list[ExpoRow], info: Any, audience: Any) -> list[bool]:
        periods = periods_of(expos, str(audience))
        return [open_in(expo, periods.get(expo.pk), info.context.now) for expo in expos]

    resolve_exhibitors = related_connection(lambda info, filter=None: _filtered(filter), by="expo_id")
    resolve_exhibitor_facets = batch(facets_of)
    resolve_route = batch(routes_of)
    resolve_calendar = batch(calendars_of)

    @staticmethod
    @batch
    def resolve_short_address(expos: list[ExpoRow], info: Any) -> list[str]:
        return [fair_address(expo.slug) for expo in expos]


ExpoCountableConnection = connection_type(Expo)


def _filtered(wanted: Any) -> QuerySet[ExhibitorRow]:
    return chosen(ExhibitorRow.objects.order_by("name", "pk"), choice_of(wanted))
