"""``visitorWithdraw``."""

from typing import Any

from marketplace.expo.graphql.visitor_access import visitor_of
from marketplace.expo.visitors.change import withdraw_visitor
from marketplace.graphql import ANYONE, ID, Boolean, Field, Mutation, String


class VisitorWithdraw(Mutation):
    """Not come after all: the badge is void, and who it was is forgotten at once."""

    class Arguments:
        expo_id = ID()
        visitor_token = String()

    class Meta:
        access = ANYONE

    withdrawn = Field(Boolean)

    @classmethod
    def perform(cls, info: Any, *, expo_id: str | None = None, visitor_token: str | None = None) -> dict[str, Any]:
        withdraw_visitor(visitor=visitor_of(info, expo_id, visitor_token, confirmed=False), now=info.context.now)
        return {"withdrawn": True}
