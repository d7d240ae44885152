"""A sheet of lots and steps: looked through, applied, applied again."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from catalog.products.bulk_import.bounds import FileRefused
from catalog.refusal import Refused
from catalog.traceability.entry.material_batch import MaterialBatch
from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.epcis.event_rows import EventThing
from catalog.traceability.identity.party import TraceParty
from catalog.traceability.linked_stages import require_traced
from catalog.traceability.lot import Lot, TraceCode
from catalog.traceability.lot_import.apply import apply_lot_import
from catalog.traceability.lot_import.lot_import import LotImport
from catalog.traceability.lot_import.preview import preview_lot_import
from catalog.traceability.lot_import.template import lot_template
from catalog.traceability.step import TraceStep
from catalog.traceability.templates.template import trades
from i18n.languages import LANGUAGES
from marketplace.sellers.models import Seller
from tests.factories.catalog import make_product, make_variant
from tests.factories.sellers import make_seller
from tests.factories.traceability import make_code, make_lot

pytestmark = pytest.mark.django_db

SHEET = """Số lô,SKU,Số lượng,Ngày sản xuất,Số tem,Công đoạn,Ngày,Giờ,Địa điểm,Tiêu đề,Chi tiết,Đối tác,Nguyên liệu,Lượng nguyên liệu,Đơn vị,Moisture
L-100,GHE-1,60,2026-10-02,12,Sơ chế/ chế biến,20/09/2026,08:30,Xưởng Ví Dụ,Sấy gỗ,Sấy mười tám ngày,Xưởng xẻ Giả Định,GO-7,"1,25",m3,11
L-100,,,,,Lắp ráp,2026-10-01,,Xưởng Ví Dụ,,,,,,,
L-101,GHE-1,40,,,Packed and labelled,2026-10-03,14h15,Kho Ví Dụ,,,,,,,
"""  # noqa: E501  # a sheet has long lines


def seller_with_chair() -> Seller:
    seller = make_seller()
    make_variant(make_product(seller=seller), sku="GHE-1")
    uri = "urn:uuid:0b0f2f0a-6a3e-4c8e-9d57-0c6f5b0c0f22"
    MaterialBatch.objects.create(seller=seller, name="Gỗ tràm", number="GO-7", uri=uri, quantity=2, uom="MTQ")
    return seller


def look(seller: Seller, text: str = SHEET) -> LotImport:
    return preview_lot_import(seller=seller, file_name="lo.csv", content=text.encode(), by=None)


def state() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Lot, TraceStep, EpcisEvent, TraceCode, TraceParty))


def test_a_sheet_becomes_traced_lots_with_codes_and_again_changes_nothing() -> None:
    seller = seller_with_chair()
    found = look(seller)
    assert [(row["action"], row["problem"]) for row in found.rows] == [("LOT", None), ("STEP", None), ("LOT", None)]
    assert state() == (0, 0, 0, 0, 0), "looking changes nothing"
    done = apply_lot_import(lot_import=found, only_good_rows=False, by=None)
    assert (done.lots_created, done.steps_created, done.codes_created) == (2, 3, 12)
    lot = Lot.objects.get(number="L-100")
    require_traced(lot)
    dried, joined = lot.steps.order_by("occurred_at")
    assert dried.measures == {"moisture_percent": "11"}
    assert dried.local_time.isoformat() == "2026-09-20T08:30:00+07:00"
    assert EventThing.objects.get(event=dried.event, role="INPUT").uom == "MTQ"
    assert (joined.kind, joined.title, joined.place) == ("ASSEMBLING", "Lắp ráp", "Xưởng Ví Dụ")
    packed = TraceStep.objects.get(lot__number="L-101")
    assert (packed.stage, packed.local_time.hour, packed.local_time.minute) == ("packing", 14, 15)
    before = state()
    apply_lot_import(lot_import=found, only_good_rows=False, by=None)
    again = look(seller)
    assert {row["action"] for row in again.rows} == {"KNOWN"}
    apply_lot_import(lot_import=again, only_good_rows=False, by=None)
    assert state() == before


def test_rows_that_are_wrong_say_why_and_the_good_ones_can_be_taken_alone() -> None:
    seller = seller_with_chair()
    head = SHEET.splitlines()[0]
    wrong = {
        ",GHE-1,1,,,Lắp ráp,2026-10-01,,,,,,,,,": ("lot", "REQUIRED"),
        "W-1,KHÔNG,1,,,Lắp ráp,2026-10-01,,,,,,,,,": ("sku", "NOT_FOUND"),
        "W-2,GHE-1,x,,,Lắp ráp,2026-10-01,,,,,,,,,": ("quantity", "INVALID"),
        "W-3,GHE-1,1,32/1/2026,,Lắp ráp,2026-10-01,,,,,,,,,": ("produced_on", "INVALID"),
        "W-4,GHE-1,1,,,Bay lên,2026-10-01,,,,,,,,,": ("stage", "INVALID"),
        "W-5,GHE-1,1,,,Lắp ráp,hôm qua,,,,,,,,,": ("date", "INVALID"),
        "W-6,GHE-1,1,,,Lắp ráp,2126-10-01,,,,,,,,,": ("date", "INVALID"),
        "W-7,GHE-1,1,,5,Lắp ráp,2026-10-01,,,,,,,,,": ("codes", "TOO_FEW_STAGES"),
        "W-8,GHE-1,1,,,Lắp ráp,2026-10-01,,,,,,GO-8,1,m3,": ("input", "NOT_FOUND"),
        "W-9,GHE-1,1,,,Lắp ráp,2026-10-01,,,,,,GO-7,0,m3,": ("input_quantity", "INVALID"),
        "W-10,GHE-1,1,,,Lắp ráp,2026-10-01,,,,,,GO-7,1,vốc,": ("input_unit", "INVALID"),
        f"W-11,GHE-1,1,,,Lắp ráp,2026-10-01,,,{'x' * 201},,,,,,": ("title", "INVALID"),
        "W-12,GHE-1,1,,,Lắp ráp,2026-10-01,25:00,,,,,,,,": ("date", "INVALID"),
    }
    found = look(seller, "\n".join([head, *wrong, "W-4,,,,,Lắp ráp,2026-10-01,,,,,,,,,", *SHEET.splitlines()[1:]]))
    said = [row["problem"] and (row["problem"]["field"], row["problem"]["code"]) for row in found.rows]
    assert said == [*wrong.values(), ("lot", "INVALID"), None, None, None]
    with pytest.raises(Refused):
        apply_lot_import(lot_import=found, only_good_rows=False, by=None)
    assert Lot.objects.count() == 0
    apply_lot_import(lot_import=found, only_good_rows=True, by=None)
    assert set(Lot.objects.values_list("number", flat=True)) == {"L-100", "L-101"}


def test_another_sellers_code_can_be_what_was_used_and_another_sellers_sku_cannot() -> None:
    seller, boards = seller_with_chair(), make_lot()
    head, code = "Lot number,SKU,Pieces,Stage,Date,Material used,Amount used,Unit", make_code(boards).code
    text = f"{head}\nC-1,GHE-1,5,Making,2026-10-01,{code},3,kg\n"
    found = look(seller, text)
    assert found.rows[0]["problem"] is None
    apply_lot_import(lot_import=found, only_good_rows=False, by=None)
    assert EventThing.objects.get(role="INPUT").uri == f"urn:uuid:{boards.pk}"
    assert look(boards.seller, text).rows[0]["problem"]["field"] == "sku"


def test_files_that_cannot_be_read_are_refused() -> None:
    seller = make_seller()
    for content in (b"", b"\x00\x01", b"a,b\n1,2\n", "Số lô,Công đoạn,Ngày\n".encode()):
        with pytest.raises((Refused, FileRefused)):
            preview_lot_import(seller=seller, file_name="x", content=content, by=None)
    many = "Số lô,Công đoạn,Ngày\n" + "L,Lắp ráp,2026-10-01\n" * 501
    with pytest.raises(FileRefused):
        look(seller, many)
    assert not LotImport.objects.exists()


def test_the_template_of_every_trade_is_read_back_in_its_language() -> None:
    seller = seller_with_chair()
    for trade, language in [*((trade, "vi") for trade in trades()), *(("wood_furniture", code) for code in LANGUAGES)]:
        workbook = load_workbook(BytesIO(lot_template(trade, language)))
        sheet = workbook.worksheets[0]
        with pytest.raises(FileRefused):
            preview_lot_import(seller=seller, file_name="t.xlsx", content=lot_template(trade, language), by=None)
        for row in sheet.iter_rows(min_row=2):
            row[0].value = "T-1" if row[0].value else None
        sheet["B2"] = "GHE-1"
        out = BytesIO()
        workbook.save(out)
        found = preview_lot_import(seller=seller, file_name="t.xlsx", content=out.getvalue(), by=None)
        assert [row["problem"] for row in found.rows] == [None] * len(trades()[trade].stages), (trade, language)
        assert [row["template_stage"] for row in found.rows] == [one.key for one in trades()[trade].stages]
