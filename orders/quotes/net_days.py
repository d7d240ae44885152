"""Paying later: whom the operator approved, and how much of it is used up."""

from collections.abc import Collection

from django.db.models import F, Sum

from i18n.money import Money
from orders.payments.instalment import Instalment, InstalmentKind
from orders.quotes.buyer_terms import BuyerTerms
from orders.stored_money import stored


class OverLimit(Exception):
    """The buyer would owe more on net days than the operator approved; nothing was done."""

    def __init__(self, limit: Money, would_owe: Money) -> None:
        super().__init__(f"{would_owe} would be owed, {limit} are approved")
        self.limit = limit
        self.would_owe = would_owe


class NotApproved(Exception):
    """The buyer may not (or no longer) pay later in this currency, or not that late."""


def terms_of(user_id: int | None, currency: str) -> BuyerTerms | None:
    """The buyer's terms in force, if the operator gave any."""
    if user_id is None:
        return None
    return BuyerTerms.objects.in_force().filter(user_id=user_id, currency=currency).first()


def owed_on_net_days(buyers: Collection[tuple[int, str]]) -> dict[tuple[int, str], Money]:
    """What of buyers' orders on net days hasn't been paid yet, by buyer and currency, in one query."""
    open_ = Instalment.objects.filter(kind=InstalmentKind.NET, order__user__in={user_id for user_id, _ in buyers})
    left = Sum(F("amount") - F("charged_amount"))
    sums = open_.order_by().values_list("order__user_id", "currency").annotate(left=left)
    owed = {(user_id, currency): stored(amount, currency) for user_id, currency, amount in sums}
    return {key: owed.get(key, Money.zero(key[1])) for key in buyers}


def use_net_days(user_id: int, total: Money, *, days: int) -> None:
    """Raises ``NotApproved`` or ``OverLimit``.

    The terms stay locked until the transaction ends, so that two orders at once don't both fit under the limit.
    """
    rows = BuyerTerms.objects.in_force().select_for_update(of=("self",))
    terms = rows.filter(user_id=user_id, currency=total.currency).first()
    if terms is None or days > terms.net_days:
        raise NotApproved
    key = (user_id, total.currency)
    would_owe = owed_on_net_days({key})[key] + total
    if would_owe > terms.limit:
        raise OverLimit(terms.limit, would_owe)
