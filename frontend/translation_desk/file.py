"""A file of translations that came back: what it would change, what not and why; then taking it over."""

from typing import Any, ClassVar

from django.http import HttpResponse

from frontend.filters import bcp47
from frontend.page import Variables, action
from frontend.seller_desk.plain import editable
from frontend.translation_desk.desk import TranslationDesk
from i18n.messages import gettext_noop as _


class File(TranslationDesk):
    """Nothing changes before it is taken over; what changed meanwhile is reported then, not overwritten."""

    half: ClassVar[str] = "file"
    required = ("translationImport",)

    def variables(self) -> Variables:
        return {**super().variables(), "id": self.parts["id"]}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        found = data["translationImport"]
        return {
            **super().context(data),
            "file": found,
            "into": bcp47(found["language"]["code"]),
            "original_language": bcp47(found["sourceLanguage"]["code"]),
            "counts": {one["outcome"]: one["count"] for one in found["outcomes"]},
            "left": [_readable(one) for one in found["left"]],
            "taking": [_readable(one) for one in found["taking"]],
        }

    @action
    def apply(self) -> HttpResponse:
        answer = self.change("Apply", id=self.parts["id"])
        count = answer["translationImportApply"]["import"]["taken"]
        return self.go(message=_("Taken over: %(count)s texts."), message_params={"count": count})


def _readable(row: dict[str, Any]) -> dict[str, Any]:
    unit = row["unit"]
    formatted = unit is not None and unit["markup"] == "HTML"
    show = editable if formatted else str
    texts = {name: show(unit[name]) if unit else "" for name in ("sourceText", "text")}
    return {**row, "brings": show(row["text"]), "original": texts["sourceText"], "ours": texts["text"]}
