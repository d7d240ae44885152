"""What the banks say: files to bring, lines to decide about, and what was made of the others."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _

PAGE_SIZE = 50
STATES = ("OPEN", "MATCHED", "IGNORED")
COLUMNS = ("DATE", "VALUE_DATE", "AMOUNT", "CREDIT", "DEBIT", "CURRENCY", "TEXT", "REFERENCE", "NAME", "ACCOUNT")
MOST_COLUMNS = 60


class Bank(StaffPage):
    """The address chooses the state and a word to look for."""

    permissions = ("orders.manage",)

    @property
    def state(self) -> str:
        asked = self.query("status")
        return asked if asked in STATES else "OPEN"

    def variables(self) -> Variables:
        wanted = {"status": [self.state], "search": self.query("q")[:100] or None}
        return {"filter": wanted, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        entries = [edge["node"] for edge in data["bankEntries"]["edges"]]
        sure = sum(1 for entry in entries for found in entry["suggestions"] if found["isExact"])
        return {
            "state": self.state,
            "states": STATES,
            "asked": self.query("q"),
            "sure": sure,
            "columns": COLUMNS,
            "question": None,
        }

    @action
    def bring(self) -> HttpResponse:
        """A file; with a mapping where the page had to ask for one."""
        answer = self.change(
            "Import",
            file=self.form.file("file"),
            currency=self.form.text("currency", required=True),
            mapping=self._mapping(),
        )["bankStatementImport"]
        if answer["mappingNeeded"]:
            return self.show(status=422, question=self._question(answer["mappingNeeded"]))
        return self.go(
            message=_("The file is read: %(fresh)s new lines, %(known)s that were known."),
            message_params={"fresh": answer["newEntries"], "known": answer["knownEntries"]},
        )

    @action
    def match_exact(self) -> HttpResponse:
        matched = self.change("MatchExact")["bankEntriesMatchExact"]["matched"]
        return self.go(
            message=_("Assigned without doubt: %(count)s. The rest needs your decision."),
            message_params={"count": matched},
        )

    def _mapping(self) -> dict[str, Any] | None:
        columns = []
        for number in range(MOST_COLUMNS):
            chosen = self.form.text(f"as-{number}")
            if chosen in COLUMNS:
                columns.append({"column": chosen, "header": self.form.text(f"header-{number}")})
        if not columns:
            return None
        order, sign = self.form.text("dateOrder"), self.form.text("decimalSign")
        return {
            "columns": columns,
            "dateOrder": order if order in {"DAY_FIRST", "MONTH_FIRST", "YEAR_FIRST"} else None,
            "decimalSign": sign if sign in {"POINT", "COMMA"} else None,
        }

    def _question(self, needed: dict[str, Any]) -> dict[str, Any]:
        """The headers with what each was taken for, and what stands below them."""
        guess = {one["header"]: one["column"] for one in needed["guess"]}
        headers = [
            (number, header, guess.get(header, ""), [row["cells"][number] for row in needed["sample"]])
            for number, header in enumerate(needed["headers"])
        ]
        return {"headers": headers, "undecided": needed["undecided"]}
