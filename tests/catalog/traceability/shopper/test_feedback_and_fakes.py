"""A word to the maker, and goods that may be fakes."""

from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.conf import settings
from PIL import Image

from catalog.refusal import Refused
from catalog.traceability.shopper.events import FakeReported
from catalog.traceability.shopper.fakes.letter import mail_fake_report
from catalog.traceability.shopper.fakes.move import FakeReportMoved, move_fake_report
from catalog.traceability.shopper.fakes.photo import PhotoNotOpened, open_photo, signed_photo_url
from catalog.traceability.shopper.fakes.report import FakeReport, FakeState
from catalog.traceability.shopper.fakes.tell import MOST_A_DAY, FakeData, report_fake
from catalog.traceability.shopper.feedback.feedback import TraceFeedback
from catalog.traceability.shopper.feedback.give import MOST_A_DAY as MOST_WORDS
from catalog.traceability.shopper.feedback.give import give_feedback
from marketplace.accounts.mail.outgoing_letter import OutgoingLetter
from tests.factories.accounts import make_operator
from tests.factories.sellers import make_member
from tests.factories.traceability import make_code

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def picture() -> bytes:
    out = BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "a telephone of somebody"
    Image.new("RGB", (40, 30), "brown").save(out, "JPEG", exif=exif)
    return out.getvalue()


def data(**overrides: Any) -> FakeData:
    return FakeData(**{"code": "ABC-1", "bought_at": "Chợ Ví Dụ", "country": "VN", **overrides})


def test_feedback_is_bounded_and_for_the_seller() -> None:
    code = make_code()
    for _ in range(MOST_WORDS):
        row = give_feedback(code=code, rating=4, text=" Đẹp\x07 ", language="vi", now=NOW)
    assert (row.text, row.seller_id) == ("Đẹp", code.lot.seller_id)
    with pytest.raises(Refused):
        give_feedback(code=code, rating=4, text="", language="vi", now=NOW)
    give_feedback(code=code, rating=4, text="", language="vi", now=NOW + timedelta(days=2))
    for wrong in ({"rating": 0, "text": ""}, {"rating": 6, "text": ""}, {"rating": 3, "text": "x" * 2001}):
        with pytest.raises(Refused):
            give_feedback(code=make_code(), language="vi", now=NOW, **wrong)  # type: ignore[arg-type]  # a mixed row
    assert TraceFeedback.objects.count() == MOST_WORDS + 1


def test_a_case_with_a_photo_without_its_camera() -> None:
    code = make_code()
    row = report_fake(data=data(code=code.pk.lower(), contact_email="a@example.org"), photo=picture(), now=NOW)
    assert (row.code, row.seller_id, row.state) == (code, code.lot.seller_id, FakeState.NEW)
    token = (signed_photo_url(row) or "").rpartition("/")[2]
    _name, content, kind = open_photo(token)
    assert kind == "image/webp"
    assert b"somebody" not in content
    with pytest.raises(PhotoNotOpened):
        open_photo(token[:-1])
    FakeReport.objects.update(photo="gone.webp")
    with pytest.raises(PhotoNotOpened):
        open_photo(token)


def test_an_unknown_code_is_the_operators_case() -> None:
    row = report_fake(data=data(country="nowhere"), photo=None, now=NOW)
    assert (row.code, row.seller, row.country, row.photo) == (None, None, "", "")
    assert signed_photo_url(row) is None
    mail_fake_report(FakeReported(report_id=str(row.pk)))
    assert not OutgoingLetter.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "photo", "field"),
    [
        ({"code": " "}, None, "code"),
        ({"bought_at": ""}, None, "bought_at"),
        ({"contact_email": "nobody"}, None, "contact_email"),
        ({"text": "x" * 3001}, None, "text"),
        ({}, b"not a picture", "photo"),
    ],
)
def test_refused_keeps_neither_row_nor_file(wrong: dict[str, Any], photo: bytes | None, field: str) -> None:
    folder = settings.DATA_DIR / "fake_reports"
    before = set(folder.glob("*"))
    with pytest.raises(Refused) as refused:
        report_fake(data=data(**wrong), photo=photo, now=NOW)
    assert refused.value.problems[0].field == field
    assert not FakeReport.objects.exists()
    assert set(folder.glob("*")) == before


def test_the_way_of_a_case() -> None:
    code = make_code()
    owner = make_member(code.lot.seller, "OWNER")
    row = report_fake(data=data(code=code.pk, contact_email="a@example.org"), photo=None, now=NOW)
    mail_fake_report(FakeReported(report_id=str(row.pk)))
    assert OutgoingLetter.objects.get(kind="FAKE_REPORTED").recipient == owner.email
    row = move_fake_report(report=row, state="LOOKED_INTO", note="Hỏi cửa hàng", by=owner, by_operator=False)
    assert row.contact_email
    row = move_fake_report(report=row, state="CONFIRMED", note="", by=make_operator(), by_operator=True)
    assert (row.state, row.contact_email) == ("CONFIRMED", "")
    with pytest.raises(FakeReportMoved):
        move_fake_report(report=row, state="DISMISSED", note="", by=owner, by_operator=False)
    assert list(row.steps.values_list("state", "by_operator")) == [("LOOKED_INTO", False), ("CONFIRMED", True)]


def test_not_buried_in_reports() -> None:
    code = make_code()
    for _ in range(MOST_A_DAY):
        report_fake(data=data(code=code.pk), photo=None, now=NOW)
    with pytest.raises(Refused):
        report_fake(data=data(code=code.pk), photo=None, now=NOW)
    report_fake(data=data(code="unknown"), photo=None, now=NOW)
