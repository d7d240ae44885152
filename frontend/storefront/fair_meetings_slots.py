"""Free half-hours as one chooses among them: by day on the reader's clocks, with the time in Việt Nam beside."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from frontend.filters import to_moment
from i18n.formatting import HERE, format_date
from i18n.zones import both_zones, clock_time, zone_name


def slots_by_day(slots: Iterable[Mapping[str, Any]], language: str, zone: str) -> list[dict[str, Any]]:
    """``[{"day": "Thursday, 22 April 2027", "times": [{"value", "own", "here"}, …]}, …]``.

    ``here`` is empty where both clocks show the same; its day is named where that is another.
    """
    times = [_time(slot, language, zone) for slot in slots]
    days = groupby(times, key=lambda time: time["day"])
    return [{"day": format_date(day, language, "full"), "times": list(of_day)} for day, of_day in days]


def clock_names(slots: Iterable[Mapping[str, Any]], language: str, zone: str) -> list[str]:
    """Whose clocks the list shows: the reader's first."""
    for slot in slots:
        return [zone_name(each, language) for each in both_zones(to_moment(slot["startsAt"]), zone)]
    return []


def _time(slot: Mapping[str, Any], language: str, zone: str) -> dict[str, Any]:
    moment = to_moment(slot["startsAt"])
    own, *other = both_zones(moment, zone)
    day = moment.astimezone(ZoneInfo(own)).date()
    here = clock_time(moment, language, HERE) if other else ""
    day_here = moment.astimezone(ZoneInfo(HERE)).date()
    if here and day_here != day:
        here = f"{format_date(day_here, language, 'short')} {here}"
    return {**slot, "value": slot["startsAt"], "day": day, "own": clock_time(moment, language, own), "here": here}
