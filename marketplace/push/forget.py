"""Nothing is kept of a device that may not be told any more, nor of notices long finished."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from marketplace.push import vapid
from marketplace.push.log_consent import devices_gone
from marketplace.push.message import PushMessage, PushStatus
from marketplace.push.subscription import PushSubscription

KEPT = timedelta(days=7)


def forget_devices(*, now: datetime) -> int:
    """Remove the devices of sessions that have ended, and those that know another key of ours; returns how many."""
    over = Q(session__ended_at__isnull=False) | Q(session__expires_at__lte=now) | Q(user__is_active=False)
    if vapid.is_offered():
        over |= ~Q(server_key=vapid.public_key())
    with transaction.atomic():
        gone = PushSubscription.objects.filter(
            pk__in=list(PushSubscription.objects.filter(over).values_list("pk", flat=True))
        )
        devices_gone(gone, now=now)
        return gone.delete()[1].get("push.PushSubscription", 0)


def forget_pushes(*, now: datetime) -> int:
    """Give up what is too late, and delete what was finished a week ago; returns how many were deleted."""
    late = PushMessage.objects.filter(status=PushStatus.PENDING, give_up_at__lte=now)
    late.update(status=PushStatus.GIVEN_UP, finished_at=now, payload="")
    return PushMessage.objects.filter(finished_at__lt=now - KEPT).delete()[0]
