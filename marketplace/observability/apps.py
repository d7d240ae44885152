"""Start-up: everything here is in place before any other app is ready."""

from django.apps import AppConfig


class ObservabilityConfig(AppConfig):
    name = "marketplace.observability"
    label = "observability"

    def ready(self) -> None:
        from django.conf import settings

        from marketplace.observability import statements
        from marketplace.observability.logs.configure import configure

        configure(as_json=settings.LOG_AS_JSON, level=settings.LOG_LEVEL)
        statements.watch(slow_milliseconds=settings.SLOW_STATEMENT_MILLISECONDS)
        if settings.TRACES_ENDPOINT:
            from marketplace.observability.tracing.start import start

            start()
        if settings.SENTRY_DSN:
            from marketplace.observability.errors.sentry import start as start_sentry

            start_sentry(settings.SENTRY_DSN, release=settings.RELEASE, environment=settings.MODE)
