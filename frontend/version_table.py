"""The versions of a quote side by side, the latest first, with what changed from the one before it."""

from typing import Any

SHOWN = 4
"""The latest ones; the history names them all."""


def version_table(quote: dict[str, Any]) -> dict[str, Any] | None:
    """Rows of cells, one per version; nothing as long as there is no version."""
    versions = quote["versions"][-SHOWN:]
    if not versions:
        return None
    return {"versions": versions[::-1], "lines": _line_rows(versions), "facts": _fact_rows(versions)}


def _key(line: dict[str, Any]) -> str:
    """What makes a line the same one in the next version: what it answers, else its goods, else its words."""
    for name in ("requestLine", "variant"):
        if line[name]:
            return f"{name}:{line[name]['id']}"
    return f"words:{line['description']}"


def _line_rows(versions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    by_version = [{_key(line): line for line in version["lines"]} for version in versions]
    keys = list(dict.fromkeys(key for lines in by_version for key in lines))
    rows = []
    for key in keys:
        found = [lines.get(key) for lines in by_version]
        said = [_said(line) for line in found]
        description = next(line["description"] for line in reversed(found) if line)
        rows.append({"description": description, "cells": _cells("line", found, said)})
    return rows


def _said(line: dict[str, Any] | None) -> Any:
    if line is None:
        return None
    tiers = [(tier["minimumQuantity"], tier["unitPrice"]["amount"]) for tier in line["tiers"]]
    return line["description"], line["quantity"], line["unit"], line["unitPrice"]["amount"], tiers


def _fact_rows(versions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    columns: dict[str, list[Any]] = {
        "freight": [version["freight"] for version in versions],
        "total": [version["total"] for version in versions],
        "payment": [version["paymentTerms"]["display"] for version in versions],
        "deposit": [version["deposit"] for version in versions],
        "balance": [version["balance"] for version in versions],
        "delivery": [f"{version['incoterm']} {version['namedPlace']}" for version in versions],
        "lead": [version["leadTimeDays"] for version in versions],
        "valid": [version["validUntil"] for version in versions],
        "notes": [version["notes"] for version in versions],
    }
    return [
        {"name": name, "cells": _cells("value", values, values)}
        for name, values in columns.items()
        if any(value not in (None, "") for value in values)
    ]


def _cells(name: str, shown: list[Any], compared: list[Any]) -> list[dict[str, Any]]:
    """Latest first. A note that isn't repeated is no change."""
    before = [compared[0], *compared]
    cells = [{name: value, "changed": compared[n] not in ("", before[n])} for n, value in enumerate(shown)]
    return cells[::-1]
