"""Running calls at the same moment, each in a thread and connection of its own."""

import threading
from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection


def side_by_side(calls: Sequence[Callable[[], Any]]) -> list[Any]:
    """What each call returned, or the exception it raised, in the order of the calls."""
    barrier = threading.Barrier(len(calls))
    results: list[Any] = [None] * len(calls)

    def run(place: int) -> None:
        try:
            barrier.wait(timeout=10)
            results[place] = calls[place]()
        except Exception as failure:  # handed to the test, which says what it expects
            results[place] = failure
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(calls))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return results
