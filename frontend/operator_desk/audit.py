"""Who with rights over others did what, and what came of it."""

from typing import Any

from frontend.operator_desk.audit_filter import NAMES, OUTCOMES, AuditPage
from frontend.page import Variables

PAGE_SIZE = 50


class Audit(AuditPage):
    """The latest first; the address chooses."""

    def variables(self) -> Variables:
        return {"filter": self.filter(), **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            "rows": [edge["node"] for edge in data["auditEntries"]["edges"]],
            "chosen": {name: self.query(name) for name in NAMES},
            "filtered": self.chosen(),
            "outcomes": OUTCOMES,
        }
