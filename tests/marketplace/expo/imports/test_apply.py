"""Lists of exhibitors: read within bounds, previewed without effect, applied once."""

import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from catalog.refusal import Refused
from marketplace.expo.exhibitor_import import ExhibitorImport
from marketplace.expo.exhibitors import update_exhibitor
from marketplace.expo.feeds import UnknownFeed, feed, feeds, spreadsheet
from marketplace.expo.feeds.spreadsheet.headers import field_of
from marketplace.expo.imports.apply import Applied, apply_exhibitors
from marketplace.expo.imports.preview import KEPT, preview_exhibitors
from marketplace.expo.models import Booth, Exhibitor, Expo
from tests.factories.expo import make_booth, make_exhibitor, make_expo, make_hall
from tests.marketplace.accounts.api import snapshot

pytestmark = pytest.mark.django_db

SAMPLES = Path(spreadsheet.__file__).parent / "samples"
ALL_SAMPLES = sorted(Path(spreadsheet.__file__).parent.parent.glob("*/samples/*"))
VIETNAMESE = (SAMPLES / "exhibitors_vi.csv").read_bytes()


def preview(expo: Expo, content: bytes, **options: Any) -> ExhibitorImport:
    return preview_exhibitors(expo=expo, content=content, file_name="list.csv", **options)


def csv(*lines: str) -> bytes:
    return "\n".join(lines).encode()


def workbook(*rows: list[Any]) -> bytes:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def counts(applied: Applied) -> tuple[int, int, int, int]:
    return applied.created, applied.updated, applied.unchanged, applied.refused


def verdicts(stored: ExhibitorImport) -> list[Any]:
    return [row["action"] or [error["code"] for error in row["errors"]] for row in stored.rows]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Tên doanh nghiệp (*)", "name"),
        ("TÊN CÔNG TY", "name"),
        ("Company Name", "name"),
        ("Mã số thuế", "tax_code"),
        ("MST", "tax_code"),
        ("Quốc gia", "country"),
        ("Ngành hàng", "categories"),
        ("E-mail", "email"),
        ("Số gian hàng", "booth"),
        ("STT", None),
        ("", None),
    ],
)
def test_headers_in_both_languages(header: str, field: str | None) -> None:
    assert field_of(header) == field


def test_feeds_are_found_by_looking() -> None:
    assert "spreadsheet" in feeds()
    assert {sample.parent.parent.name for sample in ALL_SAMPLES} == set(feeds()), "every feed has samples"
    with pytest.raises(UnknownFeed):
        feed("../secrets")


@pytest.mark.parametrize("sample", ALL_SAMPLES, ids=lambda sample: f"{sample.parent.parent.name}/{sample.name}")
def test_samples_of_every_feed_go_in_once_and_a_second_time_change_nothing(sample: Path) -> None:
    expo, content, name = make_expo(), sample.read_bytes(), sample.parent.parent.name
    first = apply_exhibitors(exhibitor_import=preview(expo, content, feed_name=name))
    assert first.created == expo.exhibitors.count() > 1
    assert first.refused == 0
    before = snapshot("expo")["Exhibitor"]
    again = preview(expo, content, feed_name=name)
    assert set(verdicts(again)) == {"UNCHANGED"}
    assert counts(apply_exhibitors(exhibitor_import=again)) == (0, 0, first.created, 0)
    assert snapshot("expo")["Exhibitor"] == before


def test_what_the_sample_says() -> None:
    expo = make_expo()
    stored = preview(expo, VIETNAMESE)
    assert not expo.exhibitors.exists(), "a preview changes nothing"
    assert [row["number"] for row in stored.rows] == [3, 4, 5], (
        "as a spreadsheet program counts, title and header included"
    )
    assert dict(stored.columns)["STT"] is None
    apply_exhibitors(exhibitor_import=stored)
    wood = Exhibitor.objects.get(tax_code="0100233488")
    assert (wood.name, wood.country, wood.website_url) == ("Công ty TNHH Mộc Ví Dụ", "VN", "https://moc-vi-du.example")
    assert wood.categories == ["Đồ gỗ", "Nội thất"]
    assert wood.source_feed == "spreadsheet"
    assert Exhibitor.objects.get(name__startswith="Voorbeeld").country == "NL"
    assert Exhibitor.objects.get(name__startswith="Hộ").description.startswith("HYPERLINK"), "no formula any more"


