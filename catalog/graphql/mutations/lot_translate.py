"""``lotTranslate``."""

from typing import Any

from catalog.graphql import trace_errors
from catalog.graphql.trace_access import lot_for
from catalog.graphql.types.lot import Lot
from catalog.traceability.translate_step import translate_lot
from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.graphql import ID, SIGNED_IN, Field, InputObjectType, Mutation, String


class LotTranslationInput(InputObjectType):
    """An empty text removes the translation."""

    note = String(required=True)


class LotTranslate(Mutation):
    """Store a lot's note in another language. For managers."""

    class Arguments:
        id = ID(required=True)
        language_code = LanguageCodeEnum(required=True)
        input = LotTranslationInput(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = trace_errors.TRANSLATION

    lot = Field(Lot)

    @classmethod
    def perform(cls, info: Any, *, id: str, language_code: Any, input: Any) -> dict[str, Any]:
        lot = lot_for(info, id)
        trace_errors.check_lengths(input)
        translate_lot(lot=lot, language=str(language_code), note=input["note"])
        return {"lot": lot}
