"""Packages, terms and the organiser of a fair, in the API."""

import enum
from datetime import date
from typing import Any

from i18n.graphql.localized import localized_texts, localized_type
from i18n.graphql.types.language import LanguageDisplay, language_argument
from i18n.graphql.types.money import Money
from i18n.money import Money as Amount
from i18n.today import today_here
from marketplace.expo.graphql.access import STAFF
from marketplace.expo.packages.package import FairPackage as PackageRow
from marketplace.expo.packages.package import PriceKind
from marketplace.expo.packages.prices import prices_of
from marketplace.expo.packages.terms import TermsVersion
from marketplace.graphql import (
    ANYONE,
    ID,
    Boolean,
    Date,
    DateTime,
    Decimal,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
)

FairPriceKindEnum = Enum.from_enum(
    enum.StrEnum("FairPriceKindEnum", {name: name for name in PriceKind.names}),
    description="What an amount is for. SQUARE_METRE where the booth has no price of its own; POWER is per kilowatt.",
)
FairPackageLocalized = localized_type("FairPackageLocalized", required=["name"], optional=["description"])


class FairPackagePrice(ObjectType):
    """What one thing costs, before tax, from a day on."""

    class Meta:
        access = ANYONE

    kind = Field(FairPriceKindEnum, required=True)
    price = Field(Money, required=True)
    effective_from = Field(Date, required=True)


class FairPackage(ObjectType):
    """A way to exhibit."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    name = Field(String, required=True, description="As the organiser wrote it; see localized.")
    description = Field(String, required=True, description="What is in it, a line each; see localized.")
    source_language = Field(LanguageDisplay, required=True)
    localized = Field(FairPackageLocalized, required=True, language_code=language_argument())
    least_area = Field(Decimal, required=True, description="Square metres.")
    badge_allowance = Field(Int, required=True, description="How many badges of its people are in the price.")
    is_offered = Field(Boolean, required=True)
    position = Field(Int, required=True)
    prices = Field(
        NonNull(List(NonNull(FairPackagePrice))),
        on=Date(description="Defaults to today in Vietnam."),
        description="In force on a day, by kind and currency.",
    )

    resolve_localized = localized_texts(PackageRow.SUBJECT, ["name", "description"])

    @staticmethod
    @batch
    def resolve_prices(packages: list[PackageRow], info: Any, on: date | None = None) -> list[list[dict[str, Any]]]:
        found = prices_of(packages, on=on or today_here())
        return [[_price(*each) for each in found.get(package.pk, [])] for package in packages]


def _price(kind: str, money: Amount, effective_from: date) -> dict[str, Any]:
    return {"kind": kind, "price": money, "effective_from": effective_from}


class FairTermsText(ObjectType):
    """The terms in one language."""

    class Meta:
        access = ANYONE

    language = Field(LanguageDisplay, required=True)
    text = Field(String, required=True)


class FairTerms(ObjectType):
    """One version of the terms that exhibitors accept. It never changes."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    number = Field(Int, required=True)
    published_at = Field(DateTime, required=True)
    wording = Field(
        FairTermsText, required=True, language_code=language_argument(), description="The nearest text there is."
    )
    texts = Field(NonNull(List(NonNull(FairTermsText))), size=7)

    @staticmethod
    @batch
    def resolve_wording(
        versions: list[TermsVersion], info: Any, language_code: str | None = None
    ) -> list[dict[str, str]]:
        wanted = str(language_code or info.context.language)
        found = [version.text_in(wanted) for version in versions]
        return [{"text": text, "language": language} for text, language in found]

    @staticmethod
    @batch
    def resolve_texts(versions: list[TermsVersion], info: Any) -> list[list[dict[str, str]]]:
        return [
            [{"language": language, "text": text} for language, text in version.texts.items()] for version in versions
        ]


class FairOrganiser(ObjectType):
    """The party of a fair's contracts, and where its invoices are paid."""

    class Meta:
        access = STAFF

    name = Field(String, required=True)
    address = Field(String, required=True)
    tax_code = Field(String, required=True)
    representative = Field(String, required=True)
    email = Field(String, required=True)
    phone = Field(String, required=True)
    bank_name = Field(String, required=True)
    bank_account_holder = Field(String, required=True)
    bank_account_number = Field(String, required=True)
    bic = Field(String, required=True)
    number_prefix = Field(String, required=True, description="What the numbers of contracts and invoices begin with.")
    days_to_pay = Field(Int, required=True)
