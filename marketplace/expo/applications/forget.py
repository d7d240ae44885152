"""Applications let go of people: of those who leave, and of everybody some time after the fair.

A year after it where nothing came of it; with its papers (``contracts/forget.py``) where it became a contract.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db.models import QuerySet

from i18n.today import day_here
from marketplace.expo.applications.application import FairApplication

KEPT_FOR = timedelta(days=365)
"""After a fair's last day: long enough to answer why an application was declined."""


def strip_application(application: FairApplication) -> None:
    """Firm and wishes stay for the fair's own figures; who wrote it does not. Papers made of it stay as they are."""
    without_writer([application.pk])


def without_writer(keys: Collection[int]) -> int:
    """Strip them all; returns how many."""
    found = FairApplication.objects.filter(pk__in=keys)
    return found.update(user=None, contact_name="", email="", phone="", note="")


def with_their_writer(applications: QuerySet[FairApplication]) -> QuerySet[FairApplication]:
    """Those that are not stripped yet."""
    return applications.exclude(user=None, contact_name="", email="", phone="", note="")


def forget_old_applications(now: datetime) -> int:
    """Strip those that came to nothing, a year after their fair; returns how many. Run periodically."""
    old = FairApplication.objects.filter(exhibitor=None, expo__ends_on__lt=day_here(now) - KEPT_FOR)
    return without_writer(list(with_their_writer(old).values_list("pk", flat=True)))
