"""Pictures and papers: a file can be written, read, and deleted, and strangers cannot list them."""

import secrets
from collections.abc import Iterator
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import Storage, default_storage

from marketplace.doctor.finding import Finding, good, noted, wrong
from marketplace.environment.object_storage import ObjectStorage
from marketplace.file_storage.private import private_files

PROBE = b"written by the doctor, and deleted again"


def check() -> Iterator[Finding]:
    where = "MEDIA_STORAGE_URL" if settings.OBJECT_STORAGE is not None else "DATA_DIR"
    for name, storage in (("pictures", default_storage), ("papers", private_files("doctor"))):
        yield _round_trip(name, storage, where)
    if settings.OBJECT_STORAGE is not None:
        yield _listing(settings.OBJECT_STORAGE)
    else:
        yield noted("files lie on this machine", "Set MEDIA_STORAGE_URL where more than one serves.")


def _round_trip(kind: str, storage: Storage, where: str) -> Finding:
    try:
        name = storage.save(f"doctor-{secrets.token_hex(8)}.txt", ContentFile(PROBE))
        try:
            with storage.open(name, "rb") as file:
                same = file.read() == PROBE
        finally:
            storage.delete(name)
    except Exception as error:  # botocore's errors have no common base with the file system's
        return wrong(
            f"{kind} cannot be kept: {type(error).__name__}: {error}",
            f"Check {where}: that it is there, that its key or owner may write, read and delete, and its free space.",
        )
    if not same or storage.exists(name):
        return wrong(f"{kind} do not come back as they were written, or stay", f"Check what stands behind {where}.")
    return good(f"{kind} can be written, read and deleted")


def _listing(found: ObjectStorage) -> Finding:
    try:
        with urlopen(f"{found.endpoint}/{found.bucket}?list-type=2&max-keys=1", timeout=5) as answer:  # noqa: S310  # the operator named it
            is_open = answer.status == 200
    except HTTPError:
        is_open = False
    except (URLError, TimeoutError) as error:
        return noted(f"whether strangers can list the bucket is not known: {error}")
    if is_open:
        return wrong(
            "strangers can list the bucket, papers included",
            "Block public access to it: the marketplace hands out every file itself.",
        )
    return good("strangers cannot list the bucket")
