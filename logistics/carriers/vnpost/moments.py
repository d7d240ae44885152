"""VNPost writes moments in several ways, none with a zone: Vietnam's."""

from __future__ import annotations

import re
from datetime import datetime

from logistics.carriers.found import VIETNAM, Found

_DAY_FIRST = re.compile(r"(\d{2})[/-](\d{2})[/-](\d{4})[ T]?(\d{2}):(\d{2})(?::(\d{2}))?")


def moment(found: Found) -> datetime:
    """``21/11/2026 09:30:00``, ``21-11-2026 09:30`` or ISO 8601; fails for anything else."""
    return moment_in(found.text(), found)


def moment_in(text: str, found: Found) -> datetime:
    matched = _DAY_FIRST.fullmatch(text.strip())
    if matched:
        day, month, year, hour, minute, second = matched.groups(default="00")
        text = f"{year}-{month}-{day}T{hour}:{minute}:{second}"
    return Found(text, found.path, found.failing).moment(zone=VIETNAM)
