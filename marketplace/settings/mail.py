"""Letters: through a server, or as files on a machine of one's own. A password is never sent without TLS."""

from urllib.parse import unquote, urlsplit

from marketplace.environment import environment

EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = environment.data_dir / "mail"
EMAIL_TIMEOUT = 10  # seconds; letters are sent by background work that must not hang
DEFAULT_FROM_EMAIL = environment.mail_from
if environment.mail_url is not None:
    _server = urlsplit(environment.mail_url)
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = _server.hostname or "localhost"
    EMAIL_USE_SSL = _server.scheme == "smtps"
    EMAIL_PORT = _server.port or (465 if EMAIL_USE_SSL else 587)
    EMAIL_HOST_USER = unquote(_server.username or "")
    EMAIL_HOST_PASSWORD = unquote(_server.password or "")
    EMAIL_USE_TLS = not EMAIL_USE_SSL and bool(EMAIL_HOST_USER)
