"""``expoTranslate``."""

from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.expo.arrange import FIELDS, translate_expo
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, caller, expo_of
from marketplace.expo.graphql.types.expo import Expo
from marketplace.graphql import ID, Field, InputObjectType, Mutation, String


class ExpoTranslationInput(InputObjectType):
    """What is left out stays as it is; an empty text removes the translation."""

    name = String()
    description = String()
    theme = String()


class ExpoTranslate(Mutation):
    """Store an exhibition's texts in another language."""

    class Arguments:
        id = ID(required=True)
        language_code = LanguageCodeEnum(required=True)
        input = ExpoTranslationInput(required=True)

    class Meta:
        access = STAFF
        known_errors = errors.REFUSED

    expo = Field(Expo)

    @classmethod
    def perform(cls, info: Any, *, id: str, language_code: Any, input: Any) -> dict[str, Any]:
        expo = expo_of(info, id)
        texts = {name: input[name] for name in FIELDS if input.get(name) is not None}
        translate_expo(expo=expo, language=str(language_code), texts_given=texts, by=caller(info))
        return {"expo": expo}
