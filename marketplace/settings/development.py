"""One laptop: everything embedded, the test card allowed."""

from marketplace.settings import base
from marketplace.settings.base import *  # noqa: F403

DEBUG = False
TEST_PAYMENTS = True
STORAGES = {  # a new mapping: whoever builds on this one and takes the base's again finds it unchanged
    **base.STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
