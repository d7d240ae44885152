"""The test suite: fast hashing, mail in memory, a data folder of its own."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from marketplace.environment import environment
from marketplace.settings.base import *  # noqa: F403

SECRET_KEY = "only-for-tests-" * 4
DATA_DIR = Path(tempfile.mkdtemp(prefix="marketplace-tests-"))
MEDIA_ROOT = DATA_DIR / "media"
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir()
atexit.register(shutil.rmtree, DATA_DIR, ignore_errors=True)
SEARCH_INDEX_DIR = DATA_DIR / "search"
SEARCH_BACKEND = "tantivy"  # tests/contracts/search drives the server
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TEST_PAYMENTS = True
STRIPE_SECRET_KEY = None  # tests name a peer of their own
TAX_INVOICE_URL = None
COUNTRY_HEADER = None
MEDIA_ORIGIN = None
OBJECT_STORAGE = None  # tests name a server of their own
MEDIA_URL = "/media/"
METRICS_TOKEN = None
METRICS_LISTEN = None
TRACES_ENDPOINT = None
SENTRY_DSN = None
VAPID_PRIVATE_KEY = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"  # of the example in RFC 8291
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
if environment.redis_url is not None:
    # Processes that test side by side clear their cache without clearing each other's; 0 is the broker's.
    _server = environment.redis_url.rpartition("/")[0]
    CACHES["default"]["LOCATION"] = f"{_server}/{os.getpid() % 15 + 1}"  # noqa: F405
if environment.database_url is None:
    DATABASES["default"]["NAME"] = DATA_DIR / "marketplace.sqlite3"  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": DATA_DIR / "test.sqlite3"}  # noqa: F405
