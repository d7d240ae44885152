"""Windows of time in which a thing counts: from the moment it was packed until it was taken out again."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

EARLIEST = datetime.min.replace(tzinfo=UTC)
LATEST = datetime.max.replace(tzinfo=UTC)


class Window(NamedTuple):
    """Both ends belong to it: clocks of two parties agree to the minute at best."""

    start: datetime
    end: datetime

    def holds(self, moment: datetime) -> bool:
        return self.start <= moment <= self.end

    def covers(self, other: Window) -> bool:
        return self.start <= other.start and other.end <= self.end

    def common(self, other: Window) -> Window | None:
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Window(start, end) if start <= end else None


ALWAYS = Window(EARLIEST, LATEST)
