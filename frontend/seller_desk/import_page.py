"""One spreadsheet between its check and its application: what was understood, what to correct, applying it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpResponse

from frontend.page import action
from frontend.refusals import FieldError, NotFound, Refused
from frontend.seller_desk.import_fields import FIELDS, is_field, meanings
from frontend.seller_desk.seller_page import SellerPage
from frontend.seller_desk.upload import chosen_language
from i18n.messages import gettext_noop as _

MODES = ("GOOD_ROWS", "ALL_OR_NOTHING")
WORKING = ("READING", "APPLYING")


class ImportPage(SellerPage):
    """Corrections are typed into the wrong cells; columns that were misunderstood are named by hand."""

    least_role = "MANAGER"
    required = ("productImport",)

    def load(self) -> dict[str, Any]:
        data = super().load()
        if data["productImport"]["id"] not in {one["id"] for one in data["productImports"]}:
            raise NotFound
        return data

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        found = data["productImport"]
        return {
            **super().context(data),
            "imported": found,
            "used": [column for column in found["columns"] if column["field"]],
            "unused": [column["header"] for column in found["columns"] if not column["field"]],
            "wrong": [wrong_row(row) for row in found["wrong"]],
            "sample": [{**row, "cells": _cells(row), "wrong": _messages(row["errors"])} for row in found["sample"]],
            "is_working": found["status"] in WORKING,
            "percent": min(100, 100 * found["done"] // max(found["toDo"], 1)),
            "unchanged": found["accepted"] - found["toCreate"] - found["toUpdate"],
            "field_names": FIELDS,
            "meanings": meanings(found["columns"], _markets(data)),
            "market_names": {channel["slug"]: channel for channel in data["channels"]},
            "first_values": _first_values(found["sample"]),
            "source": self.source_language,
        }

    @action
    def correct(self) -> HttpResponse:
        """Every cell of the form, changed or not; the whole file is checked again."""
        rows: dict[int, list[dict[str, str]]] = {}
        for name in self.request.POST:
            kind, _dash, place = name.partition("-")
            number = place.partition("-")[0]
            if kind == "cell" and number.isascii() and number.isdigit():
                column = self.form.text(f"column-{place}")
                rows.setdefault(int(number[:9]), []).append({"column": column, "value": self.form.text(name)})
        if not rows:
            raise self.refuse(None, _("There is nothing to correct any more."))
        given = [{"number": number, "values": values} for number, values in rows.items()]
        answer = self.change("Correct", id=self.parts["id"], rows=given)
        left = answer["productImportCorrect"]["import"]["refused"]
        if left:
            return self.go(
                message=_("Checked again. Rows that still need a correction: %(count)s."),
                message_params={"count": left},
            )
        return self.go(message=_("Checked again: every row is good now."))

    @action
    def apply(self) -> HttpResponse:
        mode = self.form.text("mode", required=True)
        if mode not in MODES:
            raise self.refuse("mode", _("Choose one of the list."))
        done = self.change("Apply", id=self.parts["id"], mode=mode)["productImportApply"]
        if done["import"]["status"] != "APPLIED":
            return self.go()
        return self.go(
            "seller-products",
            seller=self.own["slug"],
            message=_("Imported: %(created)s new, %(updated)s changed, %(skipped)s left as they were."),
            message_params={name: done[name] for name in ("created", "updated", "skipped")},
        )

    @action
    def cancel(self) -> HttpResponse:
        self.change("Cancel", id=self.parts["id"])
        return self.go()

    @action
    def resume(self) -> HttpResponse:
        self.change("Resume", id=self.parts["id"])
        return self.go()

    @action
    def read_again(self) -> HttpResponse:
        """The kept file with its columns as the seller says; remembered for the next one with these headers."""
        data = self.load()
        columns, markets = data["productImport"]["columns"], _markets(data)
        chosen = [self.form.text(f"column-{place}") for place in range(len(columns))]
        twice = [field for field, times in Counter(field for field in chosen if field).items() if times > 1]
        if twice:
            place = max(place for place, field in enumerate(chosen) if field == twice[0])
            raise Refused([FieldError(f"column-{place}", "UNIQUE", _("Two columns cannot mean the same."))])
        mapping = [
            {"header": column["header"], "field": field if is_field(field, columns, markets) else None}
            for column, field in zip(columns, chosen, strict=True)
        ]
        self.change("Map", id=self.parts["id"], mapping=mapping, language=chosen_language(self))
        return self.go(message=_("Read again. We will read files with these headers the same way from now on."))


def _markets(data: Mapping[str, Any]) -> list[str]:
    return [channel["slug"] for channel in data["channels"]]


def _first_values(sample: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The first thing that stands in each column."""
    found: dict[str, str] = {}
    for row in sample:
        for cell in row["values"]:
            found.setdefault(cell["column"], cell["value"])
    return found


def wrong_row(row: Mapping[str, Any]) -> dict[str, Any]:
    """A refused row: enough to know it by, and each wrong cell once with all that is wrong in it."""
    cells = _cells(row)
    wrong: dict[str, list[str]] = {}
    for error in row["errors"]:
        wrong.setdefault(error["column"] or "", []).append(error["message"])
    return {
        "number": row["number"],
        "known_by": [value for value in cells.values() if value][:3],
        "cells": [
            {
                "place": f"{row['number']}-{index}",
                "column": column,
                "value": cells.get(column, ""),
                "messages": messages,
            }
            for index, (column, messages) in enumerate(wrong.items())
        ],
    }


def _cells(row: Mapping[str, Any]) -> dict[str, str]:
    return {cell["column"]: cell["value"] for cell in row["values"]}


def _messages(errors: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """What is wrong with each cell."""
    found: dict[str, str] = {}
    for error in errors:
        found[error["column"] or ""] = f"{found.get(error['column'] or '', '')} {error['message']}".strip()
    return found
