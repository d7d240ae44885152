"""Leads as a table for other programs, and the row that says who took it.

Nothing in it is taken for a formula. A visitor whose consent doesn't stand (any more) is a country and nothing else.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from io import BytesIO, StringIO

from django.db import transaction
from django.db.models import QuerySet

from catalog.products.spreadsheet.guard import guarded, printable
from i18n.formatting import country_name
from i18n.languages import LANGUAGES
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.today import HERE
from marketplace import xlsx
from marketplace.accounts.models import User
from marketplace.expo.exhibitor import Exhibit, Exhibitor
from marketplace.expo.leads.lead import Lead, LeadExport

MOST_ROWS = 20_000
HEADINGS = (
    _("First scanned"), _("Last scanned"), _("Times scanned"), _("Country"), _("Name"), _("Firm"), _("Job title"),
    _("E-mail"), _("Language"), _("Rating"), _("Follow up on"), _("Followed up"), _("Interested in"), _("Note"),
)  # fmt: skip


class LeadFormat(StrEnum):
    CSV = "CSV"
    XLSX = "XLSX"


MEDIA_TYPES = {
    LeadFormat.CSV: "text/csv; charset=utf-8",
    LeadFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True)
class LeadFile:
    name: str
    media_type: str
    content: bytes
    leads: int


def export_leads(
    *,
    exhibitor: Exhibitor,
    leads: QuerySet[Lead],
    file_format: LeadFormat,
    language: str,
    by: User | None,
    now: datetime,
) -> LeadFile:
    """The chosen leads of this exhibitor as a file; that they were taken out, by whom, is written down with it."""
    with transaction.atomic():
        rows = list(_read(leads.filter(exhibitor=exhibitor)))
        shown = set(Lead.objects.with_contact().filter(exhibitor=exhibitor).values_list("pk", flat=True))
        LeadExport.objects.create(
            exhibitor=exhibitor,
            by=by,
            at=now,
            file_format=file_format,
            leads=len(rows),
            contacts=sum(lead.pk in shown for lead in rows),
        )
    table = [[gettext(language, heading) for heading in HEADINGS], *_rows(rows, shown, language)]
    content = _csv(table) if file_format == LeadFormat.CSV else _xlsx(table)
    name = f"leads-{exhibitor.expo.slug}.{file_format.lower()}"
    return LeadFile(name, MEDIA_TYPES[file_format], content, len(rows))


def _read(leads: QuerySet[Lead]) -> Iterable[Lead]:
    return leads.select_related("visitor").prefetch_related("scans", "exhibits__product")[:MOST_ROWS]


def _rows(leads: Iterable[Lead], shown: set[int], language: str) -> Iterator[list[str]]:
    for lead in leads:
        cells = [*_moments(lead), country_name(lead.visitor.country, language)]
        cells += _contact(lead) if lead.pk in shown else [""] * 5
        cells += [f"{lead.rating or ''}", f"{lead.follow_up_on or ''}", _moment(lead.followed_up_at)]
        cells += ["; ".join(exhibit_name(each) for each in lead.exhibits.all()), lead.note]
        yield [guarded(printable(cell)) for cell in cells]


def _moments(lead: Lead) -> list[str]:
    return [_moment(lead.scanned_at), _moment(lead.last_scanned_at), f"{len(lead.scans.all())}"]


def _moment(moment: datetime | None) -> str:
    return f"{moment.astimezone(HERE):%Y-%m-%d %H:%M}" if moment else ""


def _contact(lead: Lead) -> list[str]:
    visitor = lead.visitor
    spoken = LANGUAGES.get(visitor.language)
    return [
        visitor.name,
        visitor.firm,
        visitor.job_title,
        visitor.email,
        spoken.own_name if spoken else visitor.language,
    ]


def exhibit_name(exhibit: Exhibit) -> str:
    return exhibit.title or (exhibit.product.name if exhibit.product else "")


def _csv(table: Sequence[Sequence[str]]) -> bytes:
    """UTF-8 with a byte order mark, which spreadsheet programs want."""
    text = StringIO()
    csv.writer(text).writerows(table)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _xlsx(table: Sequence[Sequence[str]]) -> bytes:
    book = xlsx.Workbook(write_only=True)
    sheet = book.create_sheet("Leads")
    for row in table:
        sheet.append(row)
    content = BytesIO()
    book.save(content)
    return content.getvalue()
