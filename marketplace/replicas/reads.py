"""Which reads of the present request may lag.

Outside a request, and without a replica, none may: everything goes to the primary. The state lives in a context
variable, so that threads and tasks of other requests never see it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(slots=True)
class Reads:
    """One request's."""

    may_lag: bool
    is_change: bool = False
    """Whether it was sent to change something: only such a request pins those who sent it."""
    wrote: bool = False
    actor: str | None = None
    """Who is signed in, by their key."""


current: ContextVar[Reads | None] = ContextVar("replicas.reads", default=None)


def change_begins() -> None:
    """From here on nothing that this request reads may lag, and its caller is pinned: a mutation runs."""
    reads = current.get()
    if reads is not None:
        reads.may_lag, reads.wrote = False, True


@contextmanager
def fresh_reads() -> Iterator[None]:
    """Inside nothing lags: for what is kept longer than a request, as an answer in a cache."""
    reads = current.get()
    if reads is None or not reads.may_lag:
        yield
        return
    reads.may_lag = False
    try:
        yield
    finally:
        reads.may_lag = not reads.wrote
