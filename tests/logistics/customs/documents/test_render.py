"""The PDFs: every language's text is in them, exact and the same every time."""

import re
from datetime import date
from decimal import Decimal
from io import BytesIO

import pypdfium2
import pytest
import zxingcpp
from pypdf import PdfReader

from i18n.formatting import country_name
from i18n.messages import gettext
from i18n.money import Money
from logistics.customs.documents import figures
from logistics.customs.documents.content import BankDetails, content_from_json, content_to_json
from logistics.customs.documents.document import DocumentKind
from logistics.customs.documents.render import render
from tests.factories.logistics import (
    BOWLS,
    BUYERS,
    CHAIRS,
    make_consignment,
    make_content,
    make_item,
    make_seller_party,
)

KINDS = [
    DocumentKind.PROFORMA,
    DocumentKind.COMMERCIAL_INVOICE,
    DocumentKind.PACKING_LIST,
    DocumentKind.ORDER_CONFIRMATION,
    DocumentKind.INVOICE,
    DocumentKind.CREDIT_NOTE,
]
"""The papers of one sale; those of customs are tried in test_one_declaration.py."""
OF_GOODS = [kind for kind in KINDS if kind != DocumentKind.CREDIT_NOTE]


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def squeezed(text: str) -> str:
    """Without spaces: where a PDF breaks lines and glyph runs is no matter of meaning."""
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("language", BUYERS)
@pytest.mark.parametrize("kind", OF_GOODS)
def test_every_language_is_readable(kind: DocumentKind, language: str) -> None:
    text = squeezed(text_of(render(make_content(kind, language))))
    wanted = [
        gettext(language, kind.label),
        CHAIRS[language],
        CHAIRS["en"],
        BOWLS[language],
        "Công ty TNHH Mộc Thử Nghiệm",
        str(BUYERS[language]["name"]),
        country_name("VN", language),
        "9401.69",
        "4420.90.90",
        "CI-BD-2026-000123-1",
        "2026-11-21",
        "Incoterms® 2020",
        gettext(language, "Description of goods"),
        "Description of goods",
    ]
    for part in wanted:
        assert squeezed(part) in text, part


@pytest.mark.parametrize("language", BUYERS)
def test_a_credit_note_says_what_of_which_paper_goes_back_and_why(language: str) -> None:
    text = squeezed(text_of(render(make_content(DocumentKind.CREDIT_NOTE, language))))
    for part in (
        gettext(language, "Credit note"),
        gettext(language, "Goods"),
        gettext(language, "Freight"),
        "338.00",
        "12.50",
        "EUR350.50",
        "INV-17-2026-00001",
        "Kiện hàng bị ướt.",
        str(BUYERS[language]["name"]),
    ):
        assert squeezed(part) in text, part


def test_a_bill_says_what_a_voucher_took_off_and_what_is_paid() -> None:
    money = {"discount": Money(Decimal("3.40"), "EUR"), "paid": Money(Decimal("500.00"), "EUR")}
    text = squeezed(text_of(render(make_content(DocumentKind.INVOICE, **money))))
    for part in ("EUR-3.40", "EUR700.00", "EUR500.00", "EUR200.00"):
        assert part in text, part


def test_the_code_on_a_proforma_is_the_one_a_banking_app_reads() -> None:
    bank = BankDetails("Ngân hàng Thử Nghiệm", "Thử", "0001", "TESTVNVX", qr_text="000201…6304ABCD")
    pdf = render(make_content(DocumentKind.PROFORMA, "vi", bank=bank))
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=3).to_pil().convert("L")
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == ["000201…6304ABCD"]


@pytest.mark.parametrize("kind", [DocumentKind.PROFORMA, DocumentKind.COMMERCIAL_INVOICE])
def test_amounts_and_references_of_an_invoice(kind: DocumentKind) -> None:
    text = squeezed(text_of(render(make_content(kind))))
    for part in ("84.50", "338.00", "19.95", "239.40", "EUR577.40", "EUR126.00", "EUR703.40", "PO4711",
                 "BD-2026-000123", "DAPRotterdam", "24.880", "34.450"):  # fmt: skip
        assert part in text, part


def test_a_proforma_says_how_to_pay_and_an_invoice_does_not() -> None:
    proforma = squeezed(text_of(render(make_content(DocumentKind.PROFORMA))))
    assert all(part in proforma for part in ("NgânhàngThửNghiệm", "000000000000", "TESTVNVX", "2026-11-28"))
    assert "TESTVNVX" not in text_of(render(make_content(DocumentKind.COMMERCIAL_INVOICE)))


