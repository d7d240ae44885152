"""Celery's clock, safe to run twice: one leads, the others stand by and take over within two seconds.

1. Before each look at the table the lead is asked for. Whoever has not got it sends nothing and asks again soon.
2. Whoever takes the lead reads when each rare job was last sent, so that neither a restart nor a change of the lead
   makes a daily job come early, twice, or never.
3. What is sent is noted after it was sent: a clock that dies in between lets its job come once more, which is safe.

It writes no file.
"""

import os
import socket
import time
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog
from celery.beat import ScheduleEntry, Scheduler
from django.db import DatabaseError, close_old_connections

from marketplace.beat.leadership import Leadership, leadership
from marketplace.beat.tick import BEAT, last_ticks, remember

log = structlog.get_logger(__name__)
LOOK_AGAIN = 1.0
"""Seconds between two questions for the lead."""
RARE = timedelta(minutes=1)
"""Jobs from here on are noted one by one; the others come again before anybody misses them."""
SIGN_OF_LIFE = 10.0


class SharedScheduler(Scheduler):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._lead: Leadership | None = None
        self._leads, self._signed = False, 0.0
        self._name = f"{socket.gethostname()}:{os.getpid()}"
        super().__init__(*args, **kwargs)

    def tick(self, *args: Any, **kwargs: Any) -> float:
        """Seconds until the next look."""
        close_old_connections()
        if not self._has_lead():
            return LOOK_AGAIN
        try:
            if not self._leads:
                self._take_over()
            self._give_sign_of_life()
        except DatabaseError as error:
            log.warning("the clock waits for the database", error=type(error).__name__)
            return LOOK_AGAIN
        return float(super().tick(*args, **kwargs))

    def apply_async(self, entry: ScheduleEntry, producer: Any = None, advance: bool = True, **kwargs: Any) -> Any:
        sent = super().apply_async(entry, producer=producer, advance=advance, **kwargs)
        if entry.schedule.run_every >= RARE:
            remember(entry.name, at=datetime.now(UTC), by=self._name)
        return sent

    def close(self) -> None:
        super().close()
        if self._lead is not None:
            self._lead.give_up()

    def _has_lead(self) -> bool:
        self._lead = self._lead or leadership()
        held = self._lead.is_held()
        if self._leads and not held:
            log.warning("the lead is lost", clock=self._name)
            self._leads = False
        return held

    def _take_over(self) -> None:
        sent = last_ticks()
        for name, entry in self.schedule.items():
            entry.last_run_at = sent.get(name) or entry.default_now()
        self._heap = None  # made anew from these times
        self._leads = True
        log.info("the clock leads", clock=self._name)

    def _give_sign_of_life(self) -> None:
        if time.monotonic() >= self._signed:
            remember(BEAT, at=datetime.now(UTC), by=self._name)
            self._signed = time.monotonic() + SIGN_OF_LIFE
