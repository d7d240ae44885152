"""Websites of firms as they are compared: the host without ``www``, and the path too where firms share a host."""

from urllib.parse import urlsplit

SHARED_HOSTS = frozenset(
    {
        "facebook.com",
        "m.facebook.com",
        "zalo.me",
        "shopee.vn",
        "lazada.vn",
        "instagram.com",
        "linkedin.com",
        "youtube.com",
        "alibaba.com",
        "tiktok.com",
        "sites.google.com",
        "line.me",
        "blog.naver.com",
        "smartstore.naver.com",
    }
)
LONGEST = 120


def site_key(url: str) -> str:
    """``https://www.Moc.example/vi`` -> ``moc.example``; ``https://facebook.com/Moc`` -> ``facebook.com/moc``."""
    if not url:
        return ""
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        host = (parts.hostname or "").removeprefix("www.").rstrip(".")
    except ValueError:  # brackets that are no address
        return ""
    path = parts.path.strip("/").casefold() if host in SHARED_HOSTS else ""
    if host in SHARED_HOSTS and not path:
        return ""
    return (f"{host}/{path}" if path else host)[:LONGEST]
