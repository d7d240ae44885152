"""A pack: what one rule, or one kind of reader, wants to know of a lot, with the files that hand it over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from logistics.packs.finding import Requirement

if TYPE_CHECKING:
    from logistics.packs.dossier import Dossier


class PackCode(StrEnum):
    """One folder beside this file each."""

    VN_RECORD = "VN_RECORD"
    EUDR = "EUDR"
    PASSPORT = "PASSPORT"
    LACEY = "LACEY"
    ORIGIN = "ORIGIN"
    GPSR = "GPSR"
    FSMA_204 = "FSMA_204"


@dataclass(frozen=True, slots=True)
class PackFile:
    """``write`` makes it in a language; where a format has none, the language is of the column heads alone."""

    name: str
    content_type: str
    write: Callable[[Dossier, str], bytes]


@dataclass(frozen=True, slots=True)
class Pack:
    """``title`` and ``purpose`` are English message ids. ``concerns``: does the rule ask anything of these goods?"""

    code: PackCode
    title: str
    purpose: str
    requirements: tuple[Requirement, ...]
    files: tuple[PackFile, ...]
    concerns: Callable[[Dossier], bool | None]
    """``None`` where the tariff code is too short to tell."""

    def file(self, name: str) -> PackFile | None:
        return next((each for each in self.files if each.name == name), None)


def everything(_dossier: Dossier) -> bool:
    return True
