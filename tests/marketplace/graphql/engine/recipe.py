"""The few numbers a generated case is made from. Hypothesis draws and shrinks them; the rest follows from the seed."""

from dataclasses import dataclass
from random import Random

from hypothesis import strategies as st


@dataclass(frozen=True)
class Recipe:
    seed: int
    objects: int = 3
    fields: int = 4
    depth: int = 3
    items: int = 3
    trouble: float = 0.08  # how often a value is null, of a wrong type, or an error
    non_null: float = 0.45


recipes = st.builds(
    Recipe,
    seed=st.integers(0, 2**48),
    objects=st.integers(1, 4),
    fields=st.integers(1, 5),
    depth=st.integers(1, 4),
    items=st.integers(0, 3),
    trouble=st.sampled_from([0.0, 0.02, 0.08, 0.2]),
    non_null=st.sampled_from([0.1, 0.45, 0.8]),
)


def seeded(seed: int | str) -> Random:
    """Draws that are the same in every run."""
    return Random(seed)  # noqa: S311 - test data
