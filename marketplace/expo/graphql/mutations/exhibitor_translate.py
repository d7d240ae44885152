"""``exhibitorTranslate``."""

from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.expo.exhibitors import FIELDS, translate_exhibitor
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, caller, exhibitor_of
from marketplace.expo.graphql.types.exhibitor import Exhibitor
from marketplace.graphql import ID, Field, InputObjectType, Mutation, String


class ExhibitorTranslationInput(InputObjectType):
    """What is left out stays as it is; an empty text removes the translation."""

    name = String()
    description = String()


class ExhibitorTranslate(Mutation):
    """Store an exhibitor's texts in another language."""

    class Arguments:
        id = ID(required=True)
        language_code = LanguageCodeEnum(required=True)
        input = ExhibitorTranslationInput(required=True)

    class Meta:
        access = STAFF
        known_errors = errors.REFUSED

    exhibitor = Field(Exhibitor)

    @classmethod
    def perform(cls, info: Any, *, id: str, language_code: Any, input: Any) -> dict[str, Any]:
        exhibitor = exhibitor_of(info, id)
        texts = {name: input[name] for name in FIELDS if input.get(name) is not None}
        translate_exhibitor(exhibitor=exhibitor, language=str(language_code), texts_given=texts, by=caller(info))
        return {"exhibitor": exhibitor}
