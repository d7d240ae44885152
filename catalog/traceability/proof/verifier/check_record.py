"""One event or file of a bundle: from its parts to its leaf, and from the leaf up to the root of its day."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from catalog.traceability.epcis.hash.event_hash import event_hash
from catalog.traceability.proof.canonical import read_json
from catalog.traceability.proof.commitments import SALT_BYTES, commitment, leaf_of
from catalog.traceability.proof.parts import FILE, HASH, RECORD_TIME, Path, as_path, document_of
from catalog.traceability.proof.tree import root_by_path
from catalog.traceability.proof.verifier.check_roots import Root
from catalog.traceability.proof.verifier.finding import BROKEN, Finding
from catalog.traceability.proof.verifier.names import EVENTS

_FIELDS = {"parts", "withheld", "proof"}


def check_record(
    name: str, files: Mapping[str, bytes], roots: Mapping[str, Root], documents: dict[int, Any]
) -> Iterator[Finding]:
    """What is proven of the record of that name. Takes its readable form out of ``documents``."""
    try:
        record = read_json(files[name])
        parts, commitments = _parts(record)
        yield Finding("INCLUDED", name, _included(record["proof"], leaf_of(commitments), parts, roots))
        if name.startswith(EVENTS):
            yield from _event(name, record, parts, documents)
        else:
            content = files.get(record["content"], b"")
            good = set(record) == {*_FIELDS, "content"} and hashlib.sha256(content).hexdigest() == parts[FILE]
            yield Finding("FILE", record["content"], good)
    except BROKEN:
        yield Finding("INCLUDED", name, False)


def _event(
    name: str, record: Mapping[str, Any], parts: dict[Path, Any], documents: dict[int, Any]
) -> Iterator[Finding]:
    number = int(name[len(EVENTS) : -len(".json")])
    document = document_of(parts)
    readable = set(record) == _FIELDS and documents.pop(number, None) == document
    yield Finding("READABLE", name, readable)
    if record["withheld"]:
        yield Finding("PARTLY", name, None if HASH in parts else True)
    else:
        yield Finding("HASH", name, event_hash(document) == parts[HASH])


def _parts(record: Mapping[str, Any]) -> tuple[dict[Path, Any], list[bytes]]:
    parts: dict[Path, Any] = {}
    commitments = [_bytes(written) for written in record["withheld"]]
    for part in record["parts"]:
        path, salt = as_path(part["path"]), _bytes(part["salt"])
        if set(part) != {"path", "salt", "value"} or path in parts:
            raise ValueError("a part is there twice, or it says more than it should")
        parts[path] = part["value"]
        commitments.append(commitment(salt, path, part["value"]))
    return parts, commitments


def _included(proof: Any, leaf: bytes, parts: Mapping[Path, Any], roots: Mapping[str, Root]) -> bool | None:
    """``None`` where the day was still open."""
    if proof is None:
        return None
    root = roots.get(proof["day"])
    if root is None or set(proof) != {"day", "position", "size", "path"} or proof["size"] != root.size:
        return False
    path = [_bytes(written) for written in proof["path"]]
    in_time = date.fromisoformat(parts[RECORD_TIME][:10]) <= date.fromisoformat(proof["day"])
    return in_time and root_by_path(leaf, proof["position"], root.size, path) == root.root


def _bytes(written: str) -> bytes:
    """32 of them, in lower case: there is one way to write each."""
    found = bytes.fromhex(written)
    if len(found) != SALT_BYTES or found.hex() != written:
        raise ValueError("that is no hash")
    return found
