"""Every paper of one declaration says the same, in PDF, workbook and JSON, to the last digit."""

import json
import re
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from i18n.messages import gettext
from i18n.money import Money
from logistics.customs.declaration.facts_json import facts_from_json, facts_to_json
from logistics.customs.declaration.issue_papers import PREFIXES
from logistics.customs.documents.as_json import WITHOUT_PRICES
from logistics.customs.documents.content import DocumentContent, content_from_json, content_to_json
from logistics.customs.documents.document import DocumentKind
from logistics.customs.documents.formats import DocumentFormat, made_in
from tests.factories.declarations import STATEMENT, make_facts
from tests.factories.logistics import make_consignment, make_content, make_item

KINDS = list(PREFIXES)
TOTALS = {
    "Goods": "goods",
    "Net weight": "net",
    "Gross weight": "gross",
    "Volume": "volume",
    "Pieces": "pieces",
    "Packages": "packages",
}
"""Label of a total -> what it is."""
INVOICES = (DocumentKind.COMMERCIAL_INVOICE, DocumentKind.PROFORMA)
"""They give the weights in a sentence."""


def contents(language: str = "nl", **overrides: Any) -> dict[DocumentKind, DocumentContent]:
    facts = make_facts()
    return {kind: make_content(kind, language, facts=facts, bank=None, **overrides) for kind in KINDS}


def said_in_pdf(content: DocumentContent) -> dict[str, str]:
    """The totals as the text of the PDF has them behind their English labels."""
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(made_in(content, DocumentFormat.PDF))).pages)
    flat = re.sub(r"[\s\u202f]+", " ", text)
    found = {}
    for label, name in TOTALS.items():
        told = gettext(content.language, label)
        label_both = re.escape(told) if told == label else rf"{re.escape(told)} (?:/ )?{re.escape(label)}"
        hits = re.findall(rf"{label_both} (?:EUR )?([\d ]+(?:\.\d+)?)(?: kg| m³|\b)", flat)
        if hits:
            found[name] = hits[-1].replace(" ", "")
    return found


def said_in_workbook(content: DocumentContent) -> dict[str, str]:
    sheet = load_workbook(BytesIO(made_in(content, DocumentFormat.XLSX))).active
    assert sheet is not None
    found = {}
    for row in sheet.iter_rows():
        name = TOTALS.get(str(row[0].value or "").split(" / ")[-1])
        if name and isinstance(row[2].value, int | float) and not isinstance(row[2].value, bool):
            decimals = len(row[2].number_format.partition(".")[2])
            found[name] = f"{Decimal(str(row[2].value)):.{decimals}f}"
    return found


def said_in_json(content: DocumentContent) -> dict[str, str]:
    data = json.loads(made_in(content, DocumentFormat.JSON))
    totals, lines = data["declarations"][0]["totals"], data["declarations"][0]["lines"]
    found = {
        "net": totals["net_weight_kg"],
        "gross": totals["gross_weight_kg"],
        "volume": totals["volume_m3"],
        "pieces": str(totals["quantity"]),
        "packages": str(totals["packages"]),
    }
    assert str(sum(Decimal(line["gross_weight_kg"]) for line in lines)) == totals["gross_weight_kg"]
    assert str(sum(Decimal(line["net_weight_kg"]) for line in lines)) == totals["net_weight_kg"]
    if content.kind not in WITHOUT_PRICES:
        found["goods"] = data["amounts"]["goods"]["amount"]
        assert str(sum(Decimal(line["value"]["amount"]) for line in lines)) == found["goods"]
    return found


def differences(papers: dict[DocumentKind, DocumentContent]) -> list[str]:
    """Every figure that one paper gives otherwise than the first that gave it."""
    first: dict[str, tuple[str, str]] = {}
    wrong = []
    for kind, content in papers.items():
        for form, read in (("PDF", said_in_pdf), ("XLSX", said_in_workbook), ("JSON", said_in_json)):
            for name, value in read(content).items():
                place = f"{kind} {form}"
                known = first.setdefault(name, (value, place))
                if known[0] != value:
                    wrong.append(f"{name}: {value} in {place}, {known[0]} in {known[1]}")
    return wrong


