"""Origin of a product: what it is made of, and what that means under each trade agreement."""

from typing import Any

from django.http import HttpResponse

from frontend.page import action
from frontend.refusals import FieldError, Refused
from frontend.seller_desk.origin import origins
from frontend.seller_desk.product_page import ProductPage
from i18n.messages import gettext
from i18n.messages import gettext_noop as _

CURRENCIES = ("VND", "USD", "EUR", "JPY", "KRW", "CNY")
NOT_KNOWN = _("not known")
SPARE, MOST = 3, 60
FIELDS = {"weightGrams": "weight"}
"""What the API calls a column of the table otherwise."""


class ProductMaterials(ProductPage):
    """A trade secret: only the seller's own people and the operator's staff see it."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        bill = data["billOfMaterials"]
        rows = [_row(material) for material in (bill["materials"] if bill else [])]
        asked = self.form_rows()
        countries = {row["country"] for row in rows}
        choices = [("", gettext(self.visit.language, NOT_KNOWN)), *_countries(self.visit.language, countries)]
        return {
            **super().context(data),
            "bill": bill,
            "rows": rows + [_row(None)] * max(SPARE, asked - len(rows)),
            "currencies": CURRENCIES,
            "countries": choices,
            "assessments": data["originAssessments"],
        }

    def form_rows(self) -> int:
        """How many rows a refused form had: they are shown again."""
        count = self.request.POST.get("rows", "")
        return min(int(count), MOST) if count.isascii() and count.isdigit() and len(count) < 4 else 0

    @action
    def save(self) -> HttpResponse:
        """The whole table; a row without a name and a value is no row."""
        numbers = [
            number
            for number in range(min(self.form_rows(), MOST))
            if self.form.text(f"name-{number}") or self.form.text(f"value-{number}")
        ]
        bill = {
            "currency": self.form.text("currency"),
            "exWorks": self.form.decimal("exWorks", required=False),
            "freeOnBoard": self.form.decimal("freeOnBoard", required=False),
            "materials": [self._material(number) for number in numbers],
        }
        try:
            self.change("Save", product=self.parts["id"], input=bill)
        except Refused as refused:
            raise Refused([_placed(error, numbers) for error in refused.errors]) from refused
        return self.go(message=_("The materials are saved and the origin is worked out anew."))

    def _material(self, number: int) -> dict[str, Any]:
        return {
            "name": self.form.text(f"name-{number}", required=True),
            "hsCode": self.form.optional(f"hsCode-{number}"),
            "originCountry": self.form.optional(f"originCountry-{number}"),
            "value": self.form.decimal(f"value-{number}"),
            "currency": self.form.optional(f"materialCurrency-{number}"),
            "weightGrams": self.form.integer(f"weight-{number}", required=False),
            "supplier": self.form.text(f"supplier-{number}"),
            "declared": self.form.checked(f"declared-{number}", "1"),
        }


def _placed(error: FieldError, numbers: list[int]) -> FieldError:
    """An error of a material belongs to its row of the table."""
    if error.index is None or error.field is None or error.index >= len(numbers):
        return error
    name = error.field.rpartition(".")[2]
    name = "materialCurrency" if name == "currency" else FIELDS.get(name, name)
    return FieldError(f"{name}-{numbers[error.index]}", error.code, error.message, error.extra)


def _row(material: dict[str, Any] | None) -> dict[str, Any]:
    if material is None:
        return {"name": "", "hs": "", "country": "", "value": "", "currency": "", "weight": "", "supplier": "",
                "declared": False}  # fmt: skip
    weight = material["weight"]
    return {
        "name": material["name"],
        "hs": material["hsCode"] or "",
        "country": material["originCountry"] or "",
        "value": material["value"]["amount"],
        "currency": material["value"]["currency"],
        "weight": int(weight["value"] * 1000) if weight else "",
        "supplier": material["supplier"],
        "declared": material["declared"],
    }


def _countries(language: str, stored: set[str]) -> list[tuple[str, str]]:
    """Those of the neighbourhood, and what is stored."""
    found = dict(origins(language, ""))
    for code in sorted(stored - {""}):
        found |= dict(origins(language, code))
    return list(found.items())
