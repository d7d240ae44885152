"""The frame of a chart: where values and labels lie, and which of the labels are written."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from frontend.components.charts.drawing import BOTTOM, SIGN, TOP, Figures, Label, Picture, Size, Tick
from frontend.components.charts.scale import ticks


@dataclass(frozen=True, slots=True)
class Axes:
    size: Size
    left: float
    highest: Decimal
    count: int

    @property
    def right(self) -> float:
        return self.size.width - 4.0

    @property
    def zero(self) -> float:
        return float(self.size.height - BOTTOM)

    @property
    def slot(self) -> float:
        """The room of one label."""
        return (self.right - self.left) / max(self.count, 1)

    def x(self, index: int) -> float:
        """The middle of a slot."""
        return round(self.left + self.slot * (index + 0.5), 1)

    def y(self, value: Decimal) -> float:
        return round(self.zero - float(value / self.highest) * (self.zero - TOP), 1)


def frame(figures: Figures, size: Size, highest: Decimal) -> tuple[Axes, Picture]:
    """The empty picture: the zero line, the ticks and the labels that have room."""
    named = ticks(highest, whole=figures.whole)
    texts = [figures.label(value) for value in named]
    left = max(len(text) for text in texts) * SIGN + 8
    axes = Axes(size, left, named[-1], len(figures.labels))
    picture = Picture(
        size=size,
        left=left,
        right=axes.right,
        zero=axes.zero,
        ticks=[Tick(axes.y(value), text) for value, text in zip(named, texts, strict=True)],
        labels=_labels(axes, figures.labels),
    )
    return axes, picture


def _labels(axes: Axes, texts: Sequence[str]) -> list[Label]:
    """Every n-th, so that none touches another; those at the ends are moved inside."""
    if not texts:
        return []
    room = max(len(text) for text in texts) * SIGN + 14
    every = max(1, ceil(room / axes.slot))
    half = room / 2 - 7
    return [
        Label(round(min(max(axes.x(index), axes.left + half), axes.right - half), 1), text)
        for index, text in enumerate(texts)
        if index % every == 0
    ]
