"""The rules that packs are made for, read from ``rules.toml``: dated, each with its basis and source."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from logistics.customs.dated import Provenance, provenance

FILE = Path(__file__).parent / "rules.toml"


@dataclass(frozen=True, slots=True)
class Rule:
    """``title`` is how lawyers call it, in the language of its source."""

    code: str
    title: str
    article: str
    since: Provenance


@cache
def rules() -> dict[str, Rule]:
    """By code; a row without one of the fields is a mistake and raises ``KeyError``."""
    rows = tomllib.loads(FILE.read_text("utf-8"))["rule"]
    return {row["code"]: Rule(row["code"], row["title"], row["article"], provenance(row)) for row in rows}
