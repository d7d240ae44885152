"""Files in a bucket of any server that speaks S3. The bucket stays closed: everything is handed out by the marketplace.

Public pictures keep their addresses below ``/media/``, so that a picture has one address wherever it lies, a missing
thumbnail can be made on first use, and a network of caches in front needs no key of the bucket.
"""

from functools import cache
from typing import Any
from urllib.parse import urljoin

from botocore.config import Config
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage

from marketplace.environment.object_storage import ObjectStorage

PATIENCE = Config(
    signature_version="s3v4",
    connect_timeout=3,
    read_timeout=20,
    retries={"max_attempts": 3, "mode": "standard"},
    s3={"addressing_style": "path"},  # buckets with dots, and servers without a name per bucket
    # Checksums that not every server knows are sent only where the operation asks for one.
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
)


class ObjectFiles(S3Storage):
    """A folder of the bucket that ``MEDIA_STORAGE_URL`` names; without arguments the one of public pictures."""

    def __init__(self, *, folder: str = "media", storage: ObjectStorage | None = None) -> None:
        found: ObjectStorage | None = storage or settings.OBJECT_STORAGE
        if found is None:
            raise ImproperlyConfigured("MEDIA_STORAGE_URL names no bucket")
        super().__init__(
            bucket_name=found.bucket,
            access_key=found.access_key,
            secret_key=found.secret_key,
            endpoint_url=found.endpoint,
            region_name=found.region,
            location=f"{found.prefix}{folder}",
            client_config=PATIENCE,
            default_acl=None,
            file_overwrite=False,
            querystring_auth=False,
        )

    def url(self, name: str, *args: Any, **kwargs: Any) -> str:
        """Our own address, not the bucket's."""
        return urljoin(settings.MEDIA_URL, filepath_to_uri(name).lstrip("/"))

    def put(self, name: str, content: bytes) -> None:
        """Under exactly this name, in place of what was there: an object appears whole or not at all."""
        self._save(name, ContentFile(content))


@cache
def object_files(folder: str, storage: ObjectStorage) -> ObjectFiles:
    """The same one every time: each has a client of its own, which takes a while to make."""
    return ObjectFiles(folder=folder, storage=storage)
