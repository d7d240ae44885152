"""``reconciliationRun`` and ``ledgerDifferenceExplain``."""

from typing import Any

from i18n.graphql.bounded import needed
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.graphql import ID, Field, Int, Mutation, String, integer_key
from orders.graphql.payout_access import STAFF
from orders.graphql.payout_refusals import DIFFERENCE
from orders.graphql.types.withholding import LedgerDifference
from orders.payouts.reconciliation.reconcile import explain_difference, reconcile


class ReconciliationRun(Mutation):
    """Compare banks and providers with the ledger now, as every day. It books nothing."""

    class Meta:
        access = STAFF
        cost = 200

    differences = Int(description="How many there are.")

    @classmethod
    def perform(cls, info: Any) -> dict[str, Any]:
        return {"differences": reconcile(now=info.context.now)}


class LedgerDifferenceExplain(Mutation):
    """Say why ledger and provider differ. It books nothing."""

    class Arguments:
        id = ID(required=True)
        explanation = String(required=True)

    class Meta:
        access = STAFF
        known_errors = DIFFERENCE

    difference = Field(LedgerDifference)

    @classmethod
    def perform(cls, info: Any, *, id: str, explanation: str) -> dict[str, Any]:
        text = needed(explanation, "explanation", 1000)
        key = integer_key(id, "LedgerDifference")
        row = explain_difference(difference_id=key, explanation=text, by=signed_in_user(info), now=info.context.now)
        return {"difference": row}
