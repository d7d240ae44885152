"""``quoteOffer`` for sellers and ``quoteCounter`` for buyers: a new version of a quote."""

from typing import Any

from marketplace.accounts.graphql.types.address import AddressInput, to_address_data
from marketplace.graphql import ID, SIGNED_IN, Field, Mutation
from orders.checkout.addresses import checked_address
from orders.graphql.inputs.offer import QuoteOfferInput, offer_terms
from orders.graphql.quote_access import quote_for
from orders.graphql.quote_refusals import OFFER, OFFER_CODES
from orders.graphql.refusals import ADDRESS_CODES
from orders.graphql.types.quote import Quote
from orders.lifecycle.by import Role
from orders.quotes.counter import counter_quote
from orders.quotes.offer import offer_quote


class QuoteOffer(Mutation):
    """Make an offer, or a better one, for a manager of the seller. Earlier versions can't be accepted any more."""

    class Arguments:
        id = ID(required=True)
        input = QuoteOfferInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        error_codes = OFFER_CODES
        known_errors = OFFER
        cost = 10

    quote = Field(Quote)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        quote, by = quote_for(info, id, Role.SELLER)
        return {"quote": offer_quote(quote_id=quote.pk, terms=offer_terms(input), by=by, now=info.context.now)}


class QuoteCounter(Mutation):
    """Make a counter-offer, for the buyer. The seller may accept it, which makes the order."""

    class Arguments:
        id = ID(required=True)
        input = QuoteOfferInput(required=True)
        shipping_address = AddressInput(description="Where to, if it wasn't said before: the order is sent there.")

    class Meta:
        access = SIGNED_IN
        creates = True
        error_codes = (*OFFER_CODES, *ADDRESS_CODES)
        known_errors = OFFER
        cost = 10

    quote = Field(Quote)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any, shipping_address: Any = None) -> dict[str, Any]:
        quote, by = quote_for(info, id, Role.BUYER)
        channel = quote.request.channel
        address = checked_address(to_address_data(shipping_address), channel) if shipping_address else None
        countered = counter_quote(
            quote_id=quote.pk, terms=offer_terms(input), by=by, now=info.context.now, shipping_address=address
        )
        return {"quote": countered}
