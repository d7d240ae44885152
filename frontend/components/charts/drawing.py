"""What a chart is made of, in the units of its picture: one unit is about a pixel."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

SIGN = 6.8
"""The width of a figure in an axis' size of type, with some room."""
MOST_SERIES = 5
"""More cannot be told apart by their colours."""


@dataclass(frozen=True, slots=True)
class Size:
    """``name`` is its class in the style sheet."""

    name: str
    width: int
    height: int


SIZES = (Size("wide", 760, 260), Size("narrow", 340, 220))
TOP, BOTTOM = 12, 28


@dataclass(frozen=True, slots=True)
class Series:
    """One colour of the chart: a value for every label."""

    name: str
    values: Sequence[Decimal]


@dataclass(frozen=True, slots=True)
class Figures:
    """What is drawn. ``say`` writes a value out, ``label`` shortly for the axis."""

    labels: Sequence[str]
    names: Sequence[str]
    """What each label stands for, written out."""
    series: Sequence[Series]
    say: Callable[[Decimal], str]
    label: Callable[[Decimal], str]
    whole: bool = False

    def said(self, series: Series, index: int) -> str:
        """What a reader is told who points at one value."""
        start = f"{self.names[index]} · {series.name}" if len(self.series) > 1 else self.names[index]
        return f"{start}: {self.say(series.values[index])}"


@dataclass(frozen=True, slots=True)
class Tick:
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Label:
    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    x: float
    y: float
    width: float
    height: float
    series: int
    said: str


@dataclass(frozen=True, slots=True)
class Dot:
    x: float
    y: float
    said: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through its dots; ``ground`` closes it to an area down to the zero line."""

    series: int
    points: str
    ground: str
    dots: tuple[Dot, ...]


@dataclass(slots=True)
class Picture:
    size: Size
    left: float
    right: float
    zero: float
    ticks: list[Tick]
    labels: list[Label]
    bars: list[Bar] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Chart:
    pictures: tuple[Picture, ...]
    legend: tuple[str, ...]
    """The names of the series in their order; empty for a single one, which the heading names."""
