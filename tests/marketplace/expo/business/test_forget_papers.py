"""After the period of the law papers of fairs know no people; before, nothing of them is touched."""

from datetime import UTC, date, datetime
from io import BytesIO, StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone
from pypdf import PdfWriter

from marketplace.expo.contracts import forget
from marketplace.expo.contracts.agree import accept_contract, attach_signed_copy
from marketplace.expo.contracts.forget import due_papers, forget_fair_papers
from marketplace.expo.contracts.open import FairPaperNotOpened, pdf_of
from marketplace.expo.contracts.paper import FairPaper
from marketplace.expo.contracts.storage import read_file, read_paper, write_paper
from marketplace.expo.exhibition import Expo
from marketplace.expo.invoices.issue import issue_invoice
from marketplace.expo.models import Exhibitor, FairApplication
from marketplace.periodic import JOBS
from tests.factories.accounts import make_user
from tests.factories.fair_business import contract_of, make_contracted

pytestmark = pytest.mark.django_db
STILL_KEPT = datetime(2037, 12, 31, 12, tzinfo=UTC)
OVER = datetime(2038, 1, 1, 12, tzinfo=UTC)


def exhibited(*, issued_on: date = date(2026, 12, 5), ended_on: date = date(2027, 3, 7)) -> Exhibitor:
    """With a contract that was accepted and signed, and with an invoice."""
    user = make_user()
    exhibitor = make_contracted(user=user)
    contract = contract_of(exhibitor)
    accept_contract(contract=contract, name="Trần Ví Dụ", by=user, now=timezone.now())
    writer, out = PdfWriter(), BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(out)
    attach_signed_copy(contract=contract, content=out.getvalue(), by=user, now=timezone.now())
    pdf_of(issue_invoice(exhibitor=exhibitor, currency="VND", by=None, now=timezone.now()).paper)
    FairPaper.objects.filter(exhibitor=exhibitor).update(issued_on=issued_on)
    Expo.objects.filter(pk=exhibitor.expo_id).update(starts_on=ended_on, ends_on=ended_on)
    return exhibitor


def test_papers_stay_until_ten_years_after_the_later_of_paper_and_fair() -> None:
    exhibited()
    exhibited(issued_on=date(2027, 2, 1), ended_on=date(2026, 12, 1))
    assert forget_fair_papers(now=STILL_KEPT) == 0
    assert {name: rows.count() for name, rows in due_papers(OVER).items()} == {
        "papers of fairs": 4,
        "contracts of fairs": 2,
        "applications to fairs": 2,
    }


def test_content_file_signature_and_applicant_go_and_the_books_stay() -> None:
    exhibitor = exhibited()
    invoice, before = exhibitor.invoices.get(), contract_of(exhibitor)
    assert read_file(before.signed_file) and all(read_paper(row.pk) for row in exhibitor.papers.all())

    assert forget_fair_papers(now=OVER) == 4
    assert forget_fair_papers(now=OVER) == 0

    for paper in exhibitor.papers.all():
        assert (paper.content, paper.sha256, read_paper(paper.pk)) == ({}, "", None)
        assert paper.number and paper.issued_on
        with pytest.raises(FairPaperNotOpened):
            pdf_of(paper)
    after = contract_of(exhibitor)
    assert (after.accepted_by, after.accepted_name, after.signed_by, after.signed_file) == (None, "", None, "")
    assert read_file(before.signed_file) is None
    assert after.is_agreed and after.accepted_sha256 == before.accepted_sha256
    application = FairApplication.objects.get(exhibitor=exhibitor)
    assert (application.user, application.contact_name, application.email, application.phone) == (None, "", "", "")
    assert exhibitor.invoices.get().gross == invoice.gross


def test_what_was_broken_off_is_taken_up_again() -> None:
    paper = exhibited().papers.first()
    assert paper is not None
    forget_fair_papers(now=OVER)
    FairPaper.objects.filter(pk=paper.pk).update(sha256=write_paper(paper.pk, b"made while it was emptied"))
    assert forget_fair_papers(now=OVER) == 1
    assert read_paper(paper.pk) is None


def test_many_go_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forget, "AT_ONCE", 1)
    exhibited()
    other = exhibited(ended_on=date(2028, 1, 2))
    assert forget_fair_papers(now=OVER) == 4
    assert all(paper.content for paper in other.papers.all())


def test_the_clock_does_it_and_the_command_counts_it() -> None:
    exhibited(issued_on=date(2001, 2, 1), ended_on=date(2001, 3, 1))
    said = StringIO()
    call_command("retention", dry_run=True, stdout=said)
    assert "papers of fairs: 2 due" in said.getvalue()
    assert due_papers(OVER)["papers of fairs"].count() == 2
    (job,) = (job for job in JOBS if job.name == "forget-fair-papers")
    assert job.work() == 4
