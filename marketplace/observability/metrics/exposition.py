"""What Prometheus reads: everything counted by the processes of this host, and what the readings add at that moment."""

from collections.abc import Callable, Iterable
from pathlib import Path

from django.conf import settings
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.metrics_core import Metric
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead
from prometheus_client.registry import Collector

from marketplace.observability.metrics.instruments import REGISTRY

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
Readings = Callable[[], Iterable[Metric]]
_readings: list[Readings] = []


class _Readings(Collector):
    def __init__(self, read: Readings) -> None:
        self._read = read

    def collect(self) -> Iterable[Metric]:
        return self._read()


def add_readings(read: Readings) -> None:
    """Have ``read`` asked at every scrape for figures that nobody counts as they happen."""
    if read not in _readings:
        _readings.append(read)


def exposition() -> bytes:
    """The text of version 0.0.4."""
    return generate_latest(_collected())


def names() -> set[str]:
    """Every name of a series that is exported here, with the endings of counters and histograms."""
    families = [*REGISTRY.collect(), *(metric for read in _readings for metric in read())]
    endings = {"counter": ("_total",), "histogram": ("_bucket", "_count", "_sum")}
    return {family.name + ending for family in families for ending in endings.get(family.type, ("",))}


def _collected() -> CollectorRegistry:
    folder = settings.METRICS_DIR
    registry = CollectorRegistry() if folder else REGISTRY
    if folder:
        _forget_dead(folder)
        MultiProcessCollector(registry, path=str(folder))  # type: ignore[no-untyped-call]  # the library's has no types
        for read in _readings:
            registry.register(_Readings(read))
        return registry
    joined = CollectorRegistry()
    joined.register(REGISTRY)
    for read in _readings:
        joined.register(_Readings(read))
    return joined


def _forget_dead(folder: Path) -> None:
    """Memory and the like of processes that have ended; what they counted stays."""
    for file in folder.glob("gauge_live*_*.db"):
        process = file.stem.rpartition("_")[2]
        if process.isdigit() and not Path(f"/proc/{process}").exists() and Path("/proc/self").exists():
            mark_process_dead(int(process), str(folder))  # type: ignore[no-untyped-call]  # as above
