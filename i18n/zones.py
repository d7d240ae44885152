"""Time zones as their readers call them, and a moment on the clocks of two of them."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale, dates

from i18n.formatting import HERE, format_datetime
from i18n.languages import language as known_language


def zone_name(zone: str, language: str) -> str:
    """Whose clocks they are, in a language: ``Asia/Seoul`` -> ``South Korea Time`` (vi ``Giờ Hàn Quốc``)."""
    return dates.get_timezone_location(zone, locale=Locale.parse(known_language(language).locale))


def is_zone(name: str) -> bool:
    """Whether the IANA time zone database has it."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def clock_rows(moment: datetime, language: str, zone: str) -> list[tuple[str, str]]:
    """On the reader's clocks and on those of Việt Nam, both named.

    ``[("South Korea Time", "24 Apr 2027, 11:00 (UTC+9)"), ("Vietnam Time", "… 09:00 (UTC+7)")]``; one row where both
    clocks show the same, or the reader's zone is not known.
    """
    return [(zone_name(each, language), format_datetime(moment, language, each)) for each in both_zones(moment, zone)]


def both_zones(moment: datetime, zone: str) -> list[str]:
    """The reader's zone, then Việt Nam's unless it shows the same then."""
    if not is_zone(zone) or _shown(moment, zone) == _shown(moment, HERE):
        return [HERE]
    return [zone, HERE]


def clock_time(moment: datetime, language: str, zone: str) -> str:
    """The hour alone: ``11:00``, ``오전 11:00``."""
    locale = Locale.parse(known_language(language).locale)
    return dates.format_time(moment.astimezone(ZoneInfo(zone)), format="short", locale=locale)


def _shown(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
