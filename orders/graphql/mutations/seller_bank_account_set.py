"""``sellerBankAccountSet``."""

from typing import Any

from marketplace.accounts.graphql import errors
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.graphql import ID, SIGNED_IN, Field, InputObjectType, Mutation, String
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.member import MemberRole
from orders.graphql.payout_refusals import ACCOUNT
from orders.graphql.types.seller_bank_account import SellerBankAccount
from orders.payouts.bank_accounts.check_account import BankAccountData
from orders.payouts.bank_accounts.set_account import set_bank_account


class SellerBankAccountInput(InputObjectType):
    """A bank account. Only its form and check digits are looked at."""

    currency = String(required=True)
    holder = String(required=True, description="As the bank has it.")
    bank_name = String(required=True)
    country = String(required=True, description="Of the bank, ISO 3166-1: VN.")
    account_number = String(required=True, description="An IBAN where the country has them.")
    bic = String(description="Needed for a bank abroad.")
    bank_code = String(description="The six digits NAPAS gave a bank in Vietnam.")


class SellerBankAccountSet(Mutation):
    """Say where a seller is paid to in a currency; needs the owner's password. Every owner is told by mail.

    A changed account is paid to after three days.
    """

    class Arguments:
        seller = ID(required=True)
        input = SellerBankAccountInput(required=True)
        password = String(required=True, description="The caller's own.")

    class Meta:
        access = SIGNED_IN
        creates = True
        error_codes = errors.PROOF_CODES
        known_errors = {**ACCOUNT, **errors.PROOF}

    account = Field(SellerBankAccount)

    @classmethod
    def perform(cls, info: Any, *, seller: str, input: Any, password: str) -> dict[str, Any]:
        owned = seller_for(info, seller, MemberRole.OWNER, field="seller")
        names = ("currency", "holder", "bank_name", "country", "account_number", "bic", "bank_code")
        account = set_bank_account(
            seller_id=owned.pk,
            data=BankAccountData(**{name: (input.get(name) or "")[:200] for name in names}),
            by=signed_in_user(info),
            password=password,
            now=info.context.now,
        )
        return {"account": account}
