"""How much memory this process holds. Asked of the system every few seconds at most, while it works."""

import os
from pathlib import Path
from time import monotonic

from marketplace.observability.metrics.instruments import gauge

EVERY_SECONDS = 10.0
_resident = gauge("process_resident_bytes", "Memory that a process holds, by its id.", several="liveall")
_page_bytes = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
_STATM = Path("/proc/self/statm")
_next = 0.0


def note_memory() -> None:
    global _next  # one a process; two threads that come at once only ask twice
    now = monotonic()
    if now < _next:
        return
    _next = now + EVERY_SECONDS
    if _STATM.exists():  # Linux only
        _resident.set(int(_STATM.read_text().split()[1]) * _page_bytes)
