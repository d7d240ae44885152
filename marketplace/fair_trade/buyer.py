"""The account a lead's visitor buys with, and the lead a buyer comes from.

They are one person when the visitor registered for the fair with the account, when the account has confirmed the
address that the visitor confirmed, or when the account accepted an invitation sent to that address.
"""

from datetime import date, datetime

from django.db.models import Q, QuerySet

from i18n.today import day_here
from marketplace.accounts.models import User
from marketplace.expo.models import Lead
from marketplace.fair_trade.invitation import LeadInvitation
from marketplace.fair_trade.window import longest_window, window


def buyer_of(lead: Lead) -> User | None:
    """None for a visitor without an account."""
    visitor, accounts = lead.visitor, User.objects.filter(is_active=True, is_confirmed=True)
    if visitor.user_id is not None:
        return accounts.filter(pk=visitor.user_id).first()
    accepted = LeadInvitation.objects.filter(lead=lead, accepted_by__isnull=False).order_by("-accepted_at")
    invited = accounts.filter(pk__in=accepted.values("accepted_by")[:1]).first()
    if invited is not None or not visitor.email or visitor.confirmed_at is None:
        return invited
    return accounts.filter(email=visitor.email.lower()).first()


def leads_of(user: User) -> QuerySet[Lead]:
    """All leads that are of this buyer."""
    same = Q(visitor__user=user)
    if user.is_confirmed and user.email:
        same |= Q(visitor__user=None, visitor__email=user.email, visitor__confirmed_at__isnull=False)
    invited = LeadInvitation.objects.filter(accepted_by=user).values("lead")
    return Lead.objects.filter(same | Q(pk__in=invited))


def lead_behind(*, user: User, seller_id: int, at: datetime) -> Lead | None:
    """The lead that a deal of this buyer with this seller is put down to: the latest one before it, in its window."""
    day = day_here(at)
    met = leads_of(user).filter(exhibitor__seller_id=seller_id, scanned_at__lte=at)
    recent = met.filter(exhibitor__expo__ends_on__gte=day - longest_window()).select_related("exhibitor__expo")
    in_window = (lead for lead in recent.order_by("-last_scanned_at", "-pk") if day <= _until(lead))
    return next(in_window, None)


def _until(lead: Lead) -> date:
    ends_on = lead.exhibitor.expo.ends_on
    return ends_on + window(ends_on)
