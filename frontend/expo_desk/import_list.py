"""One list: what each row would do and change, who looks like somebody else, what is wrong, and applying it."""

from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.fair_page import FairPage
from frontend.page import Variables, action
from i18n.messages import gettext_noop as _

FIELDS = (
    "source_id",
    "name",
    "tax_code",
    "country",
    "website_url",
    "email",
    "phone",
    "description",
    "categories",
    "booth",
)
MOST_COLUMNS = 60
WORKING = ("FETCHING", "WAITING", "APPLYING")
SHOWN = {"new": "CREATE", "changes": "UPDATE", "same": "UNCHANGED", "ask": "ASK", "skipped": "SKIP"}
"""What the address may ask for, by action; ``errors`` besides."""


class ImportList(FairPage):
    """The address may ask for the rows of one kind only."""

    required = ("expo", "exhibitorImport")

    def variables(self) -> Variables:
        show = self.query("show")
        return {
            **super().variables(),
            "id": self.parts["id"],
            "onlyRefused": show == "errors",
            "actions": [SHOWN[show]] if show in SHOWN else None,
        }

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        stored = data["exhibitorImport"]
        used = [column["field"] for column in stored["columns"] if column["field"]]
        rows = [
            {**row, "cells": {value["column"]: value["value"] for value in row["values"]}} for row in stored["rows"]
        ]
        counts = {each["action"]: each["count"] for each in stored["counts"]}
        show = self.query("show")
        return {
            **super().context(data),
            "fields": FIELDS,
            "is_working": stored["state"] in WORKING,
            "used": used,
            "rows": rows,
            "counts": counts,
            "show": show if show == "errors" or show in SHOWN else "",
            "shown": [(name, counts.get(action, 0)) for name, action in SHOWN.items()],
        }

    @action
    def apply(self) -> HttpResponse:
        """A long list is applied in the background: the page says how far it is, and in the end what was done."""
        self.change("Apply", id=self.parts["id"], remove=self.form.all("remove"))
        return self.go()

    @action
    def decide(self) -> HttpResponse:
        """``row-<number>`` says NEW, SKIP or the id of the exhibitor that it is; empty: later."""
        said = [
            {"row": int(name.removeprefix("row-")), **_decision(self.form.text(name))}
            for name in (self.form.values or {})
            if name.removeprefix("row-").isdecimal() and len(name) < 12 and self.form.text(name)
        ]
        rest = self.form.text("rest")
        self.change("Decide", id=self.parts["id"], decisions=said, rest=rest if rest in ("NEW", "SKIP") else None)
        return self.go(message=_("The list is judged again."))

    @action
    def preview(self) -> HttpResponse:
        """The same file again, with columns as the form says."""
        mapping = [
            {"header": header, "field": self.form.text(f"field-{number}") or None}
            for number, header in enumerate(self.form.all("header")[:MOST_COLUMNS])
        ]
        if any(entry["field"] not in (None, *FIELDS) for entry in mapping):
            raise self.refuse("mapping", _("Choose one of the list."))
        stored = self.load()["exhibitorImport"]
        made = self.change(
            "Preview",
            expoId=self.expo_id(),
            file=self.form.file("file"),
            mapping=mapping,
            feed=stored["feed"],
            sourceId=stored["source"]["id"] if stored["source"] else None,
        )
        found = made["exhibitorImportPreview"]["import"]["id"]
        return self.go("expo-imports-list", slug=self.parts["slug"], id=found, message=_("The list is read again."))


def _decision(text: str) -> dict[str, str]:
    return {"take": text} if text in ("NEW", "SKIP") else {"take": "SAME", "exhibitorId": text[:60]}
