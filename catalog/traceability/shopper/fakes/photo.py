"""The photo of a report: cleaned, kept where no web server serves it, opened by a signed link for an hour."""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.utils import timezone

from catalog.products.picture import read_picture
from catalog.refusal import Problem, Refused
from catalog.traceability.shopper.fakes.report import FakeReport
from marketplace.file_storage.private import private_files

LIFETIME = timedelta(hours=1)
_SALT = "catalog.fake_report"


class PhotoNotOpened(LookupError):
    """The token is not ours, is over, or its photo is gone. Which of them is nobody's business."""


def keep_photo(content: bytes) -> str:
    """Its name among the private files. Raises `Refused` for what is no picture."""
    try:
        picture = read_picture(content)
    except Refused as refused:
        raise Refused(*(Problem("photo", one.code, one.message, one.params) for one in refused.problems)) from refused
    name = f"{secrets.token_hex(16)}.webp"
    _storage().save(name, ContentFile(picture.content))
    return name


def remove_photo(name: str) -> None:
    """Of a report that could not be kept."""
    if name:
        _storage().delete(name)


def signed_photo_url(report: FakeReport) -> str | None:
    """A link for an hour; ``None`` without a photo. Who gets one is decided where it is made."""
    if not report.photo:
        return None
    until = int((timezone.now() + LIFETIME).timestamp())
    return f"{settings.PUBLIC_URL}/documents/{signing.dumps([report.pk.hex, until], salt=_SALT)}"


def open_photo(token: str) -> tuple[str, bytes, str]:
    """File name, content and its type; raises `PhotoNotOpened`."""
    try:
        key, until = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise PhotoNotOpened("not a token of ours") from error
    report = FakeReport.objects.filter(pk=key).exclude(photo="").first()
    if report is None or until < timezone.now().timestamp():
        raise PhotoNotOpened("the token is over, or its photo is gone")
    try:
        with _storage().open(report.photo, "rb") as opened:
            return f"{report.typed_code or 'report'}.webp", bytes(opened.read()), "image/webp"
    except FileNotFoundError as error:
        raise PhotoNotOpened("there is no such file") from error


def _storage() -> Storage:
    return private_files("fake_reports")
