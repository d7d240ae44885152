"""``set_registration_periods``: when exhibitors may apply and visitors may register."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from catalog.refusal import Problem, refuse_any
from i18n.messages import gettext_noop as _
from i18n.today import day_here
from marketplace.expo.editions.registration import RegistrationPeriod
from marketplace.expo.exhibition import Expo
from marketplace.expo.locks import lock_expo


@dataclass(frozen=True, slots=True)
class Period:
    """``opens_at`` until before ``closes_at``."""

    audience: str
    opens_at: datetime
    closes_at: datetime


def set_registration_periods(*, expo: Expo, periods: Sequence[Period]) -> list[RegistrationPeriod]:
    """Let these be all periods of the fair, one for each audience. Raises ``Refused`` and changes nothing."""
    with transaction.atomic():
        locked = lock_expo(expo.pk)
        refuse_any(_problems(locked, periods))
        RegistrationPeriod.objects.filter(expo=locked).delete()
        rows = [
            RegistrationPeriod(expo=locked, audience=each.audience, opens_at=each.opens_at, closes_at=each.closes_at)
            for each in periods
        ]
        return RegistrationPeriod.objects.bulk_create(rows)


def _problems(expo: Expo, periods: Sequence[Period]) -> list[Problem]:
    problems = []
    seen: set[str] = set()
    for index, each in enumerate(periods):
        if each.audience in seen:
            message = _("This audience has a period already.")
            problems.append(Problem("audience", "UNIQUE", message, index=index))
        elif each.opens_at >= each.closes_at:
            message = _("Registration must close after it opens.")
            problems.append(Problem("closes_at", "INVALID", message, index=index))
        elif day_here(each.closes_at - timedelta(microseconds=1)) > expo.ends_on:
            message = _("Registration closes on the last day of the fair at the latest.")
            problems.append(Problem("closes_at", "INVALID", message, index=index))
        seen.add(each.audience)
    return problems
