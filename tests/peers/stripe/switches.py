"""What the peer does to its callers instead of an honest answer."""

import threading
from dataclasses import dataclass, field
from enum import StrEnum


class Trouble(StrEnum):
    RATE_LIMIT = "429"
    """Refused with ``Retry-After``; nothing was done."""
    SERVER_ERROR = "500"
    """Nothing was done, and nothing is remembered for the key."""
    ERROR_AFTERWARDS = "500 after the work"
    SILENCE = "timeout"
    """No answer for ``pause`` seconds; nothing was done."""
    SILENCE_AFTERWARDS = "timeout after the work"
    HANG_UP = "connection closed"
    HANG_UP_AFTERWARDS = "connection closed after the work"
    GARBAGE = "not JSON"

    @property
    def comes_afterwards(self) -> bool:
        return self in (Trouble.ERROR_AFTERWARDS, Trouble.SILENCE_AFTERWARDS, Trouble.HANG_UP_AFTERWARDS)


@dataclass
class Switches:
    """Troubles wait in a queue: each meets the next request whose path begins as it says."""

    retry_after: float = 0
    pause: float = 1.0
    refunds_stay_pending: bool = False
    reversals_are_refused: bool = False
    """The seller has sent the money on to their bank already."""
    _waiting: list[tuple[str, Trouble]] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def meet(self, trouble: Trouble, path: str = "/v1/", *, times: int = 1) -> None:
        with self._lock:
            self._waiting += [(path, trouble)] * times

    def next_for(self, path: str) -> Trouble | None:
        with self._lock:
            for place, (start, trouble) in enumerate(self._waiting):
                if path.startswith(start):
                    del self._waiting[place]
                    return trouble
        return None
