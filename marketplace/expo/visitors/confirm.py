"""``confirm_visitor``: the letter arrived, so the registration counts and there is a badge."""

from datetime import datetime

from django.db import transaction

from marketplace.accounts.models import User
from marketplace.events.publish import publish
from marketplace.expo.badges.issue import issue_visitor_badge
from marketplace.expo.locks import lock_visitor
from marketplace.expo.visitors.consents import log_confirmed
from marketplace.expo.visitors.events import VisitorConfirmed
from marketplace.expo.visitors.visitor import Visitor


def confirm_visitor(*, visitor: Visitor, now: datetime) -> Visitor:
    """A second time changes nothing. An account with the same confirmed address has the visit from now on."""
    with transaction.atomic():
        locked = lock_visitor(visitor.pk)
        if locked.confirmed_at is None:
            locked.confirmed_at, locked.user = now, _account_of(locked)
            locked.save(update_fields=["confirmed_at", "user"])
            log_confirmed(locked, now=now)
            issue_visitor_badge(visitor=locked, now=now)
            publish(VisitorConfirmed(visitor_id=locked.pk))
    return locked


def _account_of(visitor: Visitor) -> User | None:
    user = User.objects.filter(email=visitor.email, is_confirmed=True, is_active=True).first()
    if user is None or Visitor.objects.filter(expo=visitor.expo_id, user=user).exists():
        return None
    return user
