"""The files of a bundle: photos and papers of the lot's steps, and the certificates that are valid today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from catalog.products.certificates.certificate import Certificate
from catalog.products.certificates.scan import read_scan
from catalog.products.certificates.valid import valid_certificates_of
from catalog.traceability.evidence.step_evidence import StepEvidence
from catalog.traceability.lot import Lot
from catalog.traceability.proof.bundle.reader import Reader
from catalog.traceability.proof.parts import TAKEN_AT, WHERE, Path

MOST_FILES = 200


def evidence_of(lot: Lot, reader: Reader) -> list[StepEvidence]:
    """Oldest first; others than the lot's seller are given what shoppers see."""
    found = StepEvidence.objects.filter(step__lot=lot).order_by("created_at", "id")
    return list((found if reader.owns(lot) else found.filter(is_public=True))[:MOST_FILES])


def hidden_of_files(lot: Lot, reader: Reader) -> set[Path]:
    """Where and when exactly a photo was taken is told to nobody else."""
    return set() if reader.owns(lot) else {TAKEN_AT, WHERE}


def certificates_of(lot: Lot, reader: Reader, on: date) -> Iterator[tuple[dict[str, Any], bytes | None]]:
    """What is said of each certificate of the product, and its scan where the reader may open it."""
    product = lot.variant.product
    for row in valid_certificates_of([product.pk], on)[product.pk]:
        may_open = row.file_is_public or reader.owns(lot)
        yield _said(row), read_scan(row) if row.file and may_open else None


def _said(row: Certificate) -> dict[str, Any]:
    return {
        "title": row.title,
        "issuer": row.issuer,
        "number": row.number,
        "valid_from": row.valid_from.isoformat(),
        "valid_until": row.valid_until.isoformat() if row.valid_until is not None else None,
    }
