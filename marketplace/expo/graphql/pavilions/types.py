"""Pavilions and firms that share a booth, in the API."""

from typing import Any

from i18n.graphql.localized import localized_texts, localized_type
from i18n.graphql.types.country import CountryDisplay
from i18n.graphql.types.language import LanguageDisplay, language_argument
from marketplace.expo.graphql.access import STAFF
from marketplace.expo.pavilions.pavilion import Pavilion as PavilionRow
from marketplace.graphql import ANYONE, ID, Field, ObjectType, String, batch

PavilionLocalized = localized_type("PavilionLocalized", required=["name"])


class Pavilion(ObjectType):
    """A group of exhibitors of one country or association."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    name = Field(String, required=True, description="As the organiser wrote it; see localized.")
    source_language = Field(LanguageDisplay, required=True)
    localized = Field(PavilionLocalized, required=True, language_code=language_argument())
    country = Field(CountryDisplay, description="Null for an association of several countries.")
    colour = Field(String, required=True, description="On the plan, as #9a3324.")
    contact_name = Field(String, access=STAFF)
    contact_email = Field(String, access=STAFF)

    resolve_localized = localized_texts(PavilionRow.SUBJECT, ["name"])

    @staticmethod
    @batch
    def resolve_country(pavilions: list[PavilionRow], info: Any) -> list[str | None]:
        return [pavilion.country or None for pavilion in pavilions]


class CoExhibitor(ObjectType):
    """A firm that shares an exhibitor's booth."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    name = Field(String, required=True)
    country = Field(CountryDisplay, required=True)
    website_url = Field(String)
    tax_code = Field(String, access=STAFF)

    @staticmethod
    @batch
    def resolve_website_url(firms: list[Any], info: Any) -> list[str | None]:
        return [firm.website_url or None for firm in firms]
