"""The lines of a sitemap (sitemaps.org 0.9) with its alternates (xhtml:link, one per language)."""

from collections.abc import Mapping
from datetime import datetime
from urllib.parse import quote
from xml.sax.saxutils import escape

from i18n.languages import DEFAULT_LANGUAGE

INDEX, ADDRESSES = "sitemapindex", "urlset"
_SAFE = "/:?=&%#~@!$'()*+,;"


def opening(kind: str) -> str:
    links = ' xmlns:xhtml="http://www.w3.org/1999/xhtml"' if kind == ADDRESSES else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"{links}>\n'
    )


def closing(kind: str) -> str:
    return f"</{kind}>\n"


def part(location: str, modified: datetime | str | None = None) -> str:
    """A sitemap in the index."""
    return f"<sitemap><loc>{_written(location)}</loc>{_modified(modified)}</sitemap>\n"


def address(
    language: str, addresses: Mapping[str, str], modified: datetime | str | None = None, *, region: str = ""
) -> str:
    """A page in one language, and where it is in all of them; readers of any other language get English.

    ``region`` is that of a market of one country, such as ``-JP``.
    """
    named = [(f"{code}{region}", each) for code, each in addresses.items()]
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{_written(each)}"/>'
        for code, each in [*named, ("x-default", addresses[DEFAULT_LANGUAGE])]
    )
    return f"<url><loc>{_written(addresses[language])}</loc>{_modified(modified)}{links}</url>\n"


def _written(location: str) -> str:
    """Percent-encoded where it has to be, then escaped for XML; what is encoded already stays as it is."""
    return escape(quote(location, safe=_SAFE), {'"': "&quot;"})


def _modified(moment: datetime | str | None) -> str:
    if moment is None:
        return ""
    read = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    return f"<lastmod>{read.replace(microsecond=0).isoformat()}</lastmod>"
