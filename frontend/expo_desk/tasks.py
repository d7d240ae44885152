"""Open tasks of a fair as a list of links, each to the page where the work is done."""

from typing import Any

from frontend.expo_desk.fair_page import ExpoDeskPage
from i18n.messages import gettext_noop as _

LABELS = {
    "INVOICES_OVERDUE": _("Invoices overdue"),
    "APPLICATIONS_WAITING": _("Applications waiting for a decision"),
    "HOLDS_LAPSING": _("Booths whose hold lapses within three days"),
    "CONTRACTS_UNSIGNED": _("Contracts that nobody has signed"),
    "DEADLINES_MISSED": _("Pages of the manual not done in time"),
    "IMPORTS_WAITING": _("Lists waiting to be imported"),
    "HOURS_MISSING": _("No opening hours yet"),
    "WITHOUT_BOOTH": _("Exhibitors without a booth"),
    "WITHOUT_DESCRIPTION": _("Exhibitors without a description"),
    "WITHOUT_TRANSLATION": _("Exhibitors whose description is not translated"),
}
PAGES = {
    "INVOICES_OVERDUE": "expo-invoices",
    "APPLICATIONS_WAITING": "expo-applications",
    "HOLDS_LAPSING": "expo-fair",
    "CONTRACTS_UNSIGNED": "expo-papers",
    "DEADLINES_MISSED": "expo-manual",
    "IMPORTS_WAITING": "expo-imports",
    "HOURS_MISSING": "expo-editions",
    "WITHOUT_BOOTH": "expo-exhibitors",
    "WITHOUT_DESCRIPTION": "expo-exhibitors",
    "WITHOUT_TRANSLATION": "expo-exhibitors",
}
SINCE = ("APPLICATIONS_WAITING", "CONTRACTS_UNSIGNED", "IMPORTS_WAITING")
"""Where the day is the oldest one's; elsewhere it is when the first one lapses or was due."""


def to_do(page: ExpoDeskPage, expo: dict[str, Any]) -> list[dict[str, Any]]:
    """The most urgent first, as the API has them."""
    return [
        {
            "label": LABELS[task["kind"]],
            "count": task["count"],
            "day": task["day"],
            "is_since": task["kind"] in SINCE,
            "is_urgent": task["kind"] in ("INVOICES_OVERDUE", "DEADLINES_MISSED"),
            "address": page.url(PAGES[task["kind"]], slug=expo["slug"]),
        }
        for task in expo["tasks"]
    ]
