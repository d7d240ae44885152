"""DeepL, through its official library.

The library's own retries are turned off: the queue asks again, later, without holding a thread.
"""

from collections.abc import Sequence

import deepl
from deepl import http_client

from i18n.machine_translation.port import PermanentFailure, TemporaryFailure

TARGETS = {"en": "EN-GB", "zh-Hans": "ZH-HANS"}
"""Where DeepL's name of a target language is not simply ours in capitals; ``EN`` alone is deprecated as a target."""
SOURCES = {"zh-Hans": "ZH"}
SECONDS = 25.0

http_client.max_network_retries = 0
http_client.min_connection_timeout = SECONDS


class DeepL:
    """``server_url`` is for tests and proxies; the library finds the free and the paid service by the key."""

    name = "DeepL API v2"

    def __init__(self, auth_key: str, server_url: str | None = None) -> None:
        self._client = deepl.DeepLClient(auth_key, server_url=server_url or None, send_platform_info=False)

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        try:
            found = self._client.translate_text(
                list(texts),
                source_lang=SOURCES.get(source, source.upper()),
                target_lang=TARGETS.get(target, target.upper()),
                tag_handling="xml",
                ignore_tags=["keep"],
                preserve_formatting=True,
            )
        except deepl.AuthorizationException as refusal:
            raise PermanentFailure("BAD_KEY") from refusal
        except deepl.QuotaExceededException as refusal:
            raise PermanentFailure("QUOTA") from refusal
        except deepl.TooManyRequestsException as refusal:
            raise TemporaryFailure("SLOW_DOWN") from refusal  # the library does not hand Retry-After through
        except deepl.ConnectionException as refusal:
            raise TemporaryFailure("UNREACHABLE") from refusal
        except deepl.DeepLException as refusal:
            raise _by_status(refusal) from refusal
        except (ValueError, KeyError, TypeError, AttributeError) as nonsense:
            raise TemporaryFailure("WRONG_ANSWER") from nonsense
        return _texts(found, len(texts))


def _by_status(refusal: deepl.DeepLException) -> PermanentFailure | TemporaryFailure:
    status = refusal.http_status_code
    if status is not None and 400 <= status < 500:
        return PermanentFailure("REFUSED")
    return TemporaryFailure("UNREACHABLE" if status is not None and status >= 500 else "WRONG_ANSWER")


def _texts(found: object, count: int) -> list[str]:
    results = found if isinstance(found, list) else [found]
    texts = [getattr(result, "text", None) for result in results]
    good = [text for text in texts if isinstance(text, str)]
    if len(good) != count or len(texts) != count:
        raise TemporaryFailure("WRONG_ANSWER")
    return good
