"""Settings shared by every mode; the other files of this folder hold only the differences."""

from urllib.parse import unquote, urlsplit

from marketplace.environment import CHECKOUT, environment
from marketplace.settings.watching import *  # noqa: F403

SECRET_KEY = environment.secret_key
SEALING_KEYS = environment.sealing_keys
ALLOWED_HOSTS = list(environment.allowed_hosts)
PUBLIC_URL = environment.public_url
DATA_DIR = environment.data_dir

INSTALLED_APPS = [
    "marketplace.observability",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "graphene_django",
    "marketplace",
    "marketplace.graphql",
    "marketplace.events",
    "i18n",
    "marketplace.accounts",
    "marketplace.channels",
    "marketplace.sellers",
    "catalog",
    "logistics",
    "orders",
    "marketplace.expo",
    "marketplace.fair_trade",
    "marketplace.indicators",
    "marketplace.push",
    "marketplace.audit",
    "frontend",
]

MIDDLEWARE = [
    "marketplace.observability.requests.Observed",
    "frontend.security.StrictAnswers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "frontend.compression.CompressedTexts",
    "django.middleware.common.CommonMiddleware",
    "marketplace.doors.media_origin.MediaOrigin",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "marketplace.urls"
WSGI_APPLICATION = "marketplace.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
USE_I18N = False  # the project's own i18n package speaks; Django's machinery stays out of the way
APPEND_SLASH = False
CSRF_FAILURE_VIEW = "frontend.errors.handlers.csrf_failure"


def _database() -> dict[str, object]:
    if environment.database_url is None:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": environment.data_dir / "marketplace.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
            },
        }
    url = urlsplit(environment.database_url)
    if url.scheme not in {"postgresql", "postgres"}:
        raise ValueError(f"DATABASE_URL must start with postgresql://, not {url.scheme}://")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": url.path.lstrip("/"),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": url.hostname or "",
        "PORT": url.port or "",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


DATABASES = {"default": _database()}
CACHES = {
    "default": {"BACKEND": "django_redis.cache.RedisCache", "LOCATION": environment.redis_url}
    if environment.redis_url
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

STATIC_URL = "/static/"
STATIC_ROOT = environment.data_dir / "static"
MEDIA_ORIGIN = environment.media_origin
MEDIA_URL = f"{MEDIA_ORIGIN or ''}/media/"
MEDIA_ROOT = environment.data_dir / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = environment.data_dir / "mail"
EMAIL_TIMEOUT = 10  # seconds; letters are sent by background work that must not hang
DEFAULT_FROM_EMAIL = environment.mail_from
if environment.mail_url is not None:
    _mail = urlsplit(environment.mail_url)
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = _mail.hostname or "localhost"
    EMAIL_PORT = _mail.port or 587
    EMAIL_HOST_USER = unquote(_mail.username or "")
    EMAIL_HOST_PASSWORD = unquote(_mail.password or "")
    EMAIL_USE_TLS = _mail.scheme == "smtps"

SEARCH_URL = environment.search_url
SEARCH_BACKEND = "tantivy" if SEARCH_URL is None else "elasticsearch"
SEARCH_INDEX_DIR = environment.data_dir / "search"
TEST_PAYMENTS = False
WEBHOOKS_MAY_LOOP_BACK = False
"""Only tests call a receiver on their own machine, without TLS."""

DEEPL_AUTH_KEY = environment.deepl_auth_key
DEEPL_SERVER_URL = environment.deepl_server_url
LIBRETRANSLATE_URL = environment.libretranslate_url
LIBRETRANSLATE_API_KEY = environment.libretranslate_api_key
MACHINE_TRANSLATION_DAILY_CHARACTERS = environment.machine_translation_daily_characters
MACHINE_TRANSLATION_SELLER_DAILY_CHARACTERS = environment.machine_translation_seller_daily_characters

STRIPE_SECRET_KEY = environment.stripe_secret_key
STRIPE_PUBLISHABLE_KEY = environment.stripe_publishable_key
STRIPE_WEBHOOK_SECRETS = environment.stripe_webhook_secrets
STRIPE_API_BASE = environment.stripe_api_base
STRIPE_CAPTURES_AT_SHIPPING = environment.stripe_captures_at_shipping
TAX_INVOICE_URL = environment.tax_invoice_url
COUNTRY_HEADER = environment.country_header
VAPID_PRIVATE_KEY = environment.vapid_private_key

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True

CELERY_BROKER_URL = environment.redis_url
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CHECKOUT_ROOT = CHECKOUT
