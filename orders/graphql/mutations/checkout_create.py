from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from i18n.messages import gettext_noop as _
from marketplace.accounts.graphql.types.address import AddressInput, to_address_data
from marketplace.accounts.graphql.types.metadata import METADATA_ERRORS, MetadataInput, given_metadata
from marketplace.channels.models import Channel
from marketplace.graphql import ANYONE, Field, InputError, InputObjectType, List, Mutation, NonNull, String
from orders.checkout.create import create_checkout
from orders.checkout.details import checked_email
from orders.graphql.access import user_of
from orders.graphql.inputs.checkout_address import CheckoutAddressValidationRules
from orders.graphql.inputs.checkout_lines import CheckoutLineInput, wanted_lines
from orders.graphql.open_checkout import opened
from orders.graphql.refusals import ADDRESS, ADDRESS_CODES, CHECKOUT, LINE_CODES, LINES, CheckoutError
from orders.graphql.types.checkout import Checkout


class CheckoutCreateInput(InputObjectType):
    """What a basket begins with."""

    channel = String(required=True, description="The slug of the market.")
    email = String(description="Of a guest; an account's own by default.")
    lines = List(NonNull(CheckoutLineInput), required=True)
    language_code = LanguageCodeEnum(description="Of letters and documents; the language of the request by default.")
    shipping_address = AddressInput()
    billing_address = AddressInput(description="The shipping address unless said.")
    metadata = List(NonNull(MetadataInput))
    validation_rules = CheckoutAddressValidationRules()


class CheckoutCreate(Mutation):
    """Start a basket in a market. All its lines are reserved, or none."""

    class Arguments:
        input = CheckoutCreateInput(required=True)

    class Meta:
        access = ANYONE
        creates = True
        error_type = CheckoutError
        error_codes = (*LINE_CODES, *ADDRESS_CODES)
        known_errors = {**LINES, **ADDRESS, **CHECKOUT, **METADATA_ERRORS}
        cost = 10

    checkout = Field(Checkout)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        channel = Channel.objects.active().filter(slug=input["channel"][:40]).first()
        if channel is None:
            raise InputError(_("There is no such market."), field="channel", code="NOT_FOUND")
        address, billing = input.get("shipping_address"), input.get("billing_address")
        checkout = create_checkout(
            channel=channel,
            language=str(input.get("language_code") or info.context.language),
            now=info.context.now,
            wanted=wanted_lines(input["lines"]),
            email=checked_email(input["email"]) if input.get("email") else "",
            user=user_of(info),
            shipping_address=to_address_data(address) if address else None,
            billing_address=to_address_data(billing) if billing else None,
            metadata=given_metadata(input.get("metadata")),
        )
        return {"checkout": opened(info, checkout)}