def test_a_packing_list_has_packages_and_no_prices() -> None:
    text = squeezed(text_of(render(make_content(DocumentKind.PACKING_LIST))))
    packed = gettext("nl", "%(quantity)s of item %(number)s", quantity=2, number=1)
    for part in ("120×60×100", "0.720", "1.501", "34.450", "24.880", packed):
        assert squeezed(part) in text, part
    assert "703.40" not in text
    assert "84.50" not in text


def test_the_same_content_gives_the_same_bytes() -> None:
    content = make_content()
    assert render(content) == render(content_from_json(content_to_json(content)))


def test_a_proforma_of_two_sellers_names_both() -> None:
    other = make_consignment(seller=make_seller_party(company="Hộ kinh doanh Gốm Thử Nghiệm"))
    content = make_content(DocumentKind.PROFORMA, consignments=(make_consignment(), other))
    text = squeezed(text_of(render(content)))
    assert "HộkinhdoanhGốmThửNghiệm" in text
    assert "CôngtyTNHHMộcThửNghiệm" in text
    assert "EUR1406.80" in text
    assert text.count(squeezed(gettext("nl", "Tax ID %(number)s", number="3700000001"))) == 2


def test_an_invoice_is_of_one_consignment() -> None:
    with pytest.raises(ValueError, match="2 consignments"):
        make_content(consignments=(make_consignment(), make_consignment()))


def test_long_documents_run_over_pages_that_are_numbered() -> None:
    items = tuple(make_item(description=f"Chair number {number}") for number in range(1, 91))
    pdf = render(make_content(consignments=(make_consignment(items=items, packages=()),)))
    pages = [squeezed(page.extract_text()) for page in PdfReader(BytesIO(pdf)).pages]
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert f"{number}/{len(pages)}" in page
        assert number == len(pages) or "Descriptionofgoods" in page
    assert "Chairnumber90" in "".join(pages)


@pytest.mark.parametrize(
    "evil",
    [
        '#read("/etc/passwd")',
        "#panic()",
        '" + sys.inputs.page + "',
        "*bold* _em_ $x^2$ `raw` <label> @ref // comment /* */",
        "= Heading\n- list",
        "\\u{41} #let x = 1; #x",
        "{{7*7}} ${7*7} %(x)s %s",
        "<script>alert(1)</script>",
    ],
)
def test_what_people_type_is_printed_and_never_executed(evil: str) -> None:
    item = make_item(description=evil)
    seller = make_seller_party(company=evil)
    pdf = render(make_content(consignments=(make_consignment(items=(item,), packages=(), seller=seller),)))
    assert squeezed(text_of(pdf)).count(squeezed(evil)) >= 2


@pytest.mark.parametrize("language", BUYERS)
@pytest.mark.parametrize("kind", KINDS)
def test_documents_are_archive_files_that_screen_readers_read(kind: DocumentKind, language: str) -> None:
    reader = PdfReader(BytesIO(render(make_content(kind, language))))
    root = reader.root_object
    described = root["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in described
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in described
    assert "<pdfuaid:part>1</pdfuaid:part>" in described
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]).lower().startswith(language[:2])


@pytest.mark.parametrize("sign", ["🪑", "เก้าอี้", "\ue000"])
def test_a_sign_that_no_font_has_costs_the_archive_mark_only(sign: str) -> None:
    item = make_item(description=f"Chair {sign} of ash")
    pdf = render(make_content(consignments=(make_consignment(items=(item,), packages=()),)))
    assert "EUR" in text_of(pdf)
    assert "of ash" in text_of(pdf)


def test_figures_are_written_in_one_way_everywhere() -> None:
    assert figures.amount(Money(Decimal("1234567.5"), "EUR")) == "1\u202f234\u202f567.50"
    assert figures.amount(Money(Decimal("1250000"), "VND")) == "1\u202f250\u202f000"
    assert figures.amount(Money(Decimal("0.0125"), "EUR")) == "0.0125"
    assert figures.amount(Money(Decimal("100.00"), "JPY")) == "100"
    assert figures.kilograms(850) == "0.850"
    assert figures.centimetres(1205, 600, 0) == "–"
    assert figures.centimetres(1205, 600, 755) == "120.5 × 60 × 75.5"
    assert figures.hs_code("9403601000") == "9403.60.10.00"
    assert figures.hs_code("") == "–"
    assert figures.day(date(2026, 3, 9)) == "2026-03-09"
