"""What a translation engine has to do, and how it says that it cannot.

Texts are handed over as fragments of XML: words are escaped, tags are well-formed and have no attributes, and what
stands within ``<keep>`` comes back letter for letter. Nothing but texts that are public anyway is handed over: no
user, no seller, no id (the marketplace's duty under the GDPR and Vietnam's personal data protection law).
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Protocol


class TranslationFailed(Exception):
    """The engine did not translate. ``code`` says why in one word."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class PermanentFailure(TranslationFailed):
    """Asking again will not help: BAD_KEY, QUOTA, REFUSED."""


class TemporaryFailure(TranslationFailed):
    """Asking again later may help: SLOW_DOWN, UNREACHABLE, WRONG_ANSWER."""

    def __init__(self, code: str, retry_after: timedelta | None = None) -> None:
        super().__init__(code)
        self.retry_after = retry_after


class Engine(Protocol):
    """One translation engine."""

    @property
    def name(self) -> str:
        """Name and version, as it is written beside what it translated: ``DeepL API v2``."""

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """The fragments in the target language (our codes: ``zh-Hans``), in their order.

        Raises `PermanentFailure` or `TemporaryFailure`; never waits longer than half a minute.
        """
