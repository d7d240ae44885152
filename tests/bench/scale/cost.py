"""What one request costs: processor time of this process, of its PostgreSQL backend, and the statements it sends."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import process_time

from django.db import connection
from django.test.utils import CaptureQueriesContext

WARM, TIMES = 4, 15


@dataclass(frozen=True)
class Cost:
    """Medians, in milliseconds of processor time: waiting for a busy machine isn't in them."""

    application: float
    database: float
    statements: int

    @property
    def total(self) -> float:
        return self.application + self.database


def cost_of(ask: Callable[[], None], *, times: int = TIMES) -> Cost:
    for _ in range(WARM):
        ask()
    with CaptureQueriesContext(connection) as sent:
        ask()
    spent = [_spent(ask) for _ in range(times)]
    return Cost(median(one for one, _other in spent), median(other for _one, other in spent), len(sent))


def _spent(ask: Callable[[], None]) -> tuple[float, float]:
    connection.ensure_connection()
    backend = connection.connection.info.backend_pid
    own, others = process_time(), _backend(backend)
    ask()
    if connection.connection.info.backend_pid != backend:
        raise RuntimeError("the connection was changed under the measure")
    return (process_time() - own) * 1000, (_backend(backend) - others) / 1e6


def _backend(process: int) -> int:
    """Nanoseconds that a process of this machine has run, as Linux counts them."""
    return int(Path(f"/proc/{process}/schedstat").read_text().split()[0])
