"""The final report: counted by hand beside what it tells; the same figures on paper and in the workbook."""

import base64
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from itertools import count
from typing import Any

import pytest
from django.test import TestCase
from openpyxl import load_workbook
from pypdf import PdfReader

from i18n.exchange_rate import ExchangeRate
from marketplace.expo.booths import assign_booth
from marketplace.expo.door.figures import CountryCount
from marketplace.expo.models import Badge, DoorScan, Expo, Lead, Meeting, Visitor
from marketplace.fair_trade.models import LeadOutcome
from marketplace.fair_trade.report.figure import FEW, Report, Section, said
from marketplace.fair_trade.report.pdf import report_pdf
from marketplace.fair_trade.report.report import fair_report
from marketplace.fair_trade.report.small_counts import group_small, hide_small
from marketplace.fair_trade.report.xlsx import report_xlsx
from marketplace.graphql import to_global_id
from marketplace.schema import schema
from tests.cast import assemble
from tests.factories.expo import make_booth, make_exhibitor, make_expo, make_hall
from tests.marketplace.accounts import api

NOW = datetime(2027, 3, 13, 9, tzinfo=UTC)
START = date(2027, 3, 10)
_number = count(1)
COUNTRIES = {"KR": (9, 7), "JP": (8, 5), "DE": (6, 3), "NL": (2, 2), "US": (1, 0)}
"""Registered, and how many of them came on the first day; two of Korea came on the second as well."""


def _uuid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012d}"


def visitor(expo: Expo, country: str, days: Sequence[int]) -> Visitor:
    number = next(_number)
    made = Visitor.objects.create(
        expo=expo, country=country, email=f"v{number}@example.org", registered_at=NOW, confirmed_at=NOW
    )
    badge = Badge.objects.create(
        expo=expo, code=f"C{number:09d}"[:10], mark=f"{number:016d}", kind="VISITOR", visitor=made, issued_at=NOW
    )
    for day in days:
        DoorScan.objects.create(
            expo=expo, badge=badge, door="A", scanned_at=NOW, day=START + timedelta(days=day), direction="IN",
            client_id=_uuid(number * 10 + day),
        )  # fmt: skip
    return made


def fair() -> Expo:
    expo = make_expo(name="Hội chợ Ví Dụ 2027", starts_on=START, source_language="vi")
    hall = make_hall(expo)
    first = make_exhibitor(expo, name="Mộc", country="VN", categories=["Đồ gỗ", "Gốm"])
    second = make_exhibitor(expo, name="Wood", country="DE", categories=["do go"])
    assign_booth(booth=make_booth(hall), exhibitor=first)
    assign_booth(booth=make_booth(hall, "A02", 10, width=6), exhibitor=first)
    make_booth(hall, "A03", 20)
    people = {
        country: [visitor(expo, country, ([0] if n < came else []) + ([1] if country == "KR" and n < 2 else []))
                  for n in range(registered)]
        for country, (registered, came) in COUNTRIES.items()
    }  # fmt: skip
    for place, (one, status) in enumerate([(first, "CONFIRMED"), (first, "DECLINED"), (second, "CONFIRMED")]):
        Meeting.objects.create(
            expo=expo, exhibitor=one, visitor=people["KR"][place], table=1, status=status, asked_by="VISITOR",
            awaits="EXHIBITOR", language="ko", created_at=NOW,
            starts_at=NOW + timedelta(days=1 if one == second else -1),
        )  # fmt: skip
    for place, rating in enumerate([5, 3, None]):
        lead = Lead.objects.create(
            exhibitor=first, visitor=people["KR"][place], scanned_at=NOW, last_scanned_at=NOW, rating=rating
        )
    for kind, amount, currency, canceled in (
        ("QUOTE", "1200.50", "EUR", None),
        ("ORDER", "800", "EUR", None),
        ("ORDER", "5000000", "VND", None),
        ("ORDER", "99", "EUR", NOW),
    ):
        LeadOutcome.objects.create(
            exhibitor=first, lead=lead, kind=kind, reference=_uuid(next(_number)), number="X", amount=Decimal(amount),
            currency=currency, at=NOW, canceled_at=canceled,
        )  # fmt: skip
    ExchangeRate.objects.create(
        base="EUR", quote="VND", rate=Decimal("29000.5"), on=date(2027, 3, 12), source="example", fetched_at=NOW
    )
    return expo


