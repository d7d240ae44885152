"""Keep an exhibitor among those one wants to visit, or let it go."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.expo.directory.favorite import FairFavorite
from marketplace.expo.exhibitor import Exhibitor

MOST_FAVORITES = 200
"""At one fair."""


def keep_exhibitor(*, user: User, exhibitor: Exhibitor) -> FairFavorite:
    """Keeping it twice changes nothing. Raises `Refused` when the list is full."""
    kept = FairFavorite.objects.filter(user=user, exhibitor=exhibitor).first()
    if kept is not None:
        return kept
    if FairFavorite.objects.filter(user=user, exhibitor__expo_id=exhibitor.expo_id).count() >= MOST_FAVORITES:
        message = _("A route has at most %(most)s exhibitors. Remove some that you no longer want to visit.")
        raise Refused(Problem("exhibitor_id", "INVALID", message, {"most": MOST_FAVORITES}))
    try:
        with transaction.atomic():
            return FairFavorite.objects.create(user=user, exhibitor=exhibitor, created_at=timezone.now())
    except IntegrityError:  # the same person pressed twice at once
        return FairFavorite.objects.get(user=user, exhibitor=exhibitor)


def drop_exhibitor(*, user: User, exhibitor_id: int) -> None:
    """Dropping what is not there changes nothing."""
    FairFavorite.objects.filter(user=user, exhibitor_id=exhibitor_id).delete()
