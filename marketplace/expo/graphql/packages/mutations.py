"""``fairPackageCreate``, ``fairPackageUpdate``, ``fairPackagePriceSet``, ``fairTermsPublish``, ``fairOrganiserSet``."""

from datetime import date
from decimal import Decimal as Number
from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from i18n.today import today_here
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, caller, expo_of, row_of
from marketplace.expo.graphql.inputs import given
from marketplace.expo.graphql.packages.types import FairOrganiser, FairPackage, FairPriceKindEnum, FairTerms
from marketplace.expo.packages.offer import PackagePlan, create_package, update_package
from marketplace.expo.packages.package import FairPackage as PackageRow
from marketplace.expo.packages.prices import PriceDraft, read_money, set_package_price
from marketplace.expo.packages.publish_terms import publish_terms
from marketplace.expo.packages.set_organiser import set_organiser
from marketplace.graphql import (
    ID,
    Boolean,
    Date,
    Decimal,
    Field,
    InputObjectType,
    Int,
    List,
    Mutation,
    NonNull,
    String,
)


class FairPackageInput(InputObjectType):
    """What is left out stays as it is, or as usual at first."""

    name = String()
    description = String(description="What is in it, a line each.")
    source_language = LanguageCodeEnum()
    least_area = Decimal(description="Square metres.")
    badge_allowance = Int()
    is_offered = Boolean()
    position = Int()


class FairPackageCreate(Mutation):
    """Offer one more package to exhibitors."""

    class Arguments:
        expo_id = ID(required=True)
        input = FairPackageInput(required=True)

    class Meta:
        access = STAFF
        creates = True
        known_errors = errors.REFUSED

    fair_package = Field(FairPackage)

    @classmethod
    def perform(cls, info: Any, *, expo_id: str, input: Any) -> dict[str, Any]:
        plan = PackagePlan(**{"name": "", **given(input)})
        return {"fair_package": create_package(expo=expo_of(info, expo_id, "expo_id"), plan=plan)}


class FairPackageUpdate(Mutation):
    """Change a package; contracts made before keep what they say."""

    class Arguments:
        id = ID(required=True)
        input = FairPackageInput(required=True)

    class Meta:
        access = STAFF
        known_errors = errors.REFUSED

    fair_package = Field(FairPackage)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        return {"fair_package": update_package(package=_package(id), changes=given(input))}


class FairPackagePriceSet(Mutation):
    """Let a price hold from a day on, today at the earliest."""

    class Arguments:
        package_id = ID(required=True)
        kind = FairPriceKindEnum(required=True)
        amount = Decimal(required=True, description="Before tax.")
        currency = String(required=True, description="ISO 4217.")
        effective_from = Date(description="Today when left out.")

    class Meta:
        access = STAFF
        known_errors = errors.REFUSED

    fair_package = Field(FairPackage)

    @classmethod
    def perform(
        cls,
        info: Any,
        *,
        package_id: str,
        kind: Any,
        amount: Number,
        currency: str,
        effective_from: date | None = None,
    ) -> dict[str, Any]:
        package, today = _package(package_id, "package_id"), today_here()
        draft = PriceDraft(str(kind), read_money(amount, currency.upper()[:10]), effective_from or today)
        set_package_price(package=package, draft=draft, today=today)
        return {"fair_package": package}


class FairTermsTextInput(InputObjectType):
    """The terms in one language."""

    language_code = LanguageCodeEnum(required=True)
    text = String(required=True)


class FairTermsPublish(Mutation):
    """Publish the next version of a fair's terms; the same words again are no new version."""

    class Arguments:
        expo_id = ID(required=True)
        texts = List(NonNull(FairTermsTextInput), required=True, description="Vietnamese among them.")

    class Meta:
        access = STAFF
        creates = True
        known_errors = errors.REFUSED

    fair_terms = Field(FairTerms)

    @classmethod
    def perform(cls, info: Any, *, expo_id: str, texts: Any) -> dict[str, Any]:
        wording = {str(each["language_code"]): each["text"] for each in texts}
        expo = expo_of(info, expo_id, "expo_id")
        return {"fair_terms": publish_terms(expo=expo, wording=wording, by=caller(info), now=info.context.now)}


class FairOrganiserInput(InputObjectType):
    """What is left out stays as it is."""

    name = String()
    address = String()
    tax_code = String()
    representative = String(description="Who signs, with the office they hold.")
    email = String()
    phone = String()
    bank_name = String()
    bank_account_holder = String()
    bank_account_number = String()
    bic = String()
    number_prefix = String(description="Letters, digits and hyphens; fixed once a paper carries it.")
    days_to_pay = Int()


class FairOrganiserSet(Mutation):
    """Say who organises a fair; papers made before keep what they say."""

    class Arguments:
        expo_id = ID(required=True)
        input = FairOrganiserInput(required=True)

    class Meta:
        access = STAFF
        known_errors = errors.REFUSED

    fair_organiser = Field(FairOrganiser)

    @classmethod
    def perform(cls, info: Any, *, expo_id: str, input: Any) -> dict[str, Any]:
        return {"fair_organiser": set_organiser(expo=expo_of(info, expo_id, "expo_id"), values=given(input))}


def _package(global_id: str, field: str = "id") -> PackageRow:
    return row_of(PackageRow.objects.all(), "FairPackage", global_id, field)
