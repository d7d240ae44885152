"""Which day of a fair a moment belongs to."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from marketplace.expo.exhibition import Expo


def day_of(expo: Expo, moment: datetime) -> date:
    """In the fair's own time zone."""
    return moment.astimezone(ZoneInfo(expo.timezone)).date()
