"""``invoicingAccountSet``."""

from typing import Any

from i18n.graphql.bounded import bounded
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.graphql import ID, SIGNED_IN, Field, Mutation, String
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.member import MemberRole
from orders.graphql.invoicing_refusals import ACCOUNT, ACCOUNT_CODES
from orders.graphql.types.invoicing_account import InvoicingAccountOfSeller, chosen_by
from orders.invoicing.set_account import LONGEST_TOKEN, set_invoicing_account


class InvoicingAccountSet(Mutation):
    """Choose by which service tax invoices are handed over; for owners. The key is sealed and never shown again."""

    class Arguments:
        seller = ID(required=True)
        provider = String(required=True)
        token = String(description="The key that the service gave; left out: the one there is.")

    class Meta:
        access = SIGNED_IN
        error_codes = ACCOUNT_CODES
        known_errors = ACCOUNT

    account = Field(InvoicingAccountOfSeller)

    @classmethod
    def perform(cls, info: Any, *, seller: str, provider: str, token: str | None = None) -> dict[str, Any]:
        owned = seller_for(info, seller, MemberRole.OWNER, field="seller")
        secret = bounded(token, "token", LONGEST_TOKEN) if token is not None else None
        set_invoicing_account(
            seller_id=owned.pk,
            provider=bounded(provider, "provider", 30),
            token=secret or None,
            by=signed_in_user(info),
            now=info.context.now,
        )
        return {"account": chosen_by(owned.pk)}
