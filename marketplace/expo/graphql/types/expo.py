"""Exhibitions in the API."""

from typing import Any

from django.db.models import QuerySet

from i18n.graphql.localized import localized_texts, localized_type, stored_translations, translation_type
from i18n.graphql.types.language import LanguageDisplay, language_argument
from i18n.text import fold
from marketplace.expo.arrange import FIELDS
from marketplace.expo.exhibition import Expo as ExpoRow
from marketplace.expo.exhibitor import Exhibitor as ExhibitorRow
from marketplace.expo.graphql.access import STAFF
from marketplace.expo.graphql.types.exhibitor import ExhibitorCountableConnection
from marketplace.expo.graphql.types.hall import Hall
from marketplace.expo.hall import Booth as BoothRow
from marketplace.expo.hall import Hall as HallRow
from marketplace.graphql import (
    ANYONE,
    ID,
    Boolean,
    ConnectionField,
    Date,
    Field,
    InputObjectType,
    List,
    NonNull,
    ObjectType,
    String,
    connection_type,
    integer_key,
    related_connection,
    related_list,
)

ExpoLocalized = localized_type("ExpoLocalized", required=["name"], optional=["description", "theme"])
ExpoTranslation = translation_type("ExpoTranslation", FIELDS)


class ExhibitorFilterInput(InputObjectType):
    """Exhibitors that fit all of it."""

    search = String(description="Words of the name or the categories, with or without accents.")
    hall = ID()
    category = String()
    country = String(description="ISO 3166-1 alpha-2.")


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
    is_published = Field(Boolean, required=True)
    halls = Field(NonNull(List(NonNull(Hall))))
    exhibitors = ConnectionField(ExhibitorCountableConnection, filter=ExhibitorFilterInput(), required=True)

    resolve_localized = localized_texts(ExpoRow.SUBJECT, FIELDS)
    resolve_translations = stored_translations(ExpoRow.SUBJECT, FIELDS)
    resolve_halls = related_list(lambda info: HallRow.objects.order_by("pk"), by="expo_id")

    resolve_exhibitors = related_connection(lambda info, filter=None: _filtered(filter or {}), by="expo_id")


ExpoCountableConnection = connection_type(Expo)


def _filtered(wanted: Any) -> QuerySet[ExhibitorRow]:
    exhibitors = ExhibitorRow.objects.order_by("name", "pk")
    for word in fold((wanted.get("search") or "")[:100]).split()[:6]:
        exhibitors = exhibitors.filter(search_text__contains=word)
    if wanted.get("hall"):
        booths = BoothRow.objects.filter(hall_id=integer_key(wanted["hall"], "Hall"))
        exhibitors = exhibitors.filter(pk__in=booths.values("exhibitor_id"))
    if wanted.get("category"):
        exhibitors = exhibitors.filter(categories_text__contains=f"|{fold(wanted['category'][:50])}|")
    if wanted.get("country"):
        exhibitors = exhibitors.filter(country=wanted["country"][:2].upper())
    return exhibitors
