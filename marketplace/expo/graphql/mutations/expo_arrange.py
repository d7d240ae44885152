"""``expoCreate``, ``expoUpdate``, ``expoPublish``, ``expoTranslate``."""

from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.expo.arrange import FIELDS, ExpoPlan, create_expo, publish_expo, translate_expo, update_expo
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, caller, expo_of
from marketplace.expo.graphql.types.expo import Expo
from marketplace.graphql import ID, Boolean, Date, Field, InputObjectType, Mutation, String


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


class ExpoTranslationInput(InputObjectType):
    """What is left out stays as it is; an empty text removes the translation."""

    name = String()
    description = String()
    theme = String()


def _plain(given: Any) -> dict[str, Any]:
    values = {name: value for name, value in given.items() if value is not None}
    if "source_language" in values:
        values["source_language"] = str(values["source_language"])
    return values


class ExpoCreate(Mutation):
    """Plan an exhibition; it is not public before `expoPublish`."""

    class Arguments:
        input = ExpoCreateInput(required=True)

    class Meta:
        access = STAFF
        known_errors = errors.REFUSED

    expo = Field(Expo)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        return {"expo": create_expo(plan=ExpoPlan(**_plain(input)))}


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
        return {"expo": update_expo(expo=expo_of(info, id), changes=_plain(input))}


class ExpoPublish(Mutation):
    """Show an exhibition to the public, or hide it."""

    class Arguments:
        id = ID(required=True)
        is_published = Boolean(default_value=True)

    class Meta:
        access = STAFF

    expo = Field(Expo)

    @classmethod
    def perform(cls, info: Any, *, id: str, is_published: bool | None = True) -> dict[str, Any]:
        return {"expo": publish_expo(expo=expo_of(info, id), is_published=is_published is not False)}


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
        given = {name: input[name] for name in FIELDS if input.get(name) is not None}
        translate_expo(expo=expo, language=str(language_code), texts_given=given, by=caller(info))
        return {"expo": expo}
