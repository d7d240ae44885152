"""``expoCreate``."""

from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.expo.arrange import ExpoPlan, create_expo
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF
from marketplace.expo.graphql.inputs import given
from marketplace.expo.graphql.types.expo import Expo
from marketplace.graphql import Date, Field, InputObjectType, Mutation, String


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
