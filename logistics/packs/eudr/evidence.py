"""Photos, papers and scans behind a lot, for the archive: each by its hash, the files as far as they fit."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from catalog.products.certificates.scan import read_scan
from catalog.products.clean_file import ENDINGS
from catalog.traceability.evidence.keep import read_evidence
from catalog.traceability.evidence.step_evidence import StepEvidence
from logistics.packs.dossier import Dossier

MOST_BYTES = 40_000_000
"""Of all files together; what does not fit any more is named by its hash alone."""


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    name: str
    sha256: str
    about: str
    content: bytes | None
    """``None`` where it does not fit, or its file is gone."""


def evidence_files(dossier: Dossier) -> list[EvidenceFile]:
    room, kept = MOST_BYTES, []
    for one in (*_of_steps(dossier), *_of_certificates(dossier)):
        fits = one.content is not None and len(one.content) <= room
        room -= len(one.content or b"") if fits else 0
        kept.append(one if fits else EvidenceFile(one.name, one.sha256, one.about, None))
    return kept


def evidence_list(files: list[EvidenceFile]) -> list[dict[str, Any]]:
    return [
        {"file": one.name, "sha256": one.sha256, "of": one.about, "included": one.content is not None} for one in files
    ]


def _of_steps(dossier: Dossier) -> Iterator[EvidenceFile]:
    titles = {step.pk: f"{step.title} ({step.local_time:%Y-%m-%d})" for step in dossier.steps}
    rows = StepEvidence.objects.filter(step__in=titles).order_by("created_at", "id")
    for number, row in enumerate(rows, start=1):
        name = f"evidence/{number:03d}.{ENDINGS.get(row.file_type, 'bin')}"
        yield EvidenceFile(name, row.sha256, titles[row.step_id], read_evidence(row))


def _of_certificates(dossier: Dossier) -> Iterator[EvidenceFile]:
    for number, row in enumerate(dossier.certificates, start=1):
        content = read_scan(row)
        if content is not None:
            name = f"certificates/{number:03d}.{ENDINGS[row.file_type]}"
            yield EvidenceFile(name, hashlib.sha256(content).hexdigest(), f"{row.title} {row.number}", content)
