"""Addresses of this installation and of the servers it speaks to: which schemes are right, and in which mode."""

import re
from urllib.parse import urlsplit

LOOPBACK_HOSTS = ("127.0.0.1", "localhost", "[::1]", "testserver")


def public_url(mode: str, url: str | None, *, otherwise: str) -> str:
    """Without a trailing slash. Production is reached over TLS, under an address it was told."""
    found = (url or otherwise).rstrip("/")
    if mode != "production":
        return found
    parts = urlsplit(found)
    if url is None or parts.scheme != "https" or not parts.hostname or parts.path or parts.query:
        raise ValueError("PUBLIC_URL must be https:// and a host in production, as https://market.example.com")
    return found


def allowed_hosts(mode: str, hosts: tuple[str, ...], public: str) -> tuple[str, ...]:
    """The hosts that are served. In production they are named, never ``*``, and the public one is among them."""
    if mode != "production":
        return hosts or LOOPBACK_HOSTS
    if not hosts or "*" in hosts:
        raise ValueError("ALLOWED_HOSTS must name the hosts that are served in production; * would serve any")
    own = urlsplit(public).hostname or ""
    if not any(own == host or (host.startswith(".") and f".{own}".endswith(host)) for host in hosts):
        raise ValueError(f"ALLOWED_HOSTS must hold the host of PUBLIC_URL, {own}")
    return hosts


def database(name: str, url: str | None) -> str | None:
    if url is not None and urlsplit(url).scheme not in {"postgresql", "postgres"}:
        raise ValueError(f"{name} must start with postgresql://, not {urlsplit(url).scheme}://")
    if url is not None and not urlsplit(url).path.strip("/"):
        raise ValueError(f"{name} must name a database: postgresql://user:password@host/name")
    return url


def replica(url: str | None, *, primary: str | None, redis_url: str | None) -> str | None:
    if url is not None and primary is None:
        raise ValueError("DATABASE_REPLICA_URL needs DATABASE_URL, which it is a replica of")
    if url is not None and redis_url is None:
        raise ValueError("DATABASE_REPLICA_URL needs REDIS_URL: who has just written is remembered there")
    return database("DATABASE_REPLICA_URL", url)


def redis(url: str | None) -> str | None:
    if url is not None and urlsplit(url).scheme not in {"redis", "rediss", "unix"}:
        raise ValueError("REDIS_URL must begin with redis:// or rediss://")
    return url


def mail(url: str | None) -> str | None:
    if url is not None and (urlsplit(url).scheme not in {"smtp", "smtps"} or not urlsplit(url).hostname):
        raise ValueError("MAIL_URL must be smtp://user:password@host:587, or smtps:// where TLS begins at once")
    return url


def search(url: str | None) -> str | None:
    if url is not None and url.partition("://")[0] not in {"http", "https", "opensearch+http", "opensearch+https"}:
        raise ValueError("SEARCH_URL must begin with http://, https://, opensearch+http:// or opensearch+https://")
    return url


def media_origin(mode: str, url: str | None) -> str | None:
    if url is not None and not re.fullmatch(r"https?://[a-z0-9.-]+(:[0-9]{1,5})?/?", url):
        raise ValueError("MEDIA_ORIGIN must be an address without a path, as https://uploads.example.com")
    if url is not None and mode == "production" and not url.startswith("https://"):
        raise ValueError("MEDIA_ORIGIN must begin with https://")
    return url.rstrip("/") if url is not None else None


def over_tls(name: str, mode: str, url: str | None) -> str | None:
    """Somebody else's server: over TLS in production, without a trailing slash."""
    if url is not None and not url.startswith("https://" if mode == "production" else ("https://", "http://")):
        raise ValueError(f"{name} must begin with https://")
    return url.rstrip("/") if url is not None else None


def contact(text: str | None) -> str | None:
    if text is not None and not re.fullmatch(r"(mailto:|https://|tel:)[\x21-\x7e]{3,300}", text):
        raise ValueError("SECURITY_CONTACT must begin with mailto:, https:// or tel:")
    return text
