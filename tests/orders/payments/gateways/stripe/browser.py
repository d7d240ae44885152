"""The little that a person's browser does on Stripe's own pages."""

import urllib.error
import urllib.parse
import urllib.request
from typing import Any

VISA = "4242424242424242"
DECLINED = "4000000000000002"
ASKS_FIRST = "4000002760003184"


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments: Any, **options: Any) -> None:
        """Redirects are looked at, not followed."""


def submit(url: str, **fields: str) -> tuple[int, str]:
    """POST a form; the status, and where it leads or what it says."""
    opener = urllib.request.build_opener(_Stay)
    body = urllib.parse.urlencode(fields).encode()
    try:
        with opener.open(url, data=body, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as said:
        return said.code, said.headers.get("Location") or said.read().decode()


def look_at(url: str) -> str:
    with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310  # loopback
        return str(answer.read().decode())
