"""``expoUpdate``."""

from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.expo.arrange import update_expo
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, expo_of
from marketplace.expo.graphql.inputs import given
from marketplace.expo.graphql.types.expo import Expo
from marketplace.graphql import ID, Date, Field, InputObjectType, List, Mutation, NonNull, String


class ExpoUpdateInput(InputObjectType):
    """What is left out stays as it is."""

    name = String()
    starts_on = Date()
    ends_on = Date()
    description = String()
    theme = String()
    source_language = LanguageCodeEnum()
    timezone = String()
    venue = String()
    edition = String()
    series = String(description="The same for all editions of one fair.")
    topics = List(NonNull(String), description="In the organiser's language, at most 20.")
    languages = List(NonNull(LanguageCodeEnum), description="The languages it is held in.")


class ExpoUpdate(Mutation):
    """Change an exhibition."""

    class Arguments:
        id = ID(required=True)
        input = ExpoUpdateInput(required=True)

    class Meta:
        access = STAFF
        known_errors = errors.REFUSED

    expo = Field(Expo)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        return {"expo": update_expo(expo=expo_of(info, id), changes=given(input))}
