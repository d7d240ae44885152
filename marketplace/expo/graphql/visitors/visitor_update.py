"""``visitorUpdate``."""

from typing import Any

from marketplace.expo.graphql import errors
from marketplace.expo.graphql.visitor_access import visitor_of
from marketplace.expo.graphql.visitors.inputs import VisitorInput, purposes, visitor_values
from marketplace.expo.graphql.visitors.types import Visitor
from marketplace.expo.visitors.change import change_visitor
from marketplace.graphql import ANYONE, ID, Field, Mutation, String


class VisitorUpdate(Mutation):
    """Change one's own registration: by the mailed link, or signed in by the fair."""

    class Arguments:
        expo_id = ID()
        visitor_token = String()
        input = VisitorInput(required=True)

    class Meta:
        access = ANYONE
        known_errors = errors.REFUSED

    visitor = Field(Visitor)

    @classmethod
    def perform(
        cls, info: Any, *, input: Any, expo_id: str | None = None, visitor_token: str | None = None
    ) -> dict[str, Any]:
        visitor = visitor_of(info, expo_id, visitor_token, confirmed=False)
        changed = change_visitor(
            visitor=visitor,
            changes=visitor_values(input),
            consents=purposes(input),
            read_in=info.context.language,
            now=info.context.now,
        )
        return {"visitor": changed}
