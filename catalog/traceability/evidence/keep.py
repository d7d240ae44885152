"""``keep_evidence``: the photos and papers of a step. Photos lie with the public pictures, papers where nobody serves.

A photo that shoppers may not see lies with the papers.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, default_storage
from django.db import transaction

from catalog.products import media_files
from catalog.products.clean_file import ENDINGS
from catalog.products.picture import Picture
from catalog.traceability.evidence.clean import CleanEvidence
from catalog.traceability.evidence.step_evidence import EvidenceKind, StepEvidence
from catalog.traceability.step import TraceStep
from marketplace.file_storage.private import private_files as files_of


def keep_evidence(
    *, step: TraceStep, evidence: Iterable[CleanEvidence | StepEvidence], is_public: bool = True
) -> list[StepEvidence]:
    """Rows with their files; what the step has already is not kept twice. Files of a step that fails go again.

    Rows of the step that this one corrects are repeated for it and share their files, which are never changed.
    """
    there = set(step.evidence.values_list("original_sha256", flat=True))
    fresh = {one.original_sha256: one for one in evidence if one.original_sha256 not in there}
    written: list[tuple[bool, str]] = []
    try:
        with transaction.atomic():
            return [
                _repeat(step, one) if isinstance(one, StepEvidence) else _keep(step, one, is_public, written)
                for one in fresh.values()
            ]
    except BaseException:
        for is_shown, file in written:
            remove_file(is_shown, file)
        raise


def _keep(step: TraceStep, one: CleanEvidence, is_public: bool, written: list[tuple[bool, str]]) -> StepEvidence:
    is_shown = is_public and one.is_photo
    file = media_files.store(Picture(one.content, 0, 0)) if is_shown else _store_privately(one)
    written.append((is_shown, file))
    return StepEvidence.objects.create(
        step=step,
        kind=EvidenceKind.PHOTO if one.is_photo else EvidenceKind.PAPER,
        file=file,
        file_type=one.file_type,
        sha256=one.sha256,
        original_sha256=one.original_sha256,
        taken_at=one.taken_at,
        latitude=one.latitude,
        longitude=one.longitude,
        is_public=is_shown,
    )


def _repeat(step: TraceStep, row: StepEvidence) -> StepEvidence:
    own = {"id", "step", "created_at"}
    said = {field.name: getattr(row, field.name) for field in StepEvidence._meta.fields if field.name not in own}
    return StepEvidence.objects.create(step=step, **said)


def remove_file(is_shown: bool, file: str) -> None:
    remove = media_files.remove if is_shown else private_files().delete
    remove(file)


def _store_privately(one: CleanEvidence) -> str:
    name = f"{secrets.token_hex(16)}.{ENDINGS[one.file_type]}"
    return private_files().save(name, ContentFile(one.content))


def read_evidence(row: StepEvidence) -> bytes | None:
    """What is kept of it; ``None`` when its file is gone."""
    files = default_storage if row.is_public else private_files()
    try:
        with files.open(row.file, "rb") as opened:
            return bytes(opened.read())
    except FileNotFoundError:
        return None


def private_files() -> Storage:
    return files_of("trace_evidence")
