"""Papers and uploads that no web server serves: a folder of this machine, or of the bucket."""

from django.conf import settings
from django.core.files.storage import FileSystemStorage, Storage


def private_files(folder: str) -> Storage:
    """Storage for one kind of paper; ``folder`` is below ``DATA_DIR``, or below ``private/`` in object storage."""
    if settings.OBJECT_STORAGE is not None:
        from marketplace.file_storage.object_files import object_files  # its libraries are loaded where they are used

        return object_files(f"private/{folder}", settings.OBJECT_STORAGE)
    return FileSystemStorage(
        location=settings.DATA_DIR / folder, file_permissions_mode=0o600, directory_permissions_mode=0o700
    )
