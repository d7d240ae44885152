"""The thresholds of the rules, as data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from catalog.traceability.shopper.scans.scan_alert import ScanRule


@dataclass(frozen=True, slots=True)
class Threshold:
    """``days`` looked back on, today included; ``scans`` and ``countries`` from which it is told, 0 where not asked."""

    days: int
    scans: int = 0
    countries: int = 0


@cache
def thresholds() -> dict[str, Threshold]:
    """By rule."""
    rows = tomllib.loads(Path(__file__).with_name("rules.toml").read_text(encoding="utf-8"))
    return {rule: Threshold(**rows[rule.lower()]) for rule in ScanRule.values}
