"""Labels of lots and pieces: drawn on sheets and for printers, and read back as a scanner would."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from catalog.traceability.gs1.element_string import read_scanned
from catalog.traceability.labels.label_item import NotPrintable
from catalog.traceability.labels.label_run import LabelFormat, LabelRun, LabelSubject, LabelSymbol
from catalog.traceability.labels.sheet import UnknownSheet, sheets
from catalog.traceability.labels.start_run import BadLabelCount, TooManyRuns, WantedLabels, start_label_run
from catalog.traceability.labels.write_runs import written_labels
from catalog.traceability.linked_stages import TooFewStages
from catalog.traceability.lot import Lot, TraceCode
from catalog.traceability.minting.series import SerialBlock, SeriesKind
from catalog.traceability.minting.set_series import NoSeries, set_number_series
from catalog.traceability.step_kind import StepKind
from catalog.traceability.symbols.module_size import SymbolTooLarge
from i18n.translate import set_translation
from tests.catalog.traceability.labels.reading import read_labels, said
from tests.catalog.traceability.labels.zpl_printer import printed
from tests.factories.catalog import make_product, make_variant
from tests.factories.traceability import make_lot, make_step

pytestmark = pytest.mark.django_db
GTIN = "8938501000019"


def traced_lot(gtin: str = GTIN, number: str = "LO-2611-0007") -> Lot:
    product = make_product(name="Ghế ăn gỗ tần bì lưng cong, sơn mờ")
    variant = make_variant(product, gtin=gtin)
    lot = make_lot(variant, number=number, produced_on=date(2026, 10, 2), expires_on=date(2027, 10, 1))
    for kind in (StepKind.COMMISSIONING, StepKind.PACKING):
        make_step(lot, kind=kind)
    set_number_series(seller_id=lot.seller_id, variant=None, kind=SeriesKind.SERIAL, pattern="S{YY}-{n:5}")
    return Lot.objects.select_related("variant__product__seller").get(pk=lot.pk)


@pytest.fixture
def lot() -> Lot:
    return traced_lot()


def started(lot: Lot, symbol: str, subject: str, sheet: str = "A4_21", **more: object) -> LabelRun:
    wanted = {"symbol": LabelSymbol(symbol), "subject": LabelSubject(subject), "sheet": sheet, **more}
    return start_label_run(lot=lot, wanted=WantedLabels(**wanted), by=None)  # type: ignore[arg-type]  # by name


def written(run: LabelRun) -> bytes:
    file = BytesIO()
    *_, done = written_labels(run, file)
    assert done == run.count
    return file.getvalue()


def test_two_hundred_labels_of_each_kind_read_back_from_paper(lot: Lot, settings: object) -> None:
    settings.PUBLIC_URL = "https://shop.example"  # type: ignore[attr-defined]  # pytest-django's
    pieces = started(lot, "QR", "PIECE", count=63)
    counted = started(lot, "DATA_MATRIX", "SERIAL", "A4_65", count=65)
    lots = started(lot, "QR", "LOT", "A4_8", count=16)
    tills = started(lot, "EAN", "LOT", "A4_24", count=56)
    assert sorted(read_labels(pieces, written(pieces))) == sorted(
        f"https://shop.example/01/0{GTIN}/21/{code}" for code in pieces.codes
    )
    serials = sorted(dict(read_scanned(text))["21"] for text in read_labels(counted, written(counted)))
    assert serials == [f"S26-{number:05d}" for number in range(1, 66)]
    assert read_labels(lots, written(lots)) == [f"https://shop.example/01/0{GTIN}/10/{lot.number}?17=271001"] * 16
    assert read_labels(tills, written(tills)) == [GTIN] * 56


def test_a_printers_commands_draw_what_reads_back(lot: Lot) -> None:
    runs = [
        started(lot, symbol, subject, sheet, format=LabelFormat.ZPL, dpi=dpi, count=5)
        for symbol, subject, sheet, dpi in (
            ("QR", "PIECE", "ROLL_50X30", 203),
            ("QR", "PIECE", "ROLL_40X60", 300),
            ("DATA_MATRIX", "SERIAL", "ROLL_50X30", 300),
            ("EAN", "LOT", "ROLL_70X40", 203),
        )
    ]
    for run in runs:
        labels = list(printed(written(run).decode()))
        texts = [text for label in labels for text in said(label)]
        assert len(labels) == len(texts) == 5, run
        if run.symbol == LabelSymbol.DATA_MATRIX:
            assert {dict(read_scanned(text))["10"] for text in texts} == {lot.number}
            assert len({dict(read_scanned(text))["21"] for text in texts}) == 5
        elif run.symbol == LabelSymbol.QR:
            assert sorted(text[-13:] for text in texts) == sorted(run.codes)
        else:
            assert texts == [GTIN] * 5


def test_every_sheet_keeps_its_measures_and_every_language_its_letters(lot: Lot) -> None:
    subject, product = "catalog.Product", lot.variant.product
    names = {
        "ja": "曲木の食卓椅子、直線骨",
        "zh-Hans": "白蜡木餐椅",
        "ko": "물푸레나무 식탁 의자",
        "nl": "Eetkamerstoel",
        "vi": "",
    }
    for code, name in names.items():
        if name:
            set_translation(subject=subject, object_id=product.pk, language=code, texts={"name": name})
    for sheet in sheets().values():
        left, top = sheet.corner(sheet.labels - 1)
        assert left + sheet.label[0] <= sheet.page[0] and top + sheet.label[1] <= sheet.page[1], sheet.code
    for language, code in zip(names, ("A4_65", "A4_8", "ROLL_50X30", "ROLL_40X60", "ROLL_100X150"), strict=True):
        sheet = sheets()[code]
        run = started(lot, "DATA_MATRIX", "LOT", code, language=language, count=1)
        (page,) = PdfReader(BytesIO(written(run))).pages
        measures = [float(side) * 25.4 / 72 for side in (page.mediabox.width, page.mediabox.height)]
        assert measures == pytest.approx([float(side) for side in sheet.page], abs=0.01), code
        words = "".join(page.extract_text().split())
        begin = "".join((names[language] or product.name).split())[:8]
        assert begin in words and f"(10){lot.number}" in words, (code, language, words)


def test_goods_without_a_gtin_have_the_page_of_each_code_and_nothing_of_gs1s() -> None:
    lot = traced_lot(gtin="")
    run = started(lot, "QR", "PIECE", count=2)
    texts = read_labels(run, written(run))
    assert sorted(text[-13:] for text in texts) == sorted(run.codes) and all("/t/" in text for text in texts)
    for symbol, subject in (("QR", "LOT"), ("DATA_MATRIX", "LOT"), ("DATA_MATRIX", "PIECE")):
        refused(NotPrintable, lot, symbol, subject, count=1)


def refused(why: type[Exception], lot: Lot, symbol: str, subject: str, sheet: str = "A4_21", **more: object) -> None:
    before = (TraceCode.objects.count(), LabelRun.objects.count(), SerialBlock.objects.count())
    with pytest.raises(why):
        started(lot, symbol, subject, sheet, **more)
    assert before == (TraceCode.objects.count(), LabelRun.objects.count(), SerialBlock.objects.count())


def test_what_cannot_be_printed_is_refused_and_gives_out_no_code(lot: Lot) -> None:
    cases: Sequence[tuple[type[Exception], str, str, str, dict[str, object]]] = (
        (UnknownSheet, "QR", "PIECE", "A5", {"count": 1}),
        (BadLabelCount, "QR", "PIECE", "A4_21", {"count": 0}),
        (BadLabelCount, "QR", "PIECE", "A4_21", {"count": 10_001}),
        (BadLabelCount, "QR", "PIECE", "A4_21", {}),
        (BadLabelCount, "QR", "LOT", "A4_21", {}),
        (NotPrintable, "EAN", "PIECE", "A4_21", {"count": 1}),
        (NotPrintable, "QR", "LOT", "A4_21", {"codes": ["7K3M9QXW2T4BC"]}),
        (NotPrintable, "QR", "PIECE", "A4_21", {"count": 1, "format": LabelFormat.ZPL}),
        (NotPrintable, "QR", "PIECE", "ROLL_50X30", {"count": 1, "format": LabelFormat.ZPL, "dpi": 600}),
        (SymbolTooLarge, "EAN", "LOT", "A4_65", {"count": 1}),
    )
    for why, symbol, subject, sheet, more in cases:
        refused(why, lot, symbol, subject, sheet, **more)
    strange = make_lot(make_variant(make_product(seller=lot.variant.product.seller), gtin=GTIN), number="Lô 7 & 8")
    refused(NotPrintable, strange, "DATA_MATRIX", "LOT", count=1)
    bare = make_lot(lot.variant)
    refused(TooFewStages, bare, "QR", "PIECE", count=1)
    assert started(bare, "DATA_MATRIX", "LOT", count=1).count == 1, "a number is no claim"
    set_number_series(seller_id=lot.seller_id, variant=None, kind=SeriesKind.SERIAL, pattern="")
    refused(NoSeries, lot, "DATA_MATRIX", "SERIAL", count=1)


def test_codes_are_printed_again_and_only_so_many_runs_wait(lot: Lot) -> None:
    first = started(lot, "QR", "PIECE", count=3)
    again = started(lot, "QR", "PIECE", codes=[f"{code[:4]}-{code[4:]}" for code in first.codes[:2]])
    assert again.codes == first.codes[:2] and TraceCode.objects.count() == 3
    assert started(lot, "QR", "PIECE").codes == sorted(first.codes)
    other = traced_lot(number="other")
    with pytest.raises(Exception, match="no active trace codes"):
        started(other, "QR", "PIECE", codes=first.codes)
    started(lot, "QR", "PIECE", count=1)
    started(lot, "QR", "PIECE", count=1)
    refused(TooManyRuns, lot, "QR", "PIECE", count=1)
