"""``remind_of_manual``: a letter before a page of the manual is due, to exhibitors that have not done it."""

from datetime import datetime, timedelta

from django.db import transaction

from i18n.today import day_here
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.manual.answer import ManualDone
from marketplace.expo.manual.letters import write_about_deadline
from marketplace.expo.manual.page import ManualPage
from marketplace.expo.people.sent_reminder import SentReminder

STAGES = (("DAY-2", timedelta(days=2)), ("DAY-10", timedelta(days=10)))
"""The nearest first: how long before the day."""


def remind_of_manual(now: datetime) -> int:
    """One reminder per exhibitor, page and stage, however often the clock ticks; returns how many. Run periodically.

    Only exhibitors with a contract: who is merely listed has nothing to prepare here.
    """
    today = day_here(now)
    furthest = max(before for _name, before in STAGES)
    due = ManualPage.objects.filter(due_on__gte=today, due_on__lte=today + furthest).order_by("pk")
    return sum(_remind(page, now) for page in due)


def _remind(page: ManualPage, now: datetime) -> int:
    if page.due_on is None:
        return 0
    left = page.due_on - day_here(now)
    stage = next(name for name, before in STAGES if left <= before)
    about = f"manual:{page.pk}:{page.due_on}:{stage}"
    over = ManualDone.objects.filter(page=page).values("exhibitor_id")
    told = SentReminder.objects.filter(about=about).values("exhibitor_id")
    waiting = Exhibitor.objects.filter(expo_id=page.expo_id, contract__isnull=False).select_related("expo")
    sent = 0
    for exhibitor in waiting.exclude(pk__in=over).exclude(pk__in=told).order_by("pk"):
        with transaction.atomic():
            _row, is_new = SentReminder.objects.get_or_create(exhibitor=exhibitor, about=about)
            if is_new:
                write_about_deadline(exhibitor, page, page.due_on)
                sent += 1
    return sent
