"""Which rules have counted."""

from collections.abc import Sequence

from orders.payouts.commission.commission_line import CommissionLine


def used_rules(rule_ids: Sequence[int]) -> set[int]:
    """Those by which a line was charged, in one query."""
    found = CommissionLine.objects.filter(rule__in=rule_ids).values_list("rule_id", flat=True).distinct()
    return {rule_id for rule_id in found if rule_id is not None}
