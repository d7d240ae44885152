"""``traceStepTranslate``."""

from typing import Any

from catalog.graphql import trace_errors
from catalog.graphql.trace_access import step_for
from catalog.graphql.types.trace_step import TraceStep
from catalog.traceability.translate_step import translate_step
from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.graphql import ID, SIGNED_IN, Field, InputObjectType, Mutation, String


class TraceStepTranslationInput(InputObjectType):
    """An empty text removes its translation."""

    title = String(required=True)
    detail = String()


class TraceStepTranslate(Mutation):
    """Store a step's texts in another language. For managers."""

    class Arguments:
        id = ID(required=True)
        language_code = LanguageCodeEnum(required=True)
        input = TraceStepTranslationInput(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = trace_errors.TRANSLATION

    step = Field(TraceStep)

    @classmethod
    def perform(cls, info: Any, *, id: str, language_code: Any, input: Any) -> dict[str, Any]:
        step = step_for(info, id)
        trace_errors.check_lengths(input)
        translate_step(step=step, language=str(language_code), title=input["title"], detail=input.get("detail") or "")
        return {"step": step}
