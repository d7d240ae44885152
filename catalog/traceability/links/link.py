"""Link: one place that the code of a thing leads to, whoever has set it."""

from __future__ import annotations

from dataclasses import dataclass, field

from catalog.traceability.links.link_types import NAMESPACE


@dataclass(frozen=True, slots=True)
class Link:
    link_type: str
    """A word of the GS1 Web Vocabulary: ``pip``."""
    href: str
    title: str
    languages: tuple[str, ...] = ()
    media_type: str = ""
    context: tuple[str, ...] = ()
    is_default: bool = field(default=False, compare=False)
    """Of its level, as its seller or we have said."""

    @property
    def relation(self) -> str:
        return f"{NAMESPACE}{self.link_type}"
