"""One laptop: everything embedded, the test card allowed."""

from marketplace.settings.base import *  # noqa: F403

DEBUG = False
TEST_PAYMENTS = True
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
WHITENOISE_USE_FINDERS = True
