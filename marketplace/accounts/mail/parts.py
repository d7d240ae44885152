"""What the body of a letter is made of besides paragraphs."""

from collections.abc import Sequence
from dataclasses import dataclass

Rows = Sequence[tuple[str, str]]
"""Facts: a name and its value each."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address on a line of its own; the HTML shows ``text`` in its place."""

    url: str
    text: str


Part = str | Rows | Link
