"""The audit log as a file for spreadsheets."""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any

from django.http import HttpResponse

from frontend.operator_desk.audit_filter import AuditPage

MOST = 10_000
COLUMNS = ("at", "actor", "actingFor", "operation", "outcome", "codes", "fields", "objects", "requestId", "keepUntil")


class AuditFile(AuditPage):
    """What the page of the same address shows, at most ten thousand entries; the last line says so when there are more.

    The columns have the names of the API: the file is read by programs, too.
    """

    is_file = True

    def show(self, status: int | None = None, **more: Any) -> HttpResponse:
        self._require()
        text = StringIO()
        writer = csv.writer(text)
        writer.writerow(COLUMNS)
        for row in self._rows():
            writer.writerow([_plain(value) for value in row])
        return HttpResponse(
            b"\xef\xbb\xbf" + text.getvalue().encode(),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": 'attachment; filename="audit-log.csv"', "Cache-Control": "no-store"},
        )

    def _rows(self) -> Iterator[list[str]]:
        after, written = None, 0
        while written < MOST:
            page = self.ask("AuditRows", filter=self.filter(), after=after)["auditEntries"]
            for edge in page["edges"]:
                yield _row(edge["node"])
            written += len(page["edges"])
            if not page["pageInfo"]["hasNextPage"]:
                return
            after = page["pageInfo"]["endCursor"]
        yield ["…"] * len(COLUMNS)


def _row(entry: dict[str, Any]) -> list[str]:
    def email(person: dict[str, Any] | None) -> str:
        return person["email"] if person else ""

    return [
        str(entry["at"]),
        email(entry["actor"]),
        email(entry["actingFor"]),
        entry["operation"],
        entry["outcome"],
        " ".join(entry["codes"]),
        " ".join(entry["fields"]),
        " ".join(f"{named['kind']}={named['objectId']}" for named in entry["objects"]),
        entry["requestId"],
        str(entry["keepUntil"]),
    ]


def _plain(text: str) -> str:
    """What a spreadsheet program would run as a formula is written behind an apostrophe."""
    return f"'{text}" if text[:1] in "=+-@\t\r" and text else text
