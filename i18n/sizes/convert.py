"""A size in the systems of other markets."""

from collections.abc import Sequence

from i18n.sizes.chart import SizeChart, SizeRow

_DECIMAL = str.maketrans(",", ".")
_SYSTEM_OF_COUNTRY = {"VN": "VN", "US": "US", "CA": "US", "JP": "JP", "KR": "KR", "GB": "UK", "IE": "UK", "IT": "IT"}
"""Elsewhere the European system is told; a chart without Italian sizes tells Italians theirs too."""


def equivalents(chart: SizeChart, system: str, size: str) -> list[SizeRow]:
    """The rows that have this size, lengths in order; a size may stand for two lengths. None when there is no such.

    ``42``, ``42.0``, ``42,0`` and `` m `` are understood as people write them.
    """
    wanted = tidy_size(size)
    return [row for row in chart.rows if row.sizes.get(system) == wanted]


def tidy_size(size: str) -> str:
    """``26,50`` -> ``26.5``, ``42.0`` -> ``42``, ``xxl`` -> ``XXL``."""
    text = size.strip().upper().translate(_DECIMAL)[:20]
    whole, dot, part = text.partition(".")
    if not dot or not (whole + part).isdigit():
        return text
    return f"{whole}.{part.rstrip('0')}".rstrip(".")


def system_of_country(country: str, systems: Sequence[str]) -> str:
    """The system that buyers of a country know, among those of a chart."""
    known = _SYSTEM_OF_COUNTRY.get(country, "EU")
    return known if known in systems else "EU"
