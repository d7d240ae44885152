"""The operator lets a buyer pay later, or ends it."""

from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from catalog.refusal import Problem, refuse_any
from i18n.currencies import is_currency
from i18n.messages import gettext_noop as _
from i18n.money import Money
from marketplace.accounts.models import User
from orders.quotes.buyer_terms import BuyerTerms

LONGEST_DAYS = 180
MOST = Decimal(10) ** 12


def set_buyer_terms(*, user: User, limit: Money, net_days: int, reason: str, by: User) -> BuyerTerms:
    """New terms in place of those of the same currency, which end. Raises `Refused`."""
    problems = []
    if not 1 <= net_days <= LONGEST_DAYS:
        problems.append(Problem("net_days", "INVALID", _("From 1 to %(most)s days."), {"most": LONGEST_DAYS}))
    if not 0 < limit.amount <= MOST or limit.quantize() != limit:
        problems.append(Problem("limit", "INVALID", _("This is not an amount of its currency.")))
    refuse_any(problems)
    now = timezone.now()
    with transaction.atomic():
        User.objects.select_for_update(of=("self",)).get(pk=user.pk)
        BuyerTerms.objects.in_force().filter(user=user, currency=limit.currency).update(ended_at=now, ended_by=by)
        return BuyerTerms.objects.create(
            user=user,
            currency=limit.currency,
            limit_amount=limit.amount,
            net_days=net_days,
            reason=reason,
            approved_by=by,
            approved_at=now,
        )


def end_buyer_terms(*, terms: BuyerTerms, by: User) -> BuyerTerms:
    """What was ordered on them is paid as agreed; nothing new is. Ending twice changes nothing."""
    with transaction.atomic():
        row = BuyerTerms.objects.select_for_update(of=("self",)).get(pk=terms.pk)
        if row.ended_at is None:
            row.ended_at, row.ended_by = timezone.now(), by
            row.save(update_fields=["ended_at", "ended_by"])
    return row


def limit_of(amount: Decimal, currency: str) -> Money:
    """The amount as money; raises `Refused` for what isn't a currency."""
    code = currency.strip().upper()
    if not is_currency(code):
        refuse_any([Problem("currency", "INVALID", _("This is not a currency."))])
    return Money(amount, code)
