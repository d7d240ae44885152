"""Time zones to choose from: the clocks most people live by, named in the reader's language."""

from functools import cache

from i18n.zones import zone_name

HERE = "Asia/Ho_Chi_Minh"
ZONES = (
    HERE, "Asia/Seoul", "Asia/Tokyo", "Asia/Shanghai", "Asia/Hong_Kong", "Asia/Taipei", "Asia/Singapore",
    "Asia/Kuala_Lumpur", "Asia/Bangkok", "Asia/Jakarta", "Asia/Manila", "Asia/Phnom_Penh", "Asia/Vientiane",
    "Asia/Yangon", "Asia/Dhaka", "Asia/Kolkata", "Asia/Colombo", "Asia/Karachi", "Asia/Dubai", "Asia/Riyadh",
    "Asia/Jerusalem", "Asia/Almaty", "Asia/Tashkent", "Europe/Istanbul", "Europe/Moscow", "Europe/Helsinki",
    "Europe/Athens", "Europe/Warsaw", "Europe/Stockholm", "Europe/Berlin", "Europe/Amsterdam", "Europe/Brussels",
    "Europe/Paris", "Europe/Rome", "Europe/Madrid", "Europe/Zurich", "Europe/Vienna", "Europe/Prague",
    "Europe/London", "Europe/Dublin", "Europe/Lisbon", "Africa/Cairo", "Africa/Lagos", "Africa/Nairobi",
    "Africa/Johannesburg", "America/Sao_Paulo", "America/Argentina/Buenos_Aires", "America/Santiago",
    "America/Bogota", "America/Lima", "America/Mexico_City", "America/New_York", "America/Toronto",
    "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Vancouver", "Pacific/Honolulu",
    "Australia/Perth", "Australia/Brisbane", "Australia/Sydney", "Pacific/Auckland",
)  # fmt: skip
_OF_LANGUAGE = {
    "ko": "Asia/Seoul",
    "ja": "Asia/Tokyo",
    "zh-Hans": "Asia/Shanghai",
    "nl": "Europe/Amsterdam",
    "it": "Europe/Rome",
}


def zone_of_language(language: str) -> str:
    """Where most readers of a language live; Viet Nam for those spoken all over the world."""
    return _OF_LANGUAGE.get(language, HERE)


@cache
def time_zones(language: str, also: str = "") -> list[tuple[str, str]]:
    """Zone and name (``Asia/Seoul``, ``대한민국``), Viet Nam first; ``also`` is in the list in any case."""
    zones = {*ZONES, also} - {"", HERE}
    named = [(zone, zone_name(zone, language)) for zone in zones]
    return [(HERE, zone_name(HERE, language)), *sorted(named, key=lambda pair: pair[1])]
