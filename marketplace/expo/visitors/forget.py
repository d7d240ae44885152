"""Letting go of visitors: who never confirmed, and everybody some time after the fair."""

import tomllib
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from i18n.today import day_here
from marketplace.expo.badges.badge import Badge
from marketplace.expo.visitors.consents import end_logged
from marketplace.expo.visitors.visitor import Visitor, VisitorConsent

RETENTION = Path(__file__).parent / "retention.toml"
CONFIRM_WITHIN = timedelta(days=7)


def forget_visitors(*, now: datetime) -> int:
    """Delete who did not confirm in time, empty those whose fair is long over. Run daily; answers with how many."""
    late = Q(registered_at__lt=now - CONFIRM_WITHIN) | Q(expo__ends_on__lt=day_here(now))
    unconfirmed = Visitor.objects.filter(late, confirmed_at__isnull=True, forgotten_at__isnull=True)
    last_day = day_here(now) - timedelta(days=days_kept(day_here(now)))
    with transaction.atomic():
        deleted = unconfirmed.count()
        unconfirmed.delete()
        over = Visitor.objects.filter(expo__ends_on__lt=last_day, forgotten_at__isnull=True)
        Badge.objects.filter(expo__ends_on__lt=last_day).exclude(holder_name="").update(holder_name="")
        return deleted + empty_visitors(over, now=now)


def empty_visitors(visitors: QuerySet[Visitor], *, now: datetime) -> int:
    """What says who they were goes; country, kind and dates stay to be counted, and their badges open no door."""
    people = list(visitors.only("public_id"))
    end_logged(people, now=now)
    chosen = [visitor.pk for visitor in people]
    badges = Badge.objects.filter(visitor__in=chosen)
    badges.update(holder_name="")
    badges.filter(voided_at__isnull=True).update(voided_at=now)
    VisitorConsent.objects.filter(visitor__in=chosen, withdrawn_at__isnull=True).update(withdrawn_at=now)
    nobody: dict[str, Any] = {
        "name": "",
        "firm": "",
        "job_title": "",
        "email": "",
        "search_text": "",
        "interests": [],
        "user": None,
    }
    return Visitor.objects.filter(pk__in=chosen).update(**nobody, forgotten_at=now)


def days_kept(today: date) -> int:
    """After the last day of a fair, by the rule in force."""
    return int(next(row["days"] for row in _periods() if row["effective_from"] <= today))


@cache
def _periods() -> list[dict[str, Any]]:
    """Newest first."""
    rows = tomllib.loads(RETENTION.read_text(encoding="utf-8"))["period"]
    return sorted(rows, key=lambda row: str(row["effective_from"]), reverse=True)
