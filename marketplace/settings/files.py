"""Where files lie: static ones beside the code, pictures and papers in folders or in object storage."""

from marketplace.environment import environment

STATIC_URL = "/static/"
STATIC_ROOT = environment.static_root
MEDIA_ORIGIN = environment.media_origin
MEDIA_URL = f"{MEDIA_ORIGIN or ''}/media/"
MEDIA_ROOT = environment.data_dir / "media"
OBJECT_STORAGE = environment.object_storage
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage"
        if OBJECT_STORAGE is None
        else "marketplace.file_storage.object_files.ObjectFiles"
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
