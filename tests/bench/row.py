"""One line of the benchmark's table."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """`figure` in `unit`; `against` is the figure it is compared with (same unit) and `ratio` how many times better."""

    name: str
    figure: float
    unit: str
    against: float | None = None
    ratio: float | None = None
