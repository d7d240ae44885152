"""One record of a bundle: its parts with their salts, bare commitments for the rest, and the way to its root."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any

from catalog.traceability.proof.canonical import canonical_json
from catalog.traceability.proof.commitments import commitment
from catalog.traceability.proof.day import ProofLeaf
from catalog.traceability.proof.parts import Path
from catalog.traceability.proof.prove import Inclusion
from catalog.traceability.proof.sealed_record import Record, all_parts, salts


def entry(
    record: Record, *, leaf: ProofLeaf | None, opened: bytes, paths: Set[Path], proof: Inclusion | None
) -> dict[str, Any]:
    """As `verifier.check_record` reads it. Without a leaf (it is minutes old) it is made as its leaf will be."""
    parts = all_parts(record)
    salted = salts(parts, record, opened)
    shown = [
        {"path": list(path), "salt": salted[path].hex(), "value": parts[path]}
        for path in sorted(parts, key=lambda path: canonical_json(list(path)))
        if path in paths
    ]
    withheld = sorted(commitment(salted[path], path, parts[path]).hex() for path in parts if path not in paths)
    return {"parts": shown, "withheld": withheld, "proof": _proof(proof) if leaf is not None else None}


def _proof(found: Inclusion | None) -> Mapping[str, Any] | None:
    if found is None:
        return None
    return {"day": found.day.isoformat(), "position": found.position, "size": found.size, "path": list(found.path)}
