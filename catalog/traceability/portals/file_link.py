"""The address of a file to hand in: signed, good for an hour. Who gets one is decided where it is made."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing

from catalog.traceability.portals.discovery import portal_of
from catalog.traceability.portals.portal import ExportFile
from catalog.traceability.portals.submission import PortalSubmission

LIFETIME = timedelta(hours=1)
_SALT = "catalog.portal_file"


class BadFileLink(LookupError):
    """The address is forged or too old, or its file is none. Which of them is nobody's business."""


def file_urls(row: PortalSubmission, *, now: datetime) -> list[tuple[str, str]]:
    """Names and addresses of the files of a record."""
    until = int((now + LIFETIME).timestamp())
    names = [file.name for file in portal_of(row.portal).files(row.record)]
    tokens = [(name, signing.dumps([row.pk.hex, name, until], salt=_SALT)) for name in names]
    return [(name, f"{settings.PUBLIC_URL}/portal-files/{token}") for name, token in tokens]


def open_file(token: str, *, now: datetime) -> ExportFile:
    """Raises `BadFileLink`."""
    try:
        key, name, until = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise BadFileLink("not a token of ours") from error
    row = PortalSubmission.objects.filter(pk=key).first()
    if row is None or until < now.timestamp():
        raise BadFileLink("the token is over")
    found = next((file for file in portal_of(row.portal).files(row.record) if file.name == name), None)
    if found is None:
        raise BadFileLink("there is no such file")
    return found
