"""Who may pay later, in the API."""

from collections.abc import Sequence
from typing import Any

from i18n.graphql.types.money import Money
from i18n.money import Money as Amount
from marketplace.accounts.permissions import Permission
from marketplace.graphql import (
    ID,
    Boolean,
    DateTime,
    Field,
    Int,
    ObjectType,
    String,
    attribute,
    batch,
    connection_type,
    object_rule,
    permission,
    related,
)
from marketplace.graphql.engine.protocol import BATCH
from orders.quotes.buyer_terms import BuyerTerms as TermsRow
from orders.quotes.net_days import owed_on_net_days

STAFF = permission(Permission.ORDERS_MANAGE)


def _theirs(context: Any, rows: Sequence[TermsRow]) -> list[bool]:
    caller = context.actor.id
    return [caller is not None and row.user_id == caller for row in rows]


OWN = STAFF | object_rule("being the buyer", _theirs)
_load_users = getattr(related("user"), BATCH)


class BuyerTerms(ObjectType):
    """For how long and up to how much a buyer may pay later."""

    class Meta:
        access = OWN

    id = Field(ID, required=True)
    limit = Field(Money, required=True, description="The most that may be owed at once.")
    owed = Field(Money, required=True, description="What is owed on such terms now.")
    net_days = Field(Int, required=True)
    in_force = Field(Boolean, required=True)
    approved_at = Field(DateTime, required=True)
    ended_at = Field(DateTime)
    reason = Field(String, required=True, access=STAFF)
    user_email = Field(String, required=True, access=STAFF)

    resolve_limit = attribute("limit")

    @staticmethod
    def resolve_in_force(row: TermsRow, info: Any) -> bool:
        return row.ended_at is None

    @staticmethod
    @batch
    def resolve_owed(rows: list[TermsRow], info: Any) -> list[Amount]:
        owed = owed_on_net_days({(row.user_id, row.currency) for row in rows})
        return [owed[row.user_id, row.currency] for row in rows]

    @staticmethod
    @batch
    def resolve_user_email(rows: list[TermsRow], info: Any) -> list[str]:
        return [user.email if user else "" for user in _load_users(rows, info)]


BuyerTermsCountableConnection = connection_type(BuyerTerms)
