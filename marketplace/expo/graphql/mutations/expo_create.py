"""``expoCreate``."""

from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.expo.arrange import ExpoPlan, create_expo
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF
from marketplace.expo.graphql.inputs import given
from marketplace.expo.graphql.types.expo import Expo
from marketplace.graphql import Date, Field, InputObjectType, List, Mutation, NonNull, String


class ExpoCreateInput(InputObjectType):
    """A new exhibition."""

    name = String(required=True)
    starts_on = Date(required=True)
    ends_on = Date(required=True, description="The last day, that one included.")
    description = String()
    theme = String()
    source_language = LanguageCodeEnum(description="Of name, description and theme; VI when left out.")
    timezone = String(description="Asia/Ho_Chi_Minh when left out.")
    venue = String()
    slug = String(description="Made from the name when left out.")
    edition = String(description="What tells it from its other editions; the year when left out.")
    series = String(description="The same for all editions of one fair; made from the slug when left out.")
    topics = List(NonNull(String), description="In the organiser's language, at most 20.")
    languages = List(NonNull(LanguageCodeEnum), description="The languages it is held in.")


class ExpoCreate(Mutation):
    """Plan an exhibition; it is not public before `expoPublish`."""

    class Arguments:
        input = ExpoCreateInput(required=True)

    class Meta:
        access = STAFF
        creates = True
        known_errors = errors.REFUSED

    expo = Field(Expo)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        return {"expo": create_expo(plan=ExpoPlan(**given(input)))}
