"""A seller's bank account in the API: whole for its owners, masked for everybody else."""

from typing import Any

from marketplace.graphql import ID, DateTime, Field, List, NonNull, ObjectType, String, attribute, batch
from marketplace.sellers.graphql.access import member
from marketplace.sellers.graphql.types.seller import Seller
from marketplace.sellers.member import MemberRole
from marketplace.sellers.models import Seller as SellerRow
from orders.graphql.payout_access import OF_SELLER, STAFF
from orders.payouts.bank_accounts.bank_account import SellerBankAccount as AccountRow
from orders.payouts.bank_accounts.sharing import sellers_sharing

OWNER = member(lambda account: account.seller_id, MemberRole.OWNER)


class SellerBankAccount(ObjectType):
    """Where a seller is paid to in one currency."""

    class Meta:
        access = OF_SELLER

    id = Field(ID, required=True)
    currency = Field(String, required=True)
    holder = Field(String, required=True)
    bank_name = Field(String, required=True)
    country = Field(String, required=True, description="Of the bank, ISO 3166-1.")
    masked_number = Field(String, required=True)
    account_number = Field(String, access=OWNER)
    shared_with = Field(
        List(NonNull(Seller)),
        required=True,
        access=STAFF,
        size=2,
        description="Other sellers paid to the same account.",
    )
    bic = Field(String, required=True)
    bank_code = Field(String, required=True, description="The six digits NAPAS gave a bank in Vietnam.")
    changed = Field(DateTime, required=True)
    usable_from = Field(DateTime, required=True, description="A changed account waits for three days.")

    resolve_masked_number = attribute("masked")
    resolve_changed = attribute("changed_at")

    @staticmethod
    def resolve_holder(account: AccountRow, info: Any) -> str:
        return account.holder.open()

    @staticmethod
    def resolve_account_number(account: AccountRow, info: Any) -> str:
        return account.account_number.open()

    @staticmethod
    @batch
    def resolve_shared_with(accounts: list[AccountRow], info: Any) -> list[list[SellerRow]]:
        return sellers_sharing(accounts)