def test_an_applied_import_is_not_applied_again() -> None:
    expo = make_expo()
    stored = preview(expo, VIETNAMESE)
    assert counts(apply_exhibitors(exhibitor_import=stored)) == (3, 0, 0, 0)
    stored.refresh_from_db()
    Exhibitor.objects.all().delete()
    apply_exhibitors(exhibitor_import=stored)
    assert not expo.exhibitors.exists()


def test_known_again_by_tax_code_else_by_name_without_company_form() -> None:
    expo = make_expo()
    by_code = make_exhibitor(expo, name="Old Name", tax_code="0100233488", description="kept")
    by_name = make_exhibitor(expo, name="Công ty TNHH Gốm Thử")
    make_exhibitor(make_expo(), name="Công ty TNHH Mới")
    stored = preview(
        expo,
        csv("Tên,MST,Website", "New Name,01.00.233.488,", "GOM THU CO. LTD,,gom.example", "Mới JSC,,"),
    )
    assert verdicts(stored) == ["UPDATE", "UPDATE", "CREATE"]
    assert counts(apply_exhibitors(exhibitor_import=stored)) == (1, 2, 0, 0)
    by_code.refresh_from_db()
    by_name.refresh_from_db()
    assert (by_code.name, by_code.description) == ("New Name", "kept"), "an empty cell erases nothing"
    assert by_name.website_url == "https://gom.example"


def test_errors_say_row_column_code_and_leave_good_rows_in() -> None:
    expo = make_expo()
    stored = preview(
        expo,
        csv(
            "Tên công ty,Email,Nước,Trang web,Gian hàng",
            "Tốt,,VN,,",
            ",a@example.org,VN,,",
            "Sai thư,not an address,VN,,",
            "Sai nước,,Atlantis,,",
            "Sai web,,VN,javascript:alert(1),",
            "Công ty TNHH Tốt,,VN,,",
            "Sai gian,,VN,,Z99",
        ),
    )
    errors = [(e["row"], e["column"], e["code"]) for row in stored.rows for e in row["errors"]]
    assert errors == [
        (3, "Tên công ty", "REQUIRED"),
        (4, "Email", "INVALID"),
        (5, "Nước", "INVALID"),
        (6, "Trang web", "INVALID"),
        (7, "Tên công ty", "DUPLICATE"),
        (8, "Gian hàng", "UNKNOWN_BOOTH"),
    ]
    assert counts(apply_exhibitors(exhibitor_import=stored)) == (1, 0, 0, 6)
    assert [exhibitor.name for exhibitor in expo.exhibitors.all()] == ["Tốt"]


def test_the_same_firm_with_and_without_its_tax_code_is_one() -> None:
    expo = make_expo()
    stored = preview(expo, csv("Tên,MST", "Gốm Thử,0100233488", "Gốm Thử,", "Gốm Thử,0314409058"))
    assert verdicts(stored) == ["CREATE", ["DUPLICATE"], ["DUPLICATE"]]
    two = preview(expo, csv("Tên,MST", "Gốm Thử,0100233488", "Gốm Thử,0314409058"))
    assert counts(apply_exhibitors(exhibitor_import=two)) == (2, 0, 0, 0)
    assert verdicts(preview(expo, csv("Tên", "Gốm Thử"))) == [["AMBIGUOUS"]]


