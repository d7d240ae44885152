"""``fair_report``: the final report of a fair, in the language of who reads it."""

from datetime import datetime

from i18n.formatting import format_date, format_datetime
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.today import day_here
from marketplace.expo.fair_name import fair_name
from marketplace.expo.models import Expo
from marketplace.fair_trade.report.exhibitors import exhibitor_sections
from marketplace.fair_trade.report.figure import Report
from marketplace.fair_trade.report.trade import trade_sections
from marketplace.fair_trade.report.visitors import visitor_sections


def fair_report(expo: Expo, *, language: str, now: datetime) -> Report:
    """Counted from the records at this moment: made again later it tells what has come of the fair since."""
    today = day_here(now)
    return Report(
        title=gettext(language, _("Final report")),
        fair=fair_name(expo, language),
        facts=_facts(expo, language, now),
        sections=(
            *exhibitor_sections(expo, language, today),
            *visitor_sections(expo, language),
            *trade_sections(expo, language, now, today),
        ),
        language=language,
        counted_at=now,
    )


def _facts(expo: Expo, language: str, now: datetime) -> tuple[tuple[str, str], ...]:
    days = gettext(
        language,
        _("%(start)s to %(end)s"),
        start=format_date(expo.starts_on, language, "long"),
        end=format_date(expo.ends_on, language, "long"),
    )
    rows = (
        (_("Edition"), expo.edition),
        (_("Days"), days),
        (_("Place"), expo.venue),
        (_("Counted on"), format_datetime(now, language, expo.timezone)),
    )
    return tuple((gettext(language, name), text) for name, text in rows if text)
