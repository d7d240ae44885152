"""Settings shared by every mode; the other files of this folder hold only the differences."""

from marketplace.environment import CHECKOUT, environment
from marketplace.settings.databases import *  # noqa: F403
from marketplace.settings.files import *  # noqa: F403
from marketplace.settings.mail import *  # noqa: F403
from marketplace.settings.tasks import *  # noqa: F403
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
    "marketplace.health.middleware.Health",
    "marketplace.observability.requests.Observed",
    "marketplace.doors.forwarded.Forwarded",
    "frontend.security.StrictAnswers",
    "marketplace.doors.request_rate.RequestRate",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "frontend.compression.CompressedTexts",
    "django.middleware.common.CommonMiddleware",
    "marketplace.replicas.middleware.ReadYourWrites",
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

CACHES = {
    "default": {"BACKEND": "marketplace.shared_cache.SharedCache", "LOCATION": environment.redis_url}
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
TRUSTED_PROXIES = environment.trusted_proxies
RESPONSE_CACHE_MB = environment.response_cache_mb
REQUESTS_PER_MINUTE = environment.requests_per_minute
SHARED_NETWORKS = environment.shared_networks
SECURITY_CONTACT = environment.security_contact

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True

CHECKOUT_ROOT = CHECKOUT
