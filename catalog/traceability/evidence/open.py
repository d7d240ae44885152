"""Opening a paper, or a photo that is not public, by a signed link that ends after an hour."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing
from django.utils import timezone

from catalog.products.clean_file import ENDINGS
from catalog.traceability.evidence.keep import private_files
from catalog.traceability.evidence.step_evidence import StepEvidence

LIFETIME = timedelta(hours=1)
_SALT = "catalog.trace_evidence"


class EvidenceNotOpened(LookupError):
    """The token is not ours, is over, or its file is gone. Which of them is nobody's business."""


def signed_evidence_url(evidence: StepEvidence, *, now: datetime | None = None) -> str:
    """Who is given it is decided where it is made."""
    until = int(((now or timezone.now()) + LIFETIME).timestamp())
    token = signing.dumps([str(evidence.pk), until], salt=_SALT)
    return f"{settings.PUBLIC_URL}/documents/{token}"


def open_evidence(token: str) -> tuple[str, bytes, str]:
    """File name, content and its type; raises `EvidenceNotOpened`."""
    try:
        pk, until = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise EvidenceNotOpened("not a token of ours") from error
    found = StepEvidence.objects.filter(pk=pk, is_public=False).first()
    if until < timezone.now().timestamp() or found is None:
        raise EvidenceNotOpened("the token is over, or there is nothing private to open")
    try:
        with private_files().open(found.file, "rb") as opened:
            return f"{found.sha256[:12]}.{ENDINGS[found.file_type]}", bytes(opened.read()), found.file_type
    except FileNotFoundError as error:
        raise EvidenceNotOpened("there is no such file") from error
