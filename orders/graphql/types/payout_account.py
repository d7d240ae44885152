"""A seller's account at a payment provider, in the API."""

from collections.abc import Sequence
from typing import Any

from i18n.graphql.types.country import CountryDisplay
from marketplace.graphql import Boolean, DateTime, Field, List, NonNull, ObjectType, String, attribute, batch
from marketplace.sellers.graphql.access import member_or
from marketplace.sellers.member import MemberRole
from marketplace.sellers.models import Seller
from orders.graphql.access import PAYOUTS_MANAGE
from orders.payouts.accounts.payout_account import PayoutAccount as AccountRow

OF_OWN_ACCOUNT = member_or(PAYOUTS_MANAGE, role=MemberRole.MANAGER)
OF_OWN_SELLER = member_or(PAYOUTS_MANAGE, lambda seller: seller.pk, role=MemberRole.MANAGER)
"""Managers of the seller, and staff who pay out."""


class PayoutAccount(ObjectType):
    """A seller's own account at a payment provider. Who its owner is and which bank it has, only the provider knows."""

    class Meta:
        access = OF_OWN_ACCOUNT

    provider = Field(String, required=True, description="stripe.")
    country = Field(CountryDisplay, required=True, description="Where the firm is registered; it cannot be changed.")
    can_receive = Field(Boolean, required=True, description="What it earns is transferred to it.")
    can_pay_out = Field(Boolean, required=True, description="The provider sends on to its bank what arrived.")
    missing = Field(
        List(NonNull(String)),
        required=True,
        size=50,
        description="What the provider still wants to know, in its own words.",
    )
    checked = Field(DateTime, required=True, description="When the provider was last heard about it.")

    resolve_checked = attribute("checked_at")


class PayoutAccountOfSeller(ObjectType):
    """Added to the sellers' type, which stands below orders."""

    class Meta:
        access = OF_OWN_SELLER

    payout_account = Field(
        PayoutAccount,
        access=OF_OWN_SELLER,
        description="Where its earnings are transferred to part by part; null where it is paid another way.",
    )

    @staticmethod
    @batch
    def resolve_payout_account(sellers: Sequence[Seller], info: Any) -> list[AccountRow | None]:
        rows = AccountRow.objects.filter(seller__in=sellers)
        found = {row.seller_id: row for row in rows}
        return [found.get(seller.pk) for seller in sellers]
