"""``check_bundle``: every promise of a bundle, one after the other. Believes no file of it before it is proven.

1. The list of files names them all, each with its hash, and is signed.
2. Every key is signed by the key before it; every root by a key, and it names the root of the day before.
3. Every event leads from its parts up to the root of its day; one that is there as a whole has the hash it says.
4. Every photo and paper is the one whose hash was sealed.
5. The roots are those that the reader has kept, if there is a file of them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from catalog.traceability.proof.canonical import canonical_json, read_json
from catalog.traceability.proof.statement import BUNDLE_FORMAT, KEY_FORMAT, key_id_of
from catalog.traceability.proof.verifier.check_record import check_record
from catalog.traceability.proof.verifier.check_roots import check_kept, check_roots
from catalog.traceability.proof.verifier.finding import BROKEN, Finding
from catalog.traceability.proof.verifier.names import EVENTS, FILES, KEYS, MANIFEST, READABLE, ROOTS, SIGNATURE
from catalog.traceability.proof.verifier.signatures import signed

Files = Mapping[str, bytes]
Keys = Mapping[str, str]
"""Public halves by their ids."""


def check_bundle(files: Files, kept: bytes | None = None) -> list[Finding]:
    """``files`` by their names in the bundle; ``kept`` is what the reader saved of the published roots."""
    findings = list(_listed(files))
    keys = _keys(files, findings)
    findings += _signed(files, keys)
    roots = check_roots(files.get(ROOTS, b""), keys, findings)
    documents = _documents(files, findings)
    for name in sorted(files):
        if name.startswith((EVENTS, FILES)) and name.endswith(".json"):
            findings += check_record(name, files, roots, documents)
    if documents:
        findings += [Finding("READABLE", f"{READABLE} {number}", False) for number in documents]
    if kept is not None:
        findings += check_kept(kept, roots, keys)
    return findings


def _listed(files: Files) -> Iterator[Finding]:
    try:
        manifest = read_json(files[MANIFEST])
        hashes = dict(manifest["files"])
        yield Finding("FORMAT", MANIFEST, manifest["format"] == BUNDLE_FORMAT)
    except BROKEN:
        yield Finding("FORMAT", MANIFEST, False)
        return
    for name in sorted(hashes):
        there = name in files and hashlib.sha256(files[name]).hexdigest() == hashes[name]
        yield Finding("LISTED", name, there)
    for name in sorted(set(files) - set(hashes) - {MANIFEST, SIGNATURE}):
        yield Finding("UNLISTED", name, False)


def _keys(files: Files, findings: list[Finding]) -> Keys:
    known: dict[str, str] = {}
    try:
        for key in read_json(files[KEYS])["keys"]:
            name, public = str(key["key"]), str(key["public"])
            signer = known[key["previous"]] if key["previous"] else public
            record = {field: value for field, value in key.items() if field != "endorsement"}
            good = (
                record["format"] == KEY_FORMAT
                and key_id_of(bytes.fromhex(public)) == name
                and signed(canonical_json(record), key["endorsement"], signer)
            )
            findings.append(Finding("KEY", name, good))
            if good:
                known[name] = public
    except BROKEN:
        findings.append(Finding("KEY", KEYS, False))
    return known


def _signed(files: Files, keys: Keys) -> Iterator[Finding]:
    try:
        seal = read_json(files[SIGNATURE])
        good = set(seal) == {"key", "signature"} and signed(files[MANIFEST], seal["signature"], keys[seal["key"]])
    except BROKEN:
        good = False
    yield Finding("SIGNED", MANIFEST, good)


def _documents(files: Files, findings: list[Finding]) -> dict[int, Any]:
    """The events as they are there for people to read, by number; each is taken away when its proof is met."""
    try:
        listed = read_json(files[READABLE])["events"]
        return dict(enumerate(listed, 1))
    except BROKEN:
        findings.append(Finding("READABLE", READABLE, False))
        return {}
