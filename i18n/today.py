"""Which day it is in Việt Nam: the marketplace's own calendar, for tax rates, deadlines and what is on today."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

HERE = ZoneInfo("Asia/Ho_Chi_Minh")


def day_here(moment: datetime) -> date:
    """The day of a moment: at 2026-12-31 17:00 UTC a new year has begun here."""
    return moment.astimezone(HERE).date()


def today_here() -> date:
    return day_here(timezone.now())
