"""``move_fake_report``: what the maker or the operator did about a case; ``forget_reporter``: nobody is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from catalog.traceability.shopper.consents import of_report
from catalog.traceability.shopper.fakes.report import FakeReport, FakeReportStep, FakeState
from catalog.traceability.shopper.words import checked_text
from marketplace.accounts.consents.write import end_consents

if TYPE_CHECKING:
    from marketplace.accounts.models import User

ALLOWED = {
    FakeState.NEW: {FakeState.LOOKED_INTO, FakeState.CONFIRMED, FakeState.DISMISSED},
    FakeState.LOOKED_INTO: {FakeState.LOOKED_INTO, FakeState.CONFIRMED, FakeState.DISMISSED},
    FakeState.CONFIRMED: set(),
    FakeState.DISMISSED: {FakeState.LOOKED_INTO},
}
LONGEST_NOTE = 1000


class FakeReportMoved(ValueError):
    """The case is where this step does not lead from."""

    def __init__(self, state: str, wanted: str) -> None:
        super().__init__(f"a case that is {state} does not become {wanted}")
        self.state, self.wanted = state, wanted


def move_fake_report(*, report: FakeReport, state: str, note: str, by: User | None, by_operator: bool) -> FakeReport:
    """Add the step. With the end of the case the reporter's address goes. Raises `FakeReportMoved`, `Refused`."""
    said = checked_text("note", note, LONGEST_NOTE)
    with transaction.atomic():
        row = FakeReport.objects.select_for_update().get(pk=report.pk)
        if state not in ALLOWED[FakeState(row.state)]:
            raise FakeReportMoved(row.state, state)
        row.state = state
        if state in {FakeState.CONFIRMED, FakeState.DISMISSED}:
            row.contact_email = ""
            end_consents([of_report(row).about], now=timezone.now())
        row.save(update_fields=["state", "contact_email"])
        FakeReportStep.objects.create(
            report=row, state=state, note=said, by=by, by_operator=by_operator, at=timezone.now()
        )
    return row


def forget_reporter(key: str) -> None:
    """Who reported it is not to be asked any more; the case stays."""
    FakeReport.objects.filter(pk=key).update(contact_email="")
