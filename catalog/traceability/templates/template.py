"""A trade's template: the stages that its lots usually go through, and what each is asked for."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from catalog.traceability.step_kind import StepKind

_DATA = Path(__file__).with_name("data")
_FIELDS = "fields.toml"


@dataclass(frozen=True, slots=True)
class FieldTemplate:
    """A value that a stage asks for. ``name`` is how events call it."""

    key: str
    kind: str
    """text, number or date."""
    unit: str
    name: str


@dataclass(frozen=True, slots=True)
class StageTemplate:
    key: str
    kind: StepKind
    required: tuple[FieldTemplate, ...]
    fields: tuple[FieldTemplate, ...]
    """Those that may be left out."""
    papers: tuple[str, ...]
    wants_photos: bool

    @property
    def asked(self) -> tuple[FieldTemplate, ...]:
        return self.required + self.fields


@dataclass(frozen=True, slots=True)
class TradeTemplate:
    """``crafts`` are those of sellers whose lots begin with it."""

    key: str
    crafts: tuple[str, ...]
    stages: tuple[StageTemplate, ...]

    def stage(self, key: str) -> StageTemplate | None:
        return next((stage for stage in self.stages if stage.key == key), None)


@cache
def fields() -> dict[str, FieldTemplate]:
    given = tomllib.loads((_DATA / _FIELDS).read_text(encoding="utf-8"))
    return {
        key: FieldTemplate(key, one["kind"], one.get("unit", ""), one.get("ilmd", key)) for key, one in given.items()
    }


@cache
def trades() -> dict[str, TradeTemplate]:
    """By key, which is the name of its file."""
    files = sorted(path for path in _DATA.glob("*.toml") if path.name != _FIELDS)
    return {path.stem: _trade(path.stem, tomllib.loads(path.read_text(encoding="utf-8"))) for path in files}


def trade_of_craft(craft: str) -> TradeTemplate | None:
    return next((trade for trade in trades().values() if craft in trade.crafts), None)


@cache
def stage_kinds() -> dict[str, StepKind]:
    """Every stage of any trade, which mean the same wherever they stand."""
    return {stage.key: stage.kind for trade in trades().values() for stage in trade.stages}


def _trade(key: str, given: dict[str, Any]) -> TradeTemplate:
    return TradeTemplate(key, tuple(given["crafts"]), tuple(map(_stage, given["stages"])))


def _stage(given: dict[str, Any]) -> StageTemplate:
    return StageTemplate(
        key=given["key"],
        kind=StepKind(given["kind"]),
        required=tuple(fields()[name] for name in given["required"]),
        fields=tuple(fields()[name] for name in given["fields"]),
        papers=tuple(given.get("papers", ())),
        wants_photos=given.get("photos", False),
    )
