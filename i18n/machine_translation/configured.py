"""The engine that the environment names, if it names one. Nothing is sent anywhere, and nobody pays, otherwise."""

from django.conf import settings

from i18n.machine_translation.port import Engine


class NotConfigured(Exception):
    """This marketplace has no translation engine."""


def configured_engine() -> Engine | None:
    """DeepL where ``DEEPL_AUTH_KEY`` is set, LibreTranslate where ``LIBRETRANSLATE_URL`` is; otherwise nothing."""
    if settings.DEEPL_AUTH_KEY:
        from i18n.machine_translation.engines.deepl.engine import DeepL  # only who uses an engine loads its client

        return DeepL(settings.DEEPL_AUTH_KEY, settings.DEEPL_SERVER_URL)
    if settings.LIBRETRANSLATE_URL:
        from i18n.machine_translation.engines.libretranslate.engine import LibreTranslate

        return LibreTranslate(settings.LIBRETRANSLATE_URL, settings.LIBRETRANSLATE_API_KEY)
    return None
