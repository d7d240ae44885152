"""One list: what each row would do, what is wrong with it, which column means what, and applying it."""

from collections import Counter
from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.fair_page import FairPage
from frontend.page import Variables, action
from i18n.messages import gettext_noop as _

FIELDS = ("name", "tax_code", "country", "website_url", "email", "phone", "description", "categories", "booth")
MOST_COLUMNS = 60


class ImportList(FairPage):
    """The address may ask for the rows with errors only."""

    required = ("expo", "exhibitorImport")

    def variables(self) -> Variables:
        return {**super().variables(), "id": self.parts["id"], "onlyRefused": self.query("show") == "errors"}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        stored = data["exhibitorImport"]
        used = [column["field"] for column in stored["columns"] if column["field"]]
        rows = [
            {**row, "cells": {value["column"]: value["value"] for value in row["values"]}} for row in stored["rows"]
        ]
        return {
            **super().context(data),
            "fields": FIELDS,
            "used": used,
            "rows": rows,
            "doings": Counter(row["action"] for row in rows if row["action"]),
            "only_errors": self.query("show") == "errors",
        }

    @action
    def apply(self) -> HttpResponse:
        done = self.change("Apply", id=self.parts["id"])["exhibitorImportApply"]
        counts = {name: done[name] for name in ("created", "updated", "unchanged", "refused")}
        said = _(
            "The list is applied: %(created)s new, %(updated)s changed, %(unchanged)s as they were, "
            "%(refused)s left out because of errors."
        )
        return self.go(message=said, message_params=counts)

    @action
    def preview(self) -> HttpResponse:
        """The same file again, with columns as the form says."""
        mapping = [
            {"header": header, "field": self.form.text(f"field-{number}") or None}
            for number, header in enumerate(self.form.all("header")[:MOST_COLUMNS])
        ]
        if any(entry["field"] not in (None, *FIELDS) for entry in mapping):
            raise self.refuse("mapping", _("Choose one of the list."))
        made = self.change("Preview", expoId=self.expo_id(), file=self.form.file("file"), mapping=mapping)
        found = made["exhibitorImportPreview"]["import"]["id"]
        return self.go("expo-imports-list", slug=self.parts["slug"], id=found, message=_("The list is read again."))
