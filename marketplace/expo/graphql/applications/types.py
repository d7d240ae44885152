"""Applications to exhibit, in the API."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from i18n.graphql.types.country import CountryDisplay
from i18n.graphql.types.language import LanguageDisplay
from marketplace.expo.applications.application import ApplicationStatus, ApplicationStep
from marketplace.expo.applications.application import FairApplication as ApplicationRow
from marketplace.expo.exhibitor import Exhibitor as ExhibitorRow
from marketplace.expo.graphql.access import STAFF
from marketplace.expo.graphql.packages.types import FairPackage, FairTerms
from marketplace.expo.graphql.pavilions.types import Pavilion
from marketplace.expo.graphql.types.exhibitor import Exhibitor
from marketplace.expo.graphql.types.expo import Expo
from marketplace.expo.graphql.types.hall import BoothKindEnum, Hall
from marketplace.graphql import (
    ID,
    Boolean,
    DateTime,
    Decimal,
    Enum,
    Field,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    connection_type,
    object_rule,
    related,
)
from marketplace.sellers.graphql.types.seller import Seller
from marketplace.sellers.models import Seller as SellerRow

FairApplicationStatusEnum = Enum.from_enum(
    enum.StrEnum("FairApplicationStatusEnum", {name: name for name in ApplicationStatus.names}),
    description="DRAFT is with the applicant, SUBMITTED with the organiser; WAITLISTED has no place yet.",
)


def _is_own(context: Any, applications: Sequence[Any]) -> list[bool]:
    return [context.actor.id is not None and each.user_id == context.actor.id for each in applications]


OWN = STAFF | object_rule("having applied", _is_own)


@dataclass(frozen=True, slots=True)
class CoExhibitorLine:
    """A firm of an application, with whose application it is."""

    user_id: int | None
    name: str
    country: str


@dataclass(frozen=True, slots=True)
class Step:
    """A line of history, with whose application it is."""

    user_id: int | None
    status: str
    reason: str | None
    at: datetime


class FairApplicationCoExhibitor(ObjectType):
    """A firm that is to share the booth."""

    class Meta:
        access = OWN

    name = Field(String, required=True)
    country = Field(CountryDisplay, required=True)


class FairApplicationStep(ObjectType):
    """One line of an application's history."""

    class Meta:
        access = OWN

    status = Field(FairApplicationStatusEnum, required=True)
    reason = Field(String)
    at = Field(DateTime, required=True)


class FairApplication(ObjectType):
    """A firm's application to exhibit. For who applied, and staff."""

    class Meta:
        access = OWN

    id = Field(ID, required=True)
    status = Field(FairApplicationStatusEnum, required=True)
    expo = Field(Expo, required=True)
    exhibitor = Field(Exhibitor, description="What became of it.")
    listed_exhibitor = Field(
        Exhibitor,
        access=STAFF,
        description="Who is listed at the fair under the same tax code: approving makes the applicant its manager.",
    )
    seller = Field(Seller, description="The seller of the marketplace that applied.")
    language = Field(LanguageDisplay, required=True, description="Of letters and papers.")
    name = Field(String, required=True)
    country = Field(CountryDisplay, required=True)
    tax_code = Field(String, required=True)
    address = Field(String, required=True)
    website_url = Field(String, required=True)
    contact_name = Field(String, required=True)
    email = Field(String, required=True)
    phone = Field(String, required=True)
    fair_package = Field(FairPackage)
    pavilion = Field(Pavilion)
    hall = Field(Hall)
    currency = Field(String, required=True, description="ISO 4217.")
    area = Field(Decimal, description="Square metres wanted.")
    booth_kind = Field(BoothKindEnum, required=True)
    wished_booths = Field(String, required=True)
    power_kilowatts = Field(Decimal, required=True)
    needs_water = Field(Boolean, required=True)
    products = Field(String, required=True)
    categories = Field(NonNull(List(NonNull(String))))
    co_exhibitors = Field(NonNull(List(NonNull(FairApplicationCoExhibitor))))
    note = Field(String, required=True)
    terms = Field(FairTerms, description="The version that was accepted.")
    accepted_at = Field(DateTime)
    submitted_at = Field(DateTime)
    decided_at = Field(DateTime)
    reason = Field(String, required=True, description="Of the organiser's last decision, as the applicant reads it.")
    created_at = Field(DateTime, required=True)
    steps = Field(NonNull(List(NonNull(FairApplicationStep))), description="Its history, the oldest first.")

    resolve_expo = related("expo")
    resolve_exhibitor = related("exhibitor")
    resolve_seller = related("seller", queryset=lambda info: SellerRow.objects.approved())
    resolve_fair_package = related("package")
    resolve_pavilion = related("pavilion")
    resolve_hall = related("hall")
    resolve_terms = related("terms")

    @staticmethod
    @batch
    def resolve_co_exhibitors(applications: list[ApplicationRow], info: Any) -> list[list[Any]]:
        return [
            [CoExhibitorLine(application.user_id, each["name"], each["country"]) for each in application.co_exhibitors]
            for application in applications
        ]

    @staticmethod
    @batch
    def resolve_steps(applications: list[ApplicationRow], info: Any) -> list[list[Any]]:
        rows: dict[int, list[Any]] = {application.pk: [] for application in applications}
        for step in ApplicationStep.objects.filter(application__in=list(rows)).order_by("pk"):
            rows[step.application_id].append(step)
        return [
            [Step(application.user_id, step.status, step.reason or None, step.at) for step in rows[application.pk]]
            for application in applications
        ]

    @staticmethod
    @batch
    def resolve_listed_exhibitor(applications: list[ApplicationRow], info: Any) -> list[ExhibitorRow | None]:
        codes = {application.tax_code for application in applications} - {""}
        expos = {application.expo_id for application in applications}
        rows = ExhibitorRow.objects.filter(expo__in=expos, tax_code__in=codes)
        listed = {(row.expo_id, row.tax_code): row for row in rows}
        return [listed.get((each.expo_id, each.tax_code)) for each in applications]


FairApplicationCountableConnection = connection_type(FairApplication)
