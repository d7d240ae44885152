from typing import Any

from i18n.graphql.bounded import bounded
from marketplace.accounts.addresses.data import AddressData
from marketplace.accounts.graphql.types.address import AddressInput, to_address_data
from marketplace.accounts.models import User
from marketplace.graphql import ID, SIGNED_IN, Field, InputObjectType, Int, List, Mutation, NonNull, String, integer_key
from orders.checkout.addresses import checked_address
from orders.graphql.access import open_order
from orders.graphql.inputs.payment_data import PaymentDataInput
from orders.graphql.inputs.payment_data import payment_data as data_of
from orders.graphql.quote_access import quote_for
from orders.graphql.quote_refusals import ACCEPT, ACCEPT_CODES
from orders.graphql.types.order import Order
from orders.graphql.types.quote import Quote
from orders.lifecycle.by import Role
from orders.quotes.accept import Paying, accept_quote
from orders.quotes.agreed_sale import Acceptance
from orders.quotes.quote import Quote as QuoteRow

BY_TRANSFER = "bank_transfer"


class QuoteQuantityInput(InputObjectType):
    """More of a line than was proposed, at the price of the tier it reaches."""

    quote_line_id = ID(required=True)
    quantity = Int(required=True)


class QuoteAcceptInput(InputObjectType):
    """What is accepted, and what the order needs besides."""

    version = Int(required=True, description="The one that was read: another one is refused with NOT_LATEST.")
    quantities = List(NonNull(QuoteQuantityInput), description="Left out: as proposed.")
    shipping_address = AddressInput(description="That of the request, or the account's own, by default. Of buyers.")
    billing_address = AddressInput(description="The shipping address by default.")
    purchase_order_number = String()
    payment_gateway = String(description="One of the order's ways to pay; bank transfer by default.")
    payment_data = PaymentDataInput()


class QuoteAccept(Mutation):
    """Accept what the other side proposed last: it becomes an order. Accepting twice gives the same order."""

    class Arguments:
        id = ID(required=True)
        input = QuoteAcceptInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        error_codes = ACCEPT_CODES
        known_errors = ACCEPT
        atomic = False  # the order commits before the gateway is asked for money
        cost = 20

    quote = Field(Quote)
    order = Field(Order, description="For the buyer; a seller finds its part at the quote.")

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        quote, by = quote_for(info, id)
        is_buyer = by.role == Role.BUYER
        order = accept_quote(
            quote_id=quote.pk,
            version=input["version"],
            acceptance=_acceptance(quote, input, by.user if is_buyer else None),
            paying=Paying(input.get("payment_gateway") or BY_TRANSFER, data_of(input.get("payment_data"))),
            by=by,
            now=info.context.now,
        )
        quote = QuoteRow.objects.select_related("request").get(pk=quote.pk)
        return {"quote": quote, "order": open_order(info, order) if is_buyer else None}


def _acceptance(quote: QuoteRow, given: Any, buyer: User | None) -> Acceptance:
    """A seller who accepts a counter-offer sends where the buyer said; nothing of it is the seller's to choose."""
    channel = quote.request.channel
    typed = given.get("shipping_address") if buyer else None
    shipping = checked_address(to_address_data(typed), channel) if typed else _known_address(quote, buyer)
    billing = given.get("billing_address") if buyer else None
    lines = (given.get("quantities") or []) if buyer else []
    return Acceptance(
        shipping_address=shipping,
        billing_address=checked_address(to_address_data(billing), channel) if billing else shipping,
        purchase_order_number=bounded(given.get("purchase_order_number") or "", "purchase_order_number", 60),
        quantities={_line_key(line): line["quantity"] for line in lines[:100]},
    )


def _line_key(line: Any) -> int:
    return integer_key(line["quote_line_id"], "QuoteLine", field="quantities")


def _known_address(quote: QuoteRow, buyer: User | None) -> dict[str, str]:
    said = quote.shipping_address or quote.request.shipping_address
    if said or buyer is None or buyer.default_shipping_address is None:
        return said or {}
    own: AddressData = buyer.default_shipping_address.as_data()
    return checked_address(own, quote.request.channel)
