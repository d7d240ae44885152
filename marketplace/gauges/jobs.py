"""How often each job is to run: what its last success is compared with."""

from collections.abc import Iterator

from marketplace.gauges.reading import Reading
from marketplace.periodic import JOBS


def read() -> Iterator[Reading]:
    for job in JOBS:
        yield Reading("job_interval_seconds", "How often a job is to run.", job.every_seconds, {"job": job.name})