class TestReport(TestCase):
    expo: Expo

    @classmethod
    def setUpTestData(cls) -> None:
        cls.expo = fair()

    def report(self, language: str = "en") -> Report:
        return fair_report(self.expo, language=language, now=NOW)

    def section(self, key: str) -> Section:
        return next(section for section in self.report().sections if section.key == key)

    def test_exhibitors_and_space(self) -> None:
        assert self.section("exhibitors-by-country").lines == (("Germany", 1), ("Vietnam", 1), ("Total", 2))
        assert self.section("exhibitors-by-hall").rows == (("A", 1), ("Without a booth", 1))
        assert self.section("exhibitors-by-category").rows == (("Đồ gỗ", 2), ("Gốm", 1))
        (row,) = self.section("space").rows
        assert row[2:6] == (3, 36, 27, 0)
        assert said(row[8], "en") == "75%"

    def test_visitors_cannot_be_recognised(self) -> None:
        # The Netherlands (2) and the United States (1) are three: Germany, the smallest that is left, joins them.
        assert self.section("visitors-by-country").lines == (
            ("South Korea", 9, 7),
            ("Japan", 8, 5),
            ("Other countries", 9, 5),
            ("Total", 26, 17),
        )

    def test_days_meetings_and_leads(self) -> None:
        days = self.section("visitors-by-day").rows
        assert [row[1] for row in days] == [17, FEW, 0, 0]
        assert [row[1] for row in self.section("meetings").rows] == [3, 1, 1, 1, 0, 0, 0]
        assert [row[1] for row in self.section("leads").rows] == [3, 1, 1, 0]

    def test_what_came_of_it_is_told_by_currency_and_in_dong_at_a_dated_rate(self) -> None:
        lines = [[said(value, "en") for value in row] for row in self.section("outcomes").rows]
        assert lines == [
            ["Quotes", "1", "€1,200.50", "₫34,815,100", "29,000.5", "12 Mar 2027", "example"],
            ["Orders", "1", "€800.00", "₫23,200,400", "29,000.5", "12 Mar 2027", "example"],
            ["Orders", "1", "₫5,000,000", "₫5,000,000", "", "", ""],
        ]
        ExchangeRate.objects.all().delete()
        assert self.section("outcomes").rows[0][3:] == (None, None, None, "no rate known")

    def test_paper_and_workbook_tell_the_same_figures(self) -> None:
        for language in ("vi", "ko"):
            report = self.report(language)
            paper = "".join(page.extract_text() for page in PdfReader(BytesIO(report_pdf(report))).pages)
            told = "".join(paper.split())
            book = load_workbook(BytesIO(report_xlsx(report)))
            assert len(book.worksheets) == len(report.sections) + 1
            for sheet, section in zip(book.worksheets[1:], report.sections, strict=True):
                read = [[cell.value for cell in row[: len(section.columns)]] for row in sheet.iter_rows(min_row=5)]
                read = [row for row in read if any(value is not None for value in row)]
                assert [[_plain(value) for value in row] for row in read] == [
                    [_plain(_number_of(value, language)) for value in line] for line in section.lines
                ], section.key
                for line in section.lines:
                    on_paper = "".join("".join(said(value, language).split()) for value in line)
                    assert on_paper in told, (language, section.key, on_paper)

    def test_only_staff_get_it(self) -> None:
        cast = assemble()
        document = """query ($id: ID!) { fairReport(expoId: $id) { title
            sections { key columns { title isNumber } rows total } file(format: PDF) { fileName content } } }"""
        variables = {"id": to_global_id("Expo", self.expo.pk)}
        for actor, code in ((None, "UNAUTHENTICATED"), (cast.buyer, "PERMISSION_DENIED")):
            result = api.call(document, variables, actor=actor, schema=lambda: schema)
            assert result.errors and result.errors[0]["extensions"]["code"] == code
        report = api.ask(document, variables, actor=cast.expo_officer, schema=lambda: schema)["fairReport"]
        assert base64.b64decode(report["file"]["content"]).startswith(b"%PDF")
        keyed = {section["key"]: section for section in report["sections"]}
        assert keyed["visitors-by-day"]["rows"][1][1] == "fewer than 5"
        assert keyed["space"]["columns"][2] == {"title": "Booths", "isNumber": True}


def _number_of(value: Any, language: str) -> Any:
    """What a workbook holds of a value."""
    for name in ("amount", "part"):
        value = getattr(value, name, value)
    return said(value, language) if value is FEW else value


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, int | float | Decimal):
        return Decimal(str(value)).normalize()
    return value or None


@pytest.mark.parametrize(
    ("counts", "told", "total"),
    [
        ((10, 20), (10, 20), 30),
        ((3, 40, 60), (FEW, FEW, 60), 103),
        ((3, 2, 60), (FEW, FEW, 60), 65),
        ((3, 0, 0), (FEW, 0, 0), FEW),
        ((0, 0), (0, 0), 0),
        ((), (), 0),
    ],
)
def test_a_hidden_count_cannot_be_worked_out(counts: tuple[int, ...], told: tuple[Any, ...], total: Any) -> None:
    hidden = hide_small(counts)
    assert (hidden.counts, hidden.total) == (told, total)


def test_small_countries_are_put_together_until_they_are_not_small() -> None:
    def grouped(**registered: int) -> tuple[dict[str, int], int]:
        named, others = group_small([CountryCount(code, number, 0) for code, number in registered.items()])
        return {one.country: one.registered for one in named}, others.registered if others else 0

    assert grouped(KR=9, JP=6, NL=2, US=3) == ({"KR": 9, "JP": 6}, 5)
    assert grouped(KR=9, JP=6, NL=2) == ({"KR": 9}, 8)
    assert grouped(NL=2) == ({}, 2)
    assert grouped(KR=9) == ({"KR": 9}, 0)