def test_all_papers_agree_and_a_planted_difference_is_found() -> None:
    papers = contents("en")
    assert differences(papers) == []
    for kind in KINDS:
        named = said_in_pdf(papers[kind])
        assert len(named) >= (1 if kind in (DocumentKind.PROFORMA, DocumentKind.LACEY) else 2), (kind, named)
        in_words = {"net", "gross"} if kind in INVOICES else set()
        assert said_in_workbook(papers[kind]).keys() >= named.keys() - in_words, kind
    part = papers[DocumentKind.CN23].consignments[0]
    heavier = (replace(part.packages[0], gross_weight_g=part.packages[0].gross_weight_g + 1), *part.packages[1:])
    planted = papers | {
        DocumentKind.CN23: replace(papers[DocumentKind.CN23], consignments=(replace(part, packages=heavier),))
    }
    assert [text.split(":")[0] for text in differences(planted)] == ["gross"] * 3
    dearer = replace(part.items[0], unit_value=Money(Decimal("84.51"), "EUR"))
    planted = papers | {
        DocumentKind.LACEY: replace(
            papers[DocumentKind.LACEY], consignments=(replace(part, items=(dearer, *part.items[1:])),)
        )
    }
    assert [text.split(":")[0] for text in differences(planted)] == ["goods"] * 3


@pytest.mark.parametrize("language", ["vi", "ja", "nl"])
def test_the_papers_of_customs_are_readable_archive_files(language: str) -> None:
    for kind, content in contents(language).items():
        pdf = made_in(content, DocumentFormat.PDF)
        assert b"pdfaid" in pdf, kind
        text = re.sub(r"\s+", "", "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages))
        for part in (gettext(language, kind.label), "Công ty TNHH Mộc Thử Nghiệm"):
            assert re.sub(r"\s+", "", part) in text, (kind, part)


def test_each_paper_says_what_it_is_for() -> None:
    wanted = {
        DocumentKind.COMMERCIAL_INVOICE: ("SOLU0001234567", "CSQU3054383", "Proefhuis Import B.V.", STATEMENT),
        DocumentKind.PACKING_LIST: ("MV Voorbeeld", "River barge"),
        DocumentKind.CN22: ("Sale of goods", "I certify", "EUR 126.00"),
        DocumentKind.CN23: ("Sale of goods", "I certify", "EUR 126.00"),
        DocumentKind.ORIGIN_DATA: ("EVFTA", "It proves no origin"),
        DocumentKind.ORIGIN_STATEMENT: (STATEMENT, "Thuận An, 2026-11-22", "Nguyễn Văn Thử"),
        DocumentKind.LACEY: ("Fraxinus excelsior", "0.084", "Hevea brasiliensis", "Vietnam"),
        DocumentKind.DANGEROUS_GOODS: ("UN 1263", "PAINT RELATED MATERIAL", "Flash point 21 °C", "+84 900 000 000"),
        DocumentKind.SHIPPER_LETTER: ("VN123456", "2 264.450", "Verified gross mass"),
    }  # 34.450 kg of goods and packing and 2,230 kg of tare
    papers = contents("en")
    for kind, parts in wanted.items():
        pdf = made_in(papers[kind], DocumentFormat.PDF)
        text = "".join("".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())
        for part in parts:
            assert "".join(part.split()) in text, (kind, part)


def test_papers_without_prices_have_none_in_any_form() -> None:
    papers = contents("en")
    for kind in WITHOUT_PRICES:
        for form in DocumentFormat:
            made = made_in(papers[kind], form)
            if form is DocumentFormat.PDF:
                made = "".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages).encode()
            elif form is DocumentFormat.XLSX:
                sheet = load_workbook(BytesIO(made)).active
                assert sheet is not None
                made = repr([[cell.value for cell in row] for row in sheet.iter_rows()]).encode()
            for price in (b"84.5", b"338", b"577.4", b"19.95", b"126.00"):
                assert price not in made.replace(b"BD-2026-000123", b""), (kind, form, price)


def test_a_workbook_runs_nothing_that_a_person_typed() -> None:
    goods = make_item(description="=HYPERLINK(1)", description_en="+cmd", sku="@x")
    content = make_content(
        DocumentKind.PACKING_LIST, "en", consignments=(make_consignment("en", items=(goods,), packages=()),)
    )
    sheet = load_workbook(BytesIO(made_in(content, DocumentFormat.XLSX))).active
    assert sheet is not None
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} <= {"s", "n"}


def test_facts_survive_being_stored() -> None:
    facts = make_facts()
    assert facts_from_json(json.loads(json.dumps(facts_to_json(facts)))) == facts
    content = make_content(DocumentKind.CN23, "nl", facts=facts, version=3)
    assert content_from_json(json.loads(json.dumps(content_to_json(content)))) == content
