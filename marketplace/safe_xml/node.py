"""An element of XML from outside, by local names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


class BadXml(ValueError):
    """What came is no XML that can be believed; ``place`` says where, when that is known."""

    def __init__(self, reason: str, place: str = "") -> None:
        super().__init__(f"{reason} {place}".strip())
        self.reason = reason
        self.place = place


@dataclass(slots=True)
class Node:
    name: str
    attributes: dict[str, str]
    children: list[Node] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    prefix: str = ""
    """As it is written; what it stands for is said by ``xmlns:`` attributes at this element or around it."""

    @property
    def text(self) -> str:
        return "".join(self.pieces).strip()

    def all(self, path: str) -> Iterator[Node]:
        """Every node at ``A/B/C`` below this one."""
        name, _, rest = path.partition("/")
        for child in self.children:
            if child.name == name:
                yield from child.all(rest) if rest else (child,)

    def first(self, *paths: str) -> Node | None:
        """The first node at the first of the paths that has one."""
        return next((node for path in paths for node in self.all(path)), None)

    def word(self, *paths: str) -> str:
        """The text there, or nothing."""
        return next((node.text for path in paths for node in self.all(path) if node.text), "")
