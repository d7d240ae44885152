"""The report on paper: A4, every figure as its section says it."""

from datetime import UTC
from pathlib import Path

import orjson

from i18n.fonts import fonts
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from logistics.customs.documents.page import CJK_REGIONS
from marketplace import typesetting
from marketplace.fair_trade.report.figure import Report, Section, said

TEMPLATE = Path(__file__).with_name("report.typ")


def report_pdf(report: Report) -> bytes:
    """Texts reach the template as data, never as markup; the same report gives the same bytes."""
    lang, region = CJK_REGIONS.get(report.language, (report.language, ""))
    page = {
        "lang": lang,
        "region": region,
        "title": report.title,
        "fair": report.fair,
        "facts": report.facts,
        "sections": [_section(section, report.language) for section in report.sections],
        "page": gettext(report.language, _("Page")),
        "nothing": gettext(report.language, _("Nothing to report.")),
    }
    compiler = typesetting.Compiler(
        TEMPLATE.read_bytes(), font_paths=fonts(), sys_inputs={"report": orjson.dumps(page).decode()}
    )
    pdf = compiler.compile(format="pdf", timestamp=report.counted_at.astimezone(UTC).replace(microsecond=0))
    if not isinstance(pdf, bytes):
        raise TypeError("typst gives a list of files for page images only")
    return pdf


def _section(section: Section, language: str) -> dict[str, object]:
    return {
        "title": section.title,
        "how": section.how,
        "columns": section.columns,
        "right": [section.is_number(place) for place in range(len(section.columns))],
        "rows": [[said(value, language) for value in row] for row in section.rows],
        "total": [said(value, language) for value in section.total] if section.total is not None else [],
    }
