"""One figure of a moment."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reading:
    """``name`` without the common prefix; a unit is part of it."""

    name: str
    says: str
    value: float
    labels: dict[str, str] = field(default_factory=dict)
