"""How often a cache had what was asked of it."""

from marketplace.observability.metrics.instruments import counter

_reads = counter("cache_reads", "Look-ups in a cache, by what came of them.", ["cache", "outcome"])


def cache_read(cache: str, *, hit: bool) -> None:
    """``cache`` is one of few names."""
    _reads.labels(cache, "hit" if hit else "miss").inc()
