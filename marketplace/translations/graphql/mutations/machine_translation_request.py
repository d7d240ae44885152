"""``machineTranslationRequest``."""

from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from i18n.machine_translation.ask import request_machine_translation
from marketplace.graphql import ID, SIGNED_IN, Field, List, Mutation, NonNull, String
from marketplace.translations.graphql import errors
from marketplace.translations.graphql.access import scope_for, signature
from marketplace.translations.graphql.types.machine import MachineTranslationRequest


class MachineTranslationRequestMutation(Mutation):
    """Have what is missing in a language translated by the machine, and its own earlier texts that are outdated.

    Never touches a person's text. For managers of the seller; without a seller, for staff.
    """

    class Arguments:
        seller = ID()
        language_code = LanguageCodeEnum(required=True)
        product = ID(description="Only this product and its pictures.")
        kinds = List(NonNull(String))

    class Meta:
        access = SIGNED_IN
        creates = True
        name = "MachineTranslationRequestCreate"
        error_codes = ("NOT_CONFIGURED", "NOTHING_TO_DO", "WRONG_STATE")
        known_errors = errors.ENGINE

    request = Field(MachineTranslationRequest)

    @classmethod
    def perform(
        cls, info: Any, *, language_code: Any, seller: str | None = None, product: str | None = None, kinds: Any = None
    ) -> dict[str, Any]:
        scope = scope_for(info, seller)
        request = request_machine_translation(
            narrowing=scope.narrowing(kinds=kinds, product=product),
            language=str(language_code),
            by=signature(info),
            roles=scope.roles,
        )
        return {"request": request}
