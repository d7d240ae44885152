"""How a subject declares what it counts: beside the code that counts it, once a process, in this registry.

Several processes of one host add up where ``PROMETHEUS_MULTIPROC_DIR`` names a folder they share.
"""

from collections.abc import Sequence

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

REGISTRY = CollectorRegistry()
PREFIX = "marketplace_"
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


def counter(name: str, says: str, labels: Sequence[str] = ()) -> Counter:
    """``marketplace_<name>_total``."""
    return Counter(PREFIX + name, says, labels, registry=REGISTRY)


def duration(name: str, says: str, labels: Sequence[str] = ()) -> Histogram:
    """``marketplace_<name>_seconds``, with `SECONDS` as its bounds."""
    return Histogram(f"{PREFIX}{name}_seconds", says, labels, registry=REGISTRY, buckets=SECONDS)


def gauge(name: str, says: str, labels: Sequence[str] = (), *, several: str = "max") -> Gauge:
    """``several``: what counts of several processes, as prometheus_client calls it (``max``, ``liveall`` …)."""
    return Gauge(PREFIX + name, says, labels, registry=REGISTRY, multiprocess_mode=several)  # type: ignore[arg-type]
