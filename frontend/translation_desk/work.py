"""The list of work: original and translation side by side, a page of texts in one form."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.http import HttpResponse

from frontend.filters import bcp47
from frontend.page import Variables, action
from frontend.refusals import FieldError, Refused
from frontend.seller_desk.plain import editable
from frontend.translation_desk.desk import TranslationDesk
from i18n.languages import LANGUAGES
from i18n.translation import text_hash

PAGE_SIZE = 10


@dataclass
class _Posted:
    """What the form brings: texts that were changed, and those that were read and found right."""

    changed: list[dict[str, Any]] = field(default_factory=list)
    read: list[dict[str, Any]] = field(default_factory=list)


class Work(TranslationDesk):
    """Language, state, kind, product and search are in the address, and the place in the list."""

    half: ClassVar[str] = "work"

    def variables(self) -> Variables:
        return {
            **super().variables(),
            "language": self.language_of_api(),
            "states": self.states_asked(),
            "kinds": [self.query("kind")] if self.query("kind") else None,
            "product": self.query("product") or None,
            "search": self.query("q") or None,
            "first": PAGE_SIZE,
            "after": self.query("after") or None,
        }

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        chosen = self.language_asked()
        kinds = self.ask("Kinds", seller=self.owner)["translationCoverage"]
        return {
            **super().context(data),
            "chosen": chosen,
            "state": self.query("state") or "TODO",
            "kind": self.query("kind"),
            "kinds": list({row["kind"]: row["kindLabel"] for row in kinds}.items()),
            "product": self.query("product"),
            "q_texts": self.query("q"),
            "units": [_shown(edge["node"]) for edge in data["translationUnits"]["edges"]],
            "page": data["translationUnits"]["pageInfo"],
            "total": data["translationUnits"]["totalCount"],
            "targets": [code for code in LANGUAGES if code != self.source],
            "warnings": (),
        }

    @action
    def save(self) -> HttpResponse:
        """Save what was changed; what is refused comes back, everything else is saved."""
        posted = self._posted()
        errors, warnings = self._send("Save", "translationsUpdate", posted.changed)
        refused, _none = self._send("Review", "translationReview", posted.read)
        if errors or refused:
            raise Refused([*errors, *refused])
        if warnings:
            return self.show(warnings=warnings)
        return self.go_to(self._next(), self.to("work"))

    def _posted(self) -> _Posted:
        posted = _Posted()
        for unit_id in self.form.all("unit")[: PAGE_SIZE * 2]:
            text = self.form.text(f"text-{unit_id}")
            unit = {
                "id": unit_id,
                "sourceHash": self.form.text(f"source-{unit_id}"),
                "targetHash": self.form.text(f"target-{unit_id}"),
            }
            read = self.form.checked(f"read-{unit_id}", "1")
            if text_hash(text) != self.form.text(f"shown-{unit_id}"):
                posted.changed.append({**unit, "text": text, "isReviewed": read})
            elif read:
                posted.read.append(unit)
        return posted

    def _send(self, operation: str, answer: str, texts: Sequence[dict[str, Any]]) -> tuple[list[FieldError], list[str]]:
        """Errors by the field of their text, and warnings."""
        if not texts:
            return [], []
        variables = {"seller": self.owner, "language": self.language_of_api(), "texts": list(texts)}
        results = self.change(operation, **variables)[answer]["results"]
        errors = [
            FieldError(f"text-{texts[one['index']]['id']}", error["code"], error["message"])
            for one in results
            for error in one["errors"]
        ]
        return errors, [warning["message"] for one in results for warning in one.get("warnings", [])]

    def _next(self) -> str:
        """The same list, after the texts of this page where one goes on."""
        here = {name: self.query(name) for name in ("language", "state", "kind", "product", "q", "after")}
        here["after"] = self.form.text("next") if self.form.text("go") == "on" else here["after"]
        return self.to("work", query={name: value for name, value in here.items() if value})


def _shown(unit: dict[str, Any]) -> dict[str, Any]:
    """The unit with its texts as people edit them."""
    text = editable(unit["text"]) if unit["markup"] == "HTML" else unit["text"]
    one_line = unit["markup"] == "LINE" and unit["longest"] <= 250
    return {
        **unit,
        "original": editable(unit["sourceText"]) if unit["markup"] == "HTML" else unit["sourceText"],
        "translated": text,
        "shown": text_hash(text.strip().replace("\r\n", "\n")),
        "source": bcp47(unit["sourceLanguage"]["code"]),
        "rows": 0 if one_line else min(12, 3 + len(unit["sourceText"]) // 160),
    }
