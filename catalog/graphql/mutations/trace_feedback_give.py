"""``traceFeedbackGive``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.shopper_access import code_for
from catalog.traceability.shopper.feedback.give import give_feedback
from marketplace.graphql import ANYONE, Boolean, Field, InputObjectType, Int, Mutation, String


class TraceFeedbackGiveInput(InputObjectType):
    """A word to the maker, without a name."""

    code = String(required=True, description="As typed or scanned.")
    rating = Int(required=True, description="One to five stars.")
    text = String()


class TraceFeedbackGive(Mutation):
    """Tell the maker of a piece something. Only the seller's people read it."""

    class Arguments:
        input = TraceFeedbackGiveInput(required=True)

    class Meta:
        access = ANYONE
        creates = True
        error_codes = ("TOO_MANY",)
        known_errors = errors.REFUSED

    given = Field(Boolean)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        context = info.context
        give_feedback(
            code=code_for(input["code"]),
            rating=input["rating"],
            text=input.get("text") or "",
            language=context.language,
            now=context.now,
        )
        return {"given": True}
