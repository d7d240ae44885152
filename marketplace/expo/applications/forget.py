"""Applications let go of people: of those who leave, and of everybody a year after the fair."""

from datetime import datetime, timedelta

from i18n.today import day_here
from marketplace.expo.applications.application import FairApplication

KEPT_FOR = timedelta(days=365)
"""After a fair's last day: long enough to answer why an application was declined."""


def strip_application(application: FairApplication) -> None:
    """Firm and wishes stay for the fair's own figures; who wrote it does not. Papers made of it stay as they are."""
    FairApplication.objects.filter(pk=application.pk).update(user=None, contact_name="", email="", phone="", note="")


def forget_old_applications(now: datetime) -> int:
    """Strip those that came to nothing, a year after their fair; returns how many. Run periodically."""
    old = FairApplication.objects.filter(exhibitor=None, expo__ends_on__lt=day_here(now) - KEPT_FOR)
    return old.exclude(user=None, contact_name="", email="", phone="", note="").update(
        user=None, contact_name="", email="", phone="", note=""
    )
