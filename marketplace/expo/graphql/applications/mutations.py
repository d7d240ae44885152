"""What applicants do: ``fairApplicationCreate``, ``…Update``, ``…Submit``, ``…Withdraw``."""

from typing import Any

from marketplace.accounts.graphql.access import signed_in_user
from marketplace.expo.applications.application import FairApplication as ApplicationRow
from marketplace.expo.applications.draft import change_application, start_application
from marketplace.expo.applications.submit import submit_application, withdraw_application
from marketplace.expo.exhibition import Expo
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import row_of, visible_expos
from marketplace.expo.graphql.applications.types import FairApplication
from marketplace.expo.graphql.pavilions.mutations import CoExhibitorInput
from marketplace.expo.graphql.types.hall import BoothKindEnum
from marketplace.expo.hall import Hall
from marketplace.expo.packages.package import FairPackage
from marketplace.expo.packages.terms import TermsVersion
from marketplace.expo.pavilions.pavilion import Pavilion
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    Decimal,
    Field,
    InputObjectType,
    List,
    Mutation,
    NonNull,
    String,
)
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.member import MemberRole

CODES = ("WRONG_STATE", "CLOSED", "TOO_MANY", "TAX_CODE_INVALID", "TOO_SMALL", "OUTDATED")


class FairApplicationInput(InputObjectType):
    """A draft can be kept with little of it; what is left out stays as it is."""

    name = String()
    country = String(description="ISO 3166-1 alpha-2; VN when left out.")
    tax_code = String()
    address = String()
    website_url = String()
    contact_name = String()
    email = String()
    phone = String()
    package_id = ID()
    pavilion_id = ID()
    hall_id = ID(description="The hall it would like best.")
    currency = String(description="ISO 4217; VND when left out.")
    area = Decimal(description="Square metres wanted.")
    booth_kind = BoothKindEnum()
    wished_booths = String(description="Codes of booths it would like.")
    power_kilowatts = Decimal()
    needs_water = Boolean()
    products = String(description="What it will show.")
    categories = List(NonNull(String))
    co_exhibitors = List(NonNull(CoExhibitorInput), description="At most 20; these are all of them.")
    note = String()


class FairApplicationCreate(Mutation):
    """Begin an application, while exhibitors may apply. What is known of a seller is filled in."""

    class Arguments:
        expo_id = ID(required=True)
        seller_id = ID(description="A seller of which the caller is owner or manager.")
        input = FairApplicationInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        error_codes = CODES
        known_errors = errors.REFUSED

    fair_application = Field(FairApplication)

    @classmethod
    def perform(cls, info: Any, *, expo_id: str, input: Any, seller_id: str | None = None) -> dict[str, Any]:
        user = signed_in_user(info)
        expo = row_of(visible_expos(info), "Expo", expo_id, "expo_id")
        seller = seller_for(info, seller_id, MemberRole.MANAGER, field="seller_id") if seller_id is not None else None
        made = start_application(
            expo=expo, user=user, seller=seller, values=fields_of(expo, input), now=info.context.now
        )
        return {"fair_application": made}


class FairApplicationUpdate(Mutation):
    """Change a draft of one's own."""

    class Arguments:
        id = ID(required=True)
        input = FairApplicationInput(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = CODES
        known_errors = errors.REFUSED

    fair_application = Field(FairApplication)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        application = own_application(info, id)
        changes = fields_of(application.expo, input)
        return {"fair_application": change_application(application=application, changes=changes, now=info.context.now)}


class FairApplicationSubmit(Mutation):
    """Hand in an application of one's own, accepting the terms in force. Handing in twice changes nothing."""

    class Arguments:
        id = ID(required=True)
        terms_id = ID(description="The version of the terms that the applicant has read and accepts.")

    class Meta:
        access = SIGNED_IN
        error_codes = CODES
        known_errors = errors.REFUSED

    fair_application = Field(FairApplication)

    @classmethod
    def perform(cls, info: Any, *, id: str, terms_id: str | None = None) -> dict[str, Any]:
        user, application = signed_in_user(info), own_application(info, id)
        versions = TermsVersion.objects.filter(expo_id=application.expo_id)
        terms = row_of(versions, "FairTerms", terms_id, "terms_id") if terms_id is not None else None
        made = submit_application(application=application, terms=terms, by=user, now=info.context.now)
        return {"fair_application": made}


class FairApplicationWithdraw(Mutation):
    """Take back an application of one's own before it is decided."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = CODES
        known_errors = errors.REFUSED

    fair_application = Field(FairApplication)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        user, application = signed_in_user(info), own_application(info, id)
        return {"fair_application": withdraw_application(application=application, by=user, now=info.context.now)}


def own_application(info: Any, global_id: str) -> ApplicationRow:
    """An application of the caller. Raises `InputError` NOT_FOUND for anybody else's."""
    rows = ApplicationRow.objects.select_related("expo").filter(user_id=info.context.actor.id)
    return row_of(rows, "FairApplication", global_id, "id")


def fields_of(expo: Expo, given: Any) -> dict[str, Any]:
    """The fields that were filled, with ids as rows of the fair. Raises `InputError` NOT_FOUND."""
    values = {name: value for name, value in given.items() if value is not None}
    rows: dict[str, Any] = {
        "package": FairPackage.objects.filter(expo=expo),
        "hall": Hall.objects.filter(expo=expo),
        "pavilion": Pavilion.objects.filter(expo=expo),
    }
    types = {"package": "FairPackage", "hall": "Hall", "pavilion": "Pavilion"}
    for name, found in rows.items():
        global_id = values.pop(f"{name}_id", None)
        if global_id:
            values[name] = row_of(found, types[name], global_id, f"{name}_id")
    if "booth_kind" in values:
        values["booth_kind"] = str(values["booth_kind"])
    if "co_exhibitors" in values:
        filled = [{key: value for key, value in each.items() if value is not None} for each in values["co_exhibitors"]]
        values["co_exhibitors"] = filled
    return values
