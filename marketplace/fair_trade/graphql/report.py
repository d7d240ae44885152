"""A fair's final report in the public API."""

import base64
import enum
from typing import Any

from marketplace.expo.graphql.access import STAFF, expo_of
from marketplace.fair_trade.report.figure import Report, Section, said
from marketplace.fair_trade.report.pdf import report_pdf
from marketplace.fair_trade.report.report import fair_report
from marketplace.fair_trade.report.xlsx import report_xlsx
from marketplace.graphql import (
    ID,
    Argument,
    Boolean,
    DateTime,
    Enum,
    Field,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
)

FairReportFormatEnum = Enum.from_enum(
    enum.StrEnum("FairReportFormatEnum", {"PDF": "PDF", "XLSX": "XLSX"}), description="Paper, or a workbook of numbers."
)
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class FairReportColumn(ObjectType):
    """A column's heading."""

    class Meta:
        access = STAFF

    title = Field(String, required=True)
    is_number = Field(Boolean, required=True)


class FairReportSection(ObjectType):
    """A table of the report, and how its figures were counted. Cells are as the reader's language writes them."""

    class Meta:
        access = STAFF

    key = Field(String, required=True, description="The same in every language: visitors-by-country.")
    title = Field(String, required=True)
    how = Field(String, required=True)
    columns = Field(NonNull(List(NonNull(FairReportColumn))), size=9)
    rows = Field(NonNull(List(NonNull(List(NonNull(String))))), size=30)
    total = Field(List(NonNull(String)))


class FairReportFact(ObjectType):
    """Something said above the tables."""

    class Meta:
        access = STAFF

    name = Field(String, required=True)
    text = Field(String, required=True)


class FairReportFile(ObjectType):
    """The report for printing or for another program."""

    class Meta:
        access = STAFF

    file_name = Field(String, required=True)
    media_type = Field(String, required=True)
    content = Field(String, required=True, description="Base64.")


class FairReport(ObjectType):
    """What came of a fair, counted now, in the language of the request. Small counts of visitors are not told."""

    class Meta:
        access = STAFF

    title = Field(String, required=True)
    fair = Field(String, required=True)
    counted_at = Field(DateTime, required=True)
    facts = Field(NonNull(List(NonNull(FairReportFact))))
    sections = Field(NonNull(List(NonNull(FairReportSection))), size=12)
    file = Field(FairReportFile, required=True, format=Argument(FairReportFormatEnum, required=True), cost=200)

    @staticmethod
    @batch
    def resolve_facts(reports: list[Report], info: Any) -> list[list[dict[str, str]]]:
        return [[{"name": name, "text": text} for name, text in report.facts] for report in reports]

    @staticmethod
    @batch
    def resolve_sections(reports: list[Report], info: Any) -> list[list[dict[str, Any]]]:
        return [[_section(section, report.language) for section in report.sections] for report in reports]

    @staticmethod
    def resolve_file(report: Report, info: Any, format: Any) -> dict[str, str]:
        kind = str(getattr(format, "value", format))
        content, media_type = (
            (report_pdf(report), "application/pdf") if kind == "PDF" else (report_xlsx(report), WORKBOOK)
        )
        return {
            "file_name": f"fair-report-{report.counted_at:%Y-%m-%d}.{kind.lower()}",
            "media_type": media_type,
            "content": base64.b64encode(content).decode("ascii"),
        }


class FairReportQueries(ObjectType):
    """For staff with expo.manage."""

    fair_report = Field(FairReport, expo_id=ID(required=True), access=STAFF, cost=100)

    @staticmethod
    def resolve_fair_report(root: Any, info: Any, expo_id: str) -> Report:
        return fair_report(expo_of(info, expo_id, "expo_id"), language=info.context.language, now=info.context.now)


def _section(section: Section, language: str) -> dict[str, Any]:
    return {
        "key": section.key,
        "title": section.title,
        "how": section.how,
        "columns": [
            {"title": title, "is_number": section.is_number(place)} for place, title in enumerate(section.columns)
        ],
        "rows": [[said(value, language) for value in row] for row in section.rows],
        "total": [said(value, language) for value in section.total] if section.total is not None else None,
    }
