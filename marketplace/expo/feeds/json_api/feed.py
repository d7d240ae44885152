"""Fetches a paged JSON interface and reads what it gave. Its form is in the README beside this file."""

import time
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

import orjson

from catalog.products.bulk_import.bounds import LONGEST_CELL, MOST_BYTES, MOST_ROWS, FileRefused
from i18n.messages import gettext_noop as _
from marketplace.expo.feed import FIELDS, Column, FeedTable, Record, read_as
from marketplace.expo.feeds.json_api.client import get

PAGE_SIZE = 500
MOST_PAGES = 50
SECONDS = 60.0
"""For all pages together; nobody waits for the answer (`imports.work`)."""
_LISTS = ("categories", "booths")
_NAMES = {"id": "source_id", "booths": "booth", "website": "website_url"}
"""What the interface calls some of `FIELDS`; the others have the same name."""


class JsonApiFeed:
    """See `marketplace.expo.feed.FetchedFeed`."""

    def fetch(self, address: str, access_key: str) -> bytes:
        """All pages as one document. The next page must be on the same host, for the access key goes with it."""
        until = time.monotonic() + SECONDS
        found: list[dict[str, Any]] = []
        page: str | None = f"{address}{'&' if urlsplit(address).query else '?'}{urlencode({'limit': PAGE_SIZE})}"
        for _number in range(MOST_PAGES):
            if page is None:
                return orjson.dumps({"exhibitors": found})
            document = _document(get(page, access_key=access_key, until=until))
            found += _exhibitors(document)
            if len(found) > MOST_ROWS:
                break
            page = _next(page, document.get("next"))
        raise FileRefused(_("A file has at most %(rows)s rows."), rows=MOST_ROWS)

    def read(self, content: bytes, mapping: Mapping[str, str | None]) -> FeedTable:
        """Names of the interface that ``mapping`` gives another field are read as that."""
        if len(content) > MOST_BYTES:
            raise FileRefused(_("A file has at most %(megabytes)s MB."), megabytes=MOST_BYTES // 1024**2)
        rows = _exhibitors(_document(content))
        if not rows:
            raise FileRefused(_("This file is empty."))
        if len(rows) > MOST_ROWS:
            raise FileRefused(_("A file has at most %(rows)s rows."), rows=MOST_ROWS)
        names = list(dict.fromkeys(name[:200] for row in rows for name in row))[:60]
        columns = read_as(names, mapping, _field)
        return FeedTable(columns, tuple(Record(n, _values(row, columns)) for n, row in enumerate(rows, start=1)))


FEED = JsonApiFeed()


def _document(content: bytes) -> dict[str, Any]:
    try:
        document = orjson.loads(content)
    except orjson.JSONDecodeError as bad:
        raise FileRefused(_("This is not JSON.")) from bad
    if not isinstance(document, dict):
        raise FileRefused(_("The list of exhibitors is missing."))
    return document


def _exhibitors(document: dict[str, Any]) -> list[dict[str, Any]]:
    rows = document.get("exhibitors")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise FileRefused(_("The list of exhibitors is missing."))
    return rows


def _next(page: str, said: object) -> str | None:
    if not said:
        return None
    try:
        following = urljoin(page, str(said)[:2000])
        is_near = urlsplit(following)[:2] == urlsplit(page)[:2]
    except ValueError as bad:  # what was said is no address, such as ``http://[``
        raise _refused_next() from bad
    if not is_near:
        raise _refused_next()
    return following


def _refused_next() -> FileRefused:
    return FileRefused(_("The next page of the source is on another host."))


def _field(name: str) -> str | None:
    field = _NAMES.get(name, name)
    return field if field in FIELDS and name not in _NAMES.values() else None


def _values(row: dict[str, Any], columns: tuple[Column, ...]) -> dict[str, str]:
    return {column.field: text for column in columns if column.field and (text := _text(row.get(column.header)))}


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(filter(None, _flat(value)))[:LONGEST_CELL]
    return _plain(value)[:LONGEST_CELL]


def _flat(values: list[Any]) -> Iterator[str]:
    for value in values[:50]:
        yield _plain(value).replace(";", " ").replace(",", " ")


def _plain(value: Any) -> str:
    """Texts and whole numbers; anything else says nothing."""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return ""
    return "".join(c for c in str(value) if c.isprintable() or c in "\n\t").strip()
