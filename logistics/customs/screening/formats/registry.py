"""Which formats of lists there are: every folder beside this file that has a ``read.py``."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from logistics.customs.screening.list_format import ListFormat


class UnknownListFormat(LookupError):
    def __init__(self, code: str) -> None:
        super().__init__(f"there is no list format {code!r}")
        self.code = code


@cache
def list_formats() -> dict[str, ListFormat]:
    """Every format by its code, in the order of the codes."""
    folders = sorted(path.parent.name for path in Path(__file__).parent.glob("*/read.py"))
    found: list[ListFormat] = [import_module(f"{__package__}.{folder}.read").FORMAT for folder in folders]
    return {each.code: each for each in found}


def list_format(code: str) -> ListFormat:
    """The format with this code; raises ``UnknownListFormat``."""
    try:
        return list_formats()[code]
    except KeyError:
        raise UnknownListFormat(code) from None
