"""One indicator's figures as JSON; ``schema.json`` beside this file says what is in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from marketplace.environment import environment
from marketplace.indicators.definition import ROUNDED_TO, Definition
from marketplace.indicators.files.texts import DIMENSIONS, SUPPRESSION, UNITS, in_all_languages
from marketplace.indicators.files.told import keys_of, moment, number, period_of
from marketplace.indicators.snapshot import Snapshot


def json_file(definition: Definition, snapshots: Iterable[Snapshot], *, origin: str) -> dict[str, Any]:
    """``origin``: the marketplace's address."""
    return {
        "$schema": f"{origin}/indicators/schema.json",
        **about(definition),
        "licence": environment.open_data_licence,
        "periods": [_period(definition, each) for each in snapshots],
    }


def about(definition: Definition) -> dict[str, Any]:
    """What the definition says, in all languages."""
    return {
        "id": definition.id,
        "name": in_all_languages(definition.name),
        "description": in_all_languages(definition.description),
        "method": in_all_languages(definition.method),
        "contributors": in_all_languages(definition.contributors),
        "suppression": in_all_languages(SUPPRESSION),
        "unit": {"code": definition.unit.value, "name": in_all_languages(UNITS[definition.unit])},
        "rounded_to": number(ROUNDED_TO[definition.unit]),
        "frequency": definition.period.value,
        "dimensions": [
            {"id": each.value.lower(), "name": in_all_languages(DIMENSIONS[each][0]), "codes": DIMENSIONS[each][1]}
            for each in definition.dimensions
        ],
        "method_version": definition.version,
        "method_since": definition.since.isoformat(),
    }


def _period(definition: Definition, snapshot: Snapshot) -> dict[str, Any]:
    return {
        "period": period_of(definition, snapshot).code,
        "first_day": snapshot.first_day.isoformat(),
        "last_day": snapshot.last_day.isoformat(),
        "version": snapshot.version,
        "method_version": snapshot.method_version,
        "taken_at": moment(snapshot.taken_at),
        "reason": snapshot.reason or None,
        "details": snapshot.details,
        "observations": [
            {**dict(keys_of(definition, row)), "value": number(row.value), "status": row.status.lower()}
            for row in snapshot.observations.all()
        ],
    }
