"""One laptop: everything embedded, the test card allowed."""

from marketplace.settings.base import *  # noqa: F403

DEBUG = False
TEST_PAYMENTS = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
