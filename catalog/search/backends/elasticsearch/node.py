"""How the official client talks to each server.

The client asks every answer to be in the format of its own major version. Elasticsearch understands its own and the
one before, so asking for version 8 suits 8 and 9 alike. OpenSearch knows plain JSON only, and doesn't send the header
by which the client recognises a server.
"""

import re
from dataclasses import replace
from typing import Any

from elastic_transport import HttpHeaders, Urllib3HttpNode
from elastic_transport.client_utils import DEFAULT

_VENDOR_JSON = re.compile(r"application/vnd\.elasticsearch\+((?:x-nd)?json)\s*;\s*compatible-with=\d+")


class ElasticsearchNode(Urllib3HttpNode):
    """Elasticsearch 8 and 9."""

    FORMAT = r"application/vnd.elasticsearch+\1; compatible-with=8"

    def perform_request(
        self,
        method: str,
        target: str,
        body: bytes | None = None,
        headers: HttpHeaders | None = None,
        request_timeout: Any = DEFAULT,
    ) -> Any:
        asked = HttpHeaders(headers or {})
        for name in ("accept", "content-type"):
            if name in asked:
                asked[name] = _VENDOR_JSON.sub(self.FORMAT, asked[name])
        return super().perform_request(method, target, body, asked, request_timeout)


class OpenSearchNode(ElasticsearchNode):
    """OpenSearch 2 and 3, whose answers to the requests that this engine makes are those of Elasticsearch."""

    FORMAT = r"application/\1"

    def perform_request(
        self,
        method: str,
        target: str,
        body: bytes | None = None,
        headers: HttpHeaders | None = None,
        request_timeout: Any = DEFAULT,
    ) -> Any:
        answer = super().perform_request(method, target, body, headers, request_timeout)
        named = HttpHeaders(answer.meta.headers)
        named["x-elastic-product"] = "Elasticsearch"
        return answer._replace(meta=replace(answer.meta, headers=named))
