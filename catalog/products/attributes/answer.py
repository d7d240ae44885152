"""An answer as it is given, before anything is checked."""

import datetime
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class GivenFile:
    content: bytes
    name: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody says for the attribute of this slug; an empty answer takes away what was said.

    ``values`` are slugs of the attribute's values, or their names in any of the marketplace's languages. ``unit`` says
    what ``number`` was measured in, where that isn't the attribute's own unit. ``keep_file`` leaves a file as it is.
    """

    attribute: str
    values: tuple[str, ...] = ()
    number: Decimal | None = None
    unit: str = ""
    boolean: bool | None = None
    text: str = ""
    date: datetime.date | None = None
    file: GivenFile | None = None
    keep_file: bool = False
