from typing import Any

from django.conf import settings

from i18n.graphql.types.country import CountryCode
from i18n.messages import gettext_noop as _
from marketplace.graphql import ID, SIGNED_IN, Field, InputError, Mutation, String
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.member import MemberRole
from orders.graphql.refusals import PROVIDER
from orders.payouts.accounts.open_account import account_link
from orders.stripe_api.accounts import CountryNotServed
from orders.stripe_api.errors import StripeNotConfigured, StripeRefused


class SellerPayoutAccountLink(Mutation):
    """Where an owner tells the payment provider who the seller is and where its money goes. For owners.

    The first time, an account is made at the provider, for the country where the firm is registered. The provider has
    no accounts in Vietnam: sellers there are paid by bank transfer.
    """

    class Arguments:
        seller = ID(required=True)
        country = CountryCode(required=True, description="Where the firm is registered; taken the first time only.")

    class Meta:
        access = SIGNED_IN
        error_codes = ("COUNTRY_NOT_SERVED", "GATEWAY_UNAVAILABLE", "NOT_OFFERED", "PROVIDER_REFUSED")
        known_errors = {
            CountryNotServed: lambda _r: InputError(
                _("The payment provider has no accounts in this country. You are paid by bank transfer."),
                field="country",
                code="COUNTRY_NOT_SERVED",
            ),
            StripeNotConfigured: lambda _r: InputError(
                _("Transfers to an account at a payment provider are not offered here."), code="NOT_OFFERED"
            ),
            StripeRefused: lambda _r: InputError(
                _("The payment provider did not accept this. Please write to the marketplace."), code="PROVIDER_REFUSED"
            ),
            **PROVIDER,
        }
        atomic = False  # the account is made at the provider before it is noted here
        cost = 20

    url = Field(String, description="The provider's own page, good once and for a few minutes: for the caller only.")

    @classmethod
    def perform(cls, info: Any, *, seller: str, country: str) -> dict[str, Any]:
        found = seller_for(info, seller, MemberRole.OWNER, field="seller")
        back = f"{settings.PUBLIC_URL}/{info.context.language}/seller/{found.slug}/"
        return {"url": account_link(seller=found, country=country.upper()[:2], return_to=back)}
