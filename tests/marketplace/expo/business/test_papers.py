"""Contracts and invoices as PDFs: what they say, in which languages, and that their bytes never change."""

import hashlib
from datetime import timedelta
from io import BytesIO

import pytest
from django.test import RequestFactory
from django.utils import timezone
from pypdf import PdfReader, PdfWriter

from catalog.refusal import Refused
from marketplace.expo.contracts.agree import accept_contract, attach_signed_copy
from marketplace.expo.contracts.open import FairPaperNotOpened, PaperDamaged, open_fair_paper, paper_url, pdf_of
from marketplace.expo.contracts.paper import FairPaper
from marketplace.expo.contracts.storage import read_file, write_paper
from marketplace.expo.invoices.issue import issue_invoice
from marketplace.expo.packages.publish_terms import publish_terms
from marketplace.expo.packages.set_organiser import set_organiser
from marketplace.expo.packages.terms import terms_of
from marketplace.site import document
from tests.factories.accounts import make_user
from tests.factories.fair_business import contract_of, make_contracted, make_open_fair

pytestmark = pytest.mark.django_db


def words(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def test_a_contract_is_in_vietnamese_beside_the_applicants_language() -> None:
    expo = make_open_fair()
    wording = {
        "vi": "Điều 1. Gian hàng.\n\nĐiều 2. Tiền.",
        "en": "1. Booth.\n\n2. Money.",
        "ko": "제1조 부스.\n\n제2조 대금.",
    }
    publish_terms(expo=expo, wording=wording, by=None, now=timezone.now())
    exhibitor = make_contracted(
        expo, user=make_user(language="ko"), name="한빛 목공 Co., Ltd", country="KR", tax_code=""
    )
    text = words(pdf_of(contract_of(exhibitor).paper))
    for said in ("Điều 1. Gian hàng.", "제1조 부스.", "한빛 목공", "Công ty Hội chợ Ví Dụ", f"HC{expo.pk}-C-0001"):
        assert said in text
    assert "1. Booth." not in text


def test_a_contract_keeps_the_terms_that_were_accepted_and_its_bytes() -> None:
    expo = make_open_fair()
    exhibitor = make_contracted(expo)
    paper = contract_of(exhibitor).paper
    first = pdf_of(paper)
    assert paper.sha256 == hashlib.sha256(first).hexdigest()
    publish_terms(expo=expo, wording={"vi": "Điều 1. Khác hẳn."}, by=None, now=timezone.now())
    set_organiser(expo=expo, values={"name": "Tên Khác"})
    again = FairPaper.objects.get(pk=paper.pk)
    assert pdf_of(again) == first
    write_paper(paper.pk, b"something else")
    assert pdf_of(again) == first
    FairPaper.objects.filter(pk=paper.pk).update(content={**again.content, "venue": "Nơi khác"})
    write_paper(paper.pk, b"something else")
    with pytest.raises(PaperDamaged):
        pdf_of(FairPaper.objects.get(pk=paper.pk))
    terms = terms_of(expo)
    assert terms is not None
    assert terms.number == 2


def test_an_invoice_names_the_account_the_tax_and_the_day() -> None:
    exhibitor = make_contracted(user=make_user(language="ja"))
    invoice = issue_invoice(exhibitor=exhibitor, currency="VND", by=None, now=timezone.now())
    text = words(pdf_of(invoice.paper)).replace("\u202f", " ")
    for said in (invoice.paper.number, "0000 1111 2222", invoice.due_on.isoformat(), "QH15", "42 000 000"):
        assert said in text, said


def test_accepting_keeps_who_when_and_which_bytes() -> None:
    user = make_user()
    contract = contract_of(make_contracted(user=user))
    with pytest.raises(Refused):
        accept_contract(contract=contract, name=" ", by=user, now=timezone.now())
    first = accept_contract(contract=contract, name="Trần Ví Dụ", by=user, now=timezone.now())
    second = accept_contract(contract=contract, name="Người Khác", by=make_user(), now=timezone.now())
    assert (second.accepted_name, second.accepted_at) == ("Trần Ví Dụ", first.accepted_at)
    assert second.accepted_sha256 == hashlib.sha256(pdf_of(contract.paper)).hexdigest()


def test_a_signed_pdf_is_kept_as_it_came() -> None:
    user = make_user()
    contract = contract_of(make_contracted(user=user))
    writer, out = PdfWriter(), BytesIO()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Title": "Signed"})
    writer.write(out)
    signed = attach_signed_copy(contract=contract, content=out.getvalue(), by=user, now=timezone.now())
    assert read_file(signed.signed_file) == out.getvalue()
    assert signed.is_agreed
    for wrong in (out.getvalue(), b"%PDF-1.7 nothing", b"MZ"):
        with pytest.raises(Refused):
            attach_signed_copy(contract=contract, content=wrong, by=user, now=timezone.now())


def test_a_paper_opens_by_a_fresh_link_only() -> None:
    paper = contract_of(make_contracted()).paper
    url = paper_url(paper)
    answer = document(RequestFactory().get("/"), token=url.rpartition("/")[2])
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    stale = paper_url(paper, now=timezone.now() - timedelta(hours=2)).rpartition("/")[2]
    for token in (stale, "x"):
        with pytest.raises(FairPaperNotOpened):
            open_fair_paper(token)
