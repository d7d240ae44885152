"""The address that people type, and the hosts that are served."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.conf import settings
from django.http.request import validate_host

from marketplace.doctor.finding import Finding, good, noted, wrong

LOOPBACK = {"127.0.0.1", "localhost", "::1"}


def check() -> Iterator[Finding]:
    url = urlsplit(settings.PUBLIC_URL)
    host = url.hostname or ""
    if not host or url.scheme not in {"http", "https"} or url.path.strip("/"):
        yield wrong(
            f"PUBLIC_URL {settings.PUBLIC_URL!r} is no address of a site",
            "Set it to https:// and the host alone, as https://market.example.com.",
        )
        return
    if host in LOOPBACK:
        yield noted(
            f"PUBLIC_URL {settings.PUBLIC_URL} is this machine: codes and links in letters lead nowhere else",
            "Set PUBLIC_URL to the address that people use.",
        )
    elif url.scheme != "https":
        yield wrong("PUBLIC_URL begins with http://", "Put TLS in front, and let PUBLIC_URL begin with https://.")
    else:
        yield good(f"PUBLIC_URL is {settings.PUBLIC_URL}")
    for name, served in (("PUBLIC_URL", host), ("MEDIA_ORIGIN", urlsplit(settings.MEDIA_ORIGIN or "").hostname)):
        if served and not validate_host(served, settings.ALLOWED_HOSTS):
            yield wrong(f"the host of {name}, {served}, is not served", f"Add {served} to ALLOWED_HOSTS.")
