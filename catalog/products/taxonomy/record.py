"""What a taxonomy's files say, in one form whatever file says it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from i18n.languages import LANGUAGES

_OURS = {"zh": "zh-Hans", "zh-CN": "zh-Hans"}
_NOT_IN_A_HANDLE = re.compile(r"[^a-z0-9]+")


class Kind(StrEnum):
    """In the order they have to be written: a value needs its attribute, a suggestion its category and attribute."""

    ATTRIBUTE = "attributes"
    VALUE = "values"
    CATEGORY = "categories"
    SUGGESTION = "suggestions"


@dataclass(frozen=True, slots=True)
class Record:
    """One statement. ``above`` is a category's parent, a value's attribute, or the category that suggests."""

    kind: Kind
    reference: str
    row: int
    """The line of a text, the element's number in a JSON file; the first is 1 (of a table, 2: the head is 1)."""
    names: Mapping[str, str] = field(default_factory=dict)
    """By language of the marketplace."""
    above: str = ""
    description: str = ""


class UnreadableFile(ValueError):
    """The file is none of a taxonomy's, or is broken; ``reason`` says how."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path.name}: {reason}")
        self.path, self.reason = path, reason


class Source(Protocol):
    """A file, read anew for every kind, so that nothing has to be kept."""

    @property
    def languages(self) -> frozenset[str]:
        """Those of the marketplace that it has names in."""
        ...

    @property
    def skipped(self) -> frozenset[str]:
        """Languages that it has and the marketplace hasn't."""
        ...

    def records(self, kind: Kind) -> Iterator[Record]:
        """Its statements of a kind, in order."""
        ...


def language_of(name: str) -> str | None:
    """A taxonomy's name for a language as the marketplace's code; ``None`` for one that it doesn't speak."""
    code = _OURS.get(name, name)
    return code if code in LANGUAGES else None


def handle(text: str) -> str:
    """An attribute's or value's handle, one way of writing for both ways it is published in.

    ``audio_codecs/formats_supported`` -> ``audio-codecs-formats-supported``, ``energy_class__a+`` ->
    ``energy-class__a-plus``.
    """
    text = text.replace("+", "-plus").replace("#", "-hashtag-")
    parts = (_NOT_IN_A_HANDLE.sub("-", part).strip("-") for part in text.strip().lower().split("__", 1))
    return "__".join(parts)


def category_code(text: str) -> str:
    """``gid://shopify/TaxonomyCategory/ap-2-1`` or ``ap-2-1`` -> ``ap-2-1``."""
    return text.strip().rpartition("/")[2]
