"""Paying later: whom the operator approved, and how much of it is used up."""

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
    return BuyerTerms.objects.in_force().filter(user_id=user_id, currency=currency).first()


def owed_on_net_days(user_id: int, currency: str) -> Money:
    """What of the buyer's orders on net days hasn't been paid yet."""
    open_ = Instalment.objects.filter(order__user_id=user_id, currency=currency, kind=InstalmentKind.NET)
    left = open_.aggregate(left=Sum(F("amount") - F("charged_amount")))["left"]
    return stored(left, currency) if left else Money.zero(currency)


def use_net_days(user_id: int, total: Money, *, days: int) -> None:
    """Raises ``NotApproved`` or ``OverLimit``.

    The terms stay locked until the transaction ends, so that two orders at once don't both fit under the limit.
    """
    rows = BuyerTerms.objects.in_force().select_for_update(of=("self",))
    terms = rows.filter(user_id=user_id, currency=total.currency).first()
    if terms is None or days > terms.net_days:
        raise NotApproved
    would_owe = owed_on_net_days(user_id, total.currency) + total
    if would_owe > terms.limit:
        raise OverLimit(terms.limit, would_owe)
