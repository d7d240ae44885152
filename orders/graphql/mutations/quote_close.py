"""``quoteDecline`` and ``quoteWithdraw``: say no."""

from typing import Any

from i18n.graphql.bounded import bounded
from marketplace.graphql import ID, SIGNED_IN, Field, Mutation, String
from orders.graphql.quote_access import quote_for
from orders.graphql.quote_refusals import MOVE
from orders.graphql.types.quote import Quote
from orders.quotes.decline import decline_quote, withdraw_quote


class QuoteDecline(Mutation):
    """Say no to what the other side said last."""

    class Arguments:
        id = ID(required=True)
        reason = String()

    class Meta:
        access = SIGNED_IN
        error_codes = ("ILLEGAL_MOVE",)
        known_errors = MOVE

    quote = Field(Quote)

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: str | None = None) -> dict[str, Any]:
        quote, by = quote_for(info, id)
        words = bounded(reason or "", "reason", 1000)
        return {"quote": decline_quote(quote_id=quote.pk, by=by, reason=words, now=info.context.now)}


class QuoteWithdraw(Mutation):
    """Take back what one said last: a request, an offer or a counter-offer."""

    class Arguments:
        id = ID(required=True)
        reason = String()

    class Meta:
        access = SIGNED_IN
        error_codes = ("ILLEGAL_MOVE",)
        known_errors = MOVE

    quote = Field(Quote)

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: str | None = None) -> dict[str, Any]:
        quote, by = quote_for(info, id)
        words = bounded(reason or "", "reason", 1000)
        return {"quote": withdraw_quote(quote_id=quote.pk, by=by, reason=words, now=info.context.now)}
