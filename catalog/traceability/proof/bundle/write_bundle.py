"""``write_bundle``: the archive of a lot for one reader.

1. Find the events and files that the reader may see, and say of each part whether it is shown.
2. Add the way up to the root of the day of each, all roots from the first of these days on, and the keys.
3. List every file with its hash, and sign the list.
"""

from __future__ import annotations

import hashlib
import tempfile
import zipfile
from datetime import UTC, datetime
from typing import IO, Any

from django.conf import settings

from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.evidence.keep import read_evidence
from catalog.traceability.identity.uris import lot_uri
from catalog.traceability.lot import Lot
from catalog.traceability.proof.bundle.disclose import disclosed
from catalog.traceability.proof.bundle.lot_events import lot_events
from catalog.traceability.proof.bundle.papers import certificates_of, evidence_of, hidden_of_files
from catalog.traceability.proof.bundle.proven import Proven
from catalog.traceability.proof.bundle.reader import Reader
from catalog.traceability.proof.bundle.readme import readmes
from catalog.traceability.proof.canonical import readable_json
from catalog.traceability.proof.parts import document_of
from catalog.traceability.proof.published import published_keys
from catalog.traceability.proof.sealed_record import all_parts
from catalog.traceability.proof.signing_key import key_in_use
from catalog.traceability.proof.statement import BUNDLE_FORMAT
from catalog.traceability.proof.verifier.build import verifier_program
from catalog.traceability.proof.verifier.names import (
    EVENTS,
    FILES,
    KEYS,
    MANIFEST,
    PAPERS,
    PROGRAM,
    READABLE,
    ROOTS,
    SIGNATURE,
)


class _Archive:
    """Files as they are added, and what the list of them will say."""

    def __init__(self, out: IO[bytes], now: datetime) -> None:
        self._zip = zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED)
        self._moment = now.astimezone(UTC).timetuple()[:6]
        self.hashes: dict[str, str] = {}

    def add(self, name: str, content: bytes) -> None:
        self._zip.writestr(zipfile.ZipInfo(name, self._moment), content, zipfile.ZIP_DEFLATED)
        self.hashes[name] = hashlib.sha256(content).hexdigest()

    def close(self) -> None:
        self._zip.close()


def write_bundle(lot: Lot, reader: Reader, *, now: datetime) -> IO[bytes]:
    """An open temporary file, at its beginning. Needs ``lot.variant.product.seller``."""
    out = tempfile.TemporaryFile()  # noqa: SIM115  # whoever sends it closes it
    archive = _Archive(out, now)
    events, shown = lot_events(lot, reader)
    evidence = evidence_of(lot, reader)
    proven = Proven(events, evidence)
    _add_events(archive, events, shown, proven)
    missing = _add_files(archive, evidence, hidden_of_files(lot, reader), proven)
    certificates = _add_certificates(archive, lot, reader, now)
    archive.add(ROOTS, readable_json({"roots": proven.roots()}))
    archive.add(KEYS, readable_json({"keys": published_keys()}))
    archive.add(PROGRAM, verifier_program())
    for name, content in readmes(settings.PUBLIC_URL).items():
        archive.add(name, content)
    said = {"lot": _lot(lot), "certificates": certificates, "missing_files": missing, "made_at": _second(now)}
    _sign(archive, {**said, "format": BUNDLE_FORMAT, "origin": settings.PUBLIC_URL, "events": len(events)})
    archive.close()
    out.seek(0)
    return out


def _add_events(archive: _Archive, events: list[EpcisEvent], shown: dict[int, dict[str, Any]], proven: Proven) -> None:
    paths = disclosed(events, shown)
    documents = []
    for number, event in enumerate(events, 1):
        archive.add(f"{EVENTS}{number:04d}.json", readable_json(proven.entry(event, paths[event.pk])))
        parts = all_parts(event)
        documents.append(document_of({path: parts[path] for path in paths[event.pk]}))
    archive.add(READABLE, readable_json({"events": documents}))


def _add_files(archive: _Archive, evidence: list[Any], hidden: set[Any], proven: Proven) -> list[str]:
    """Returns the hashes of files that are gone from here."""
    missing = []
    for number, row in enumerate(evidence, 1):
        content = read_evidence(row)
        if content is None:
            missing.append(row.sha256)
            continue
        name = f"{FILES}{number:04d}.{row.file_type.rpartition('/')[2]}"
        archive.add(name, content)
        record = {**proven.entry(row, set(all_parts(row)) - hidden), "content": name}
        archive.add(f"{FILES}{number:04d}.json", readable_json(record))
    return missing


def _add_certificates(archive: _Archive, lot: Lot, reader: Reader, now: datetime) -> list[dict[str, Any]]:
    listed = []
    for number, (said, scan) in enumerate(certificates_of(lot, reader, now.date()), 1):
        name = None
        if scan is not None:
            name = f"{PAPERS}{number:02d}.{'pdf' if scan.startswith(b'%PDF') else 'webp'}"
            archive.add(name, scan)
        listed.append({**said, "file": name})
    return listed


def _sign(archive: _Archive, manifest: dict[str, Any]) -> None:
    content = readable_json({**manifest, "files": dict(archive.hashes)})
    key = key_in_use()
    archive.add(MANIFEST, content)
    archive.add(SIGNATURE, readable_json({"key": key.key_id, "signature": key.sign(content)}))


def _lot(lot: Lot) -> dict[str, Any]:
    product = lot.variant.product
    return {
        "number": lot.number,
        "uri": lot_uri(lot),
        "produced_on": lot.produced_on.isoformat(),
        "product": product.name,
        "seller": product.seller.name,
    }


def _second(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
