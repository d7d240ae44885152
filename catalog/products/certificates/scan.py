"""The scan of a certificate: cleaned, kept where no web server serves it, opened by a signed link.

Links end after an hour. Who gets one is decided where it is made.
"""

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing
from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.db import transaction
from django.utils import timezone

from catalog.products.certificates.certificate import Certificate
from catalog.products.clean_file import ENDINGS, clean_file
from marketplace.file_storage.private import private_files

LIFETIME = timedelta(hours=1)
_SALT = "catalog.certificate"


class ScanNotOpened(LookupError):
    """The token is not ours, is over, or its scan is gone. Which of them is nobody's business."""


def attach_scan(*, certificate: Certificate, content: bytes) -> Certificate:
    """Keep the scan, in place of an earlier one. Raises `Refused`."""
    clean, kind = clean_file(content)
    name = f"{secrets.token_hex(16)}.{ENDINGS[kind]}"
    _storage().save(name, ContentFile(clean))
    earlier = certificate.file
    try:
        with transaction.atomic():
            certificate.file, certificate.file_type = name, kind
            certificate.save(update_fields=["file", "file_type", "updated_at"])
            transaction.on_commit(lambda: delete_scan(earlier))
    except BaseException:
        delete_scan(name)
        raise
    return certificate


def delete_scan(name: str) -> None:
    """Remove the file; one that is not there is no error."""
    if name:
        _storage().delete(name)


def signed_scan_url(certificate: Certificate, *, now: datetime | None = None) -> str | None:
    """A link that opens this scan and no other for an hour; ``None`` without a scan."""
    if not certificate.file:
        return None
    until = int(((now or timezone.now()) + LIFETIME).timestamp())
    token = signing.dumps([certificate.pk, certificate.file, until], salt=_SALT)
    return f"{settings.PUBLIC_URL}/documents/{token}"


def open_scan(token: str) -> tuple[str, bytes, str]:
    """File name, content and its type; raises `ScanNotOpened`."""
    try:
        pk, file, until = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise ScanNotOpened("not a token of ours") from error
    found = Certificate.objects.current().filter(pk=pk, file=file).first()
    if until < timezone.now().timestamp() or found is None:
        raise ScanNotOpened("the token is over, or its scan is gone")
    content = read_scan(found)
    if content is None:
        raise ScanNotOpened("there is no such file")
    return _file_name(found), content, found.file_type


def read_scan(certificate: Certificate) -> bytes | None:
    """The scan; ``None`` without one, or when its file is gone."""
    if not certificate.file:
        return None
    try:
        with _storage().open(certificate.file, "rb") as opened:
            return bytes(opened.read())
    except FileNotFoundError:
        return None


def _file_name(certificate: Certificate) -> str:
    number = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in certificate.number)
    return f"{certificate.scheme.lower().replace('_', '-')}-{number}.{ENDINGS[certificate.file_type]}"


def _storage() -> Storage:
    return private_files("certificates")