def test_booths_are_assigned_by_code() -> None:
    hall = make_hall()
    expo = hall.expo
    free, taken, kept = (make_booth(hall, code, x=place) for code, place in (("A1", 0), ("A2", 5), ("A3", 10)))
    Booth.objects.filter(pk=taken.pk).update(exhibitor=make_exhibitor(expo))
    content = csv("Tên,Gian hàng", 'Một,"a1; A3"', "Hai,A2", "Ba,A1")
    stored = preview(expo, content)
    assert verdicts(stored) == ["CREATE", ["BOOTH_TAKEN"], ["BOOTH_TAKEN"]]
    apply_exhibitors(exhibitor_import=stored)
    one = Exhibitor.objects.get(name="Một")
    assert set(one.booths.all()) == {free, kept}
    assert verdicts(preview(expo, content))[0] == "UNCHANGED"


def test_the_directory_may_have_changed_since_the_preview() -> None:
    expo = make_expo()
    stored = preview(expo, csv("Tên", "Gốm Thử"))
    make_exhibitor(expo, name="Công ty TNHH Gốm Thử")
    assert counts(apply_exhibitors(exhibitor_import=stored)) == (0, 0, 1, 0)
    assert expo.exhibitors.get().name == "Công ty TNHH Gốm Thử"


def test_mapping_overrides_guesses() -> None:
    expo = make_expo()
    content = csv("Column 1,Name,Website", "Real Name,Contact Person,x.example")
    stored = preview(expo, content, mapping={"Column 1": "name", "Name": None})
    assert stored.columns == [["Column 1", "name"], ["Name", None], ["Website", "website_url"]]
    assert stored.rows[0]["values"]["name"] == "Real Name"
    for wrong in ({"Name": "password"}, {"Name": "email", "Website": "email"}):
        with pytest.raises(Refused):
            preview(expo, content, mapping=wrong)


def test_workbooks_are_told_by_content_and_formulas_give_no_text() -> None:
    content = workbook(
        ["Danh sách"], [], ["Tên", "Điện thoại", "Mô tả"], ["@Gốm", "+84 274 3822222", '=cmd|"/c calc"!A1']
    )
    stored = preview(make_expo(), content)
    values = stored.rows[0]["values"]
    assert (values["name"], values["phone"]) == ("Gốm", "+84 274 3822222")
    assert not values["description"].startswith("=")


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (101 * 1024 * 1024))
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"   \n ",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"%PDF-1.7\x00\x01",
        b"PK\x03\x04 not a workbook",
        csv("Tên,MST"),
        b"x" * (10 * 1024 * 1024 + 1),
        csv("Tên", *(f"Firm {n}" for n in range(5_001))),
    ],
)
def test_what_is_no_list_is_refused(content: bytes) -> None:
    with pytest.raises(Refused):
        preview(make_expo(), content)
    assert not ExhibitorImport.objects.exists()


def test_a_zip_bomb_is_refused_unopened() -> None:
    with pytest.raises(Refused):
        preview(make_expo(), bomb())


def test_a_long_list_takes_a_few_queries(django_assert_max_num_queries: Any) -> None:
    expo = make_expo()
    content = csv("Tên,Ngành hàng", *(f"Firm {n},Gỗ" for n in range(400)))
    with django_assert_max_num_queries(12):
        stored = preview(expo, content)
    with django_assert_max_num_queries(24):
        assert apply_exhibitors(exhibitor_import=stored).created == 400


def test_old_previews_are_dropped() -> None:
    expo = make_expo()
    applied = preview(expo, VIETNAMESE)
    apply_exhibitors(exhibitor_import=applied)
    for _ in range(KEPT + 3):
        preview(expo, VIETNAMESE)
    assert ExhibitorImport.objects.filter(applied_at__isnull=True).count() == KEPT
    assert ExhibitorImport.objects.filter(pk=applied.pk).exists()


def test_a_hand_made_change_is_seen_as_a_difference() -> None:
    expo = make_expo()
    apply_exhibitors(exhibitor_import=preview(expo, VIETNAMESE))
    update_exhibitor(exhibitor=Exhibitor.objects.get(tax_code="0100233488"), changes={"country": "NL"})
    assert verdicts(preview(expo, VIETNAMESE)) == ["UPDATE", "UNCHANGED", "UNCHANGED"]
