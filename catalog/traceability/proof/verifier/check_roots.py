"""The roots of days: each signed, each after the day before, none missing, and the same that the reader has kept."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from catalog.traceability.proof.canonical import canonical_json, read_json
from catalog.traceability.proof.statement import ROOT_FORMAT, digest
from catalog.traceability.proof.verifier.finding import BROKEN, Finding
from catalog.traceability.proof.verifier.names import ROOTS
from catalog.traceability.proof.verifier.signatures import signed


@dataclass(frozen=True)
class Root:
    """Of one day, as it was signed."""

    size: int
    root: bytes
    statement: str


def check_roots(content: bytes, keys: Mapping[str, str], findings: list[Finding]) -> dict[str, Root]:
    """Those that hold, by their days; what was found out goes to ``findings``."""
    roots: dict[str, Root] = {}
    before = None
    try:
        listed = list(read_json(content)["roots"])
    except BROKEN:
        findings.append(Finding("ROOT", ROOTS, False))
        return roots
    for number, row in enumerate(listed, 1):
        try:
            said = json.loads(row["statement"])
            good = set(row) == {"statement", "signature", "key"} and _holds(said, row["statement"], before)
            good = good and signed(row["statement"].encode(), row["signature"], keys[row["key"]])
            day, before = said["day"], row["statement"]
            findings.append(Finding("ROOT", day, good))
            if good:
                roots[day] = Root(said["size"], bytes.fromhex(said["root"]), row["statement"])
        except BROKEN:
            findings.append(Finding("ROOT", f"{ROOTS} {number}", False))
    return roots


def _holds(said: dict[str, object], statement: str, before: str | None) -> bool:
    if canonical_json(said).decode() != statement or said["format"] != ROOT_FORMAT:
        return False
    if before is None:
        return True
    next_day = date.fromisoformat(json.loads(before)["day"]) + timedelta(days=1)
    return said["previous"] == digest(before) and said["day"] == next_day.isoformat()


def check_kept(content: bytes, roots: Mapping[str, Root], keys: Mapping[str, str]) -> Iterator[Finding]:
    """Days that the kept file does not have stay open: it was saved before they ended, or begins after them."""
    try:
        saved = json.loads(content.decode("utf-8-sig"))
        listed = saved.get("roots", [saved])
        statements = {json.loads(row["statement"])["day"]: row["statement"] for row in listed}
        known = {key["key"]: key["public"] for key in saved.get("keys", ())}
    except BROKEN:
        yield Finding("KEPT_FILE", "--roots", False)
        return
    for day, root in sorted(roots.items()):
        yield Finding("KEPT", day, statements[day] == root.statement if day in statements else None)
    for name, public in sorted(keys.items()):
        yield Finding("KEPT_KEY", name, known[name] == public if name in known else None)
