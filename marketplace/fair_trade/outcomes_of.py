"""What came of a fair, summed: never one currency with another."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Sum

from i18n.money import Money
from marketplace.expo.models import Expo
from marketplace.fair_trade.outcome import LeadOutcome, OutcomeKind
from orders.stored_money import stored


@dataclass(frozen=True, slots=True)
class OutcomeSum:
    """Quotes or orders of one currency: how many, and what they come to."""

    kind: OutcomeKind
    count: int
    total: Money


def outcomes_of(expo: Expo, *, exhibitor_id: int | None = None) -> Sequence[OutcomeSum]:
    """The quotes and orders that stand, of the whole fair or of one exhibitor; quotes first, then by currency."""
    rows = LeadOutcome.objects.standing().filter(exhibitor__expo=expo)
    if exhibitor_id is not None:
        rows = rows.filter(exhibitor=exhibitor_id)
    sums = rows.order_by().values("kind", "currency").annotate(count=Count("pk"), total=Sum("amount"))
    found = [OutcomeSum(OutcomeKind(row["kind"]), row["count"], stored(row["total"], row["currency"])) for row in sums]
    return sorted(found, key=lambda one: (one.kind != OutcomeKind.QUOTE, one.total.currency))
