"""``visitorConfirm``."""

from typing import Any

from marketplace.expo.graphql.visitor_access import visitor_of
from marketplace.expo.graphql.visitors.types import Visitor
from marketplace.expo.visitors.confirm import confirm_visitor
from marketplace.graphql import ANYONE, Field, Mutation, String


class VisitorConfirm(Mutation):
    """The letter arrived: the registration counts, and there is a badge. A second time changes nothing."""

    class Arguments:
        visitor_token = String(required=True, description="Of the mailed link.")

    class Meta:
        access = ANYONE

    visitor = Field(Visitor)

    @classmethod
    def perform(cls, info: Any, *, visitor_token: str) -> dict[str, Any]:
        visitor = visitor_of(info, None, visitor_token, confirmed=False)
        return {"visitor": confirm_visitor(visitor=visitor, now=info.context.now)}
