"""What shoppers agreed to before there was a consent log. The words they read were not kept with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.db.models import QuerySet

from catalog.traceability.shopper.consents import of_report, of_warranty
from catalog.traceability.shopper.fakes.report import FakeReport
from catalog.traceability.shopper.warranty.registration import WarrantyRegistration
from marketplace.accounts.consents.carry_over import Earlier, Source, register_source


def register() -> None:
    """Tell accounts that there is something here."""
    register_source(Source(_warranties, _of_warranties))
    register_source(Source(_reports, _of_reports))


def _warranties() -> QuerySet[WarrantyRegistration]:
    return WarrantyRegistration.objects.filter(confirmed_at__isnull=False).select_related("seller")


def _of_warranties(rows: Sequence[WarrantyRegistration]) -> Iterator[Earlier]:
    for row in rows:
        if row.confirmed_at is not None:
            agreed = replace(of_warranty(row), version="", wording="")
            yield Earlier(agreed, row.confirmed_at, row.email, language=row.language)


def _reports() -> QuerySet[FakeReport]:
    return FakeReport.objects.exclude(contact_email="")


def _of_reports(rows: Sequence[FakeReport]) -> Iterator[Earlier]:
    for row in rows:
        agreed = replace(of_report(row), version="", wording="")
        yield Earlier(agreed, row.created_at, row.contact_email, language=row.language)
