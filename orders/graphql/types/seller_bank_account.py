"""A seller's bank account in the API: whole for its owners, masked for everybody else."""

from marketplace.graphql import ID, DateTime, Field, ObjectType, String, attribute
from marketplace.sellers.graphql.access import member
from marketplace.sellers.member import MemberRole
from orders.graphql.payout_access import OF_SELLER

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
    bic = Field(String, required=True)
    bank_code = Field(String, required=True, description="The six digits NAPAS gave a bank in Vietnam.")
    changed = Field(DateTime, required=True)
    usable_from = Field(DateTime, required=True, description="A changed account waits for three days.")

    resolve_masked_number = attribute("masked")
    resolve_changed = attribute("changed_at")
