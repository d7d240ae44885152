"""What a lot was made of, and the statements that importers filed for it."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.refusals import FieldError, NotFound, Refused
from frontend.seller_desk.moments import read_day
from frontend.seller_desk.origin import origins
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext
from i18n.messages import gettext_noop as _

CURRENCIES = ("VND", "USD", "EUR", "JPY", "KRW", "CNY")
NOT_KNOWN, NOBODY = _("not known"), _("not named")
SPARE, MOST = 1, 40
TEXTS = ("name", "scientificName", "commonName", "hsCode", "country", "currency", "substances", "supplierLot")
AMOUNTS = ("netWeightKg", "volumeM3", "value", "recycledPercent")
DAYS = ("harvestedFrom", "harvestedUntil")
FIELDS = {"valueAmount": "value", "valueCurrency": "currency"}
"""What the API calls a field otherwise."""


class LotMaterials(SellerPage):
    """A trade secret: only managers of the seller see it. Without a list, what the events tell is proposed."""

    required = ("lot",)
    least_role = "MANAGER"

    def variables(self) -> Variables:
        return {"id": self.parts["id"], "seller": self.own["id"]}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        if data["lot"]["variant"]["product"]["seller"]["id"] != self.own["id"]:
            raise NotFound
        suggested = not data["lotMaterials"] and bool(data["lotMaterialsSuggested"])
        rows = [_row(one) for one in (data["lotMaterialsSuggested"] if suggested else data["lotMaterials"])]
        stored = {row["country"] for row in rows} - {""}
        blank = {**dict.fromkeys((*TEXTS, *AMOUNTS, *DAYS, "supplier"), ""), "plots": (), "hasNoSubstances": False}
        wanted = max(len(rows) + SPARE, self.form_rows())
        return {
            **super().context(data),
            "suggested": suggested,
            "rows": [*rows, *[blank] * (wanted - len(rows))],
            "currencies": [(code, code) for code in CURRENCIES],
            "countries": [("", gettext(self.visit.language, NOT_KNOWN)), *self._countries(stored)],
            "suppliers": [("", gettext(self.visit.language, NOBODY)), *_named(data["traceParties"])],
            "plots": _named(data["tracePlaces"]),
        }

    def form_rows(self) -> int:
        """How many rows a refused form had: they are shown again."""
        count = self.request.POST.get("rows", "")
        return min(int(count), MOST) if count.isascii() and count.isdigit() and len(count) < 4 else 0

    @action
    def save(self) -> HttpResponse:
        """The whole list; a row without a name is no row."""
        numbers = [number for number in range(self.form_rows()) if self.form.text(f"name-{number}")]
        materials = [self._material(number) for number in numbers]
        try:
            self.change("Save", lot=self.parts["id"], materials=materials)
        except Refused as refused:
            raise Refused([_placed(error, numbers) for error in refused.errors]) from refused
        return self.go(message=_("The materials are saved."))

    @action
    def record(self) -> HttpResponse:
        self.change(
            "RecordStatement",
            lot=self.parts["id"],
            reference=self.form.text("referenceNumber", required=True),
            verification=self.form.text("verificationNumber"),
            operator=self.form.text("operator", required=True),
        )
        return self.go(message=_("The statement's number is kept."))

    def _material(self, number: int) -> dict[str, Any]:
        said: dict[str, Any] = {name: self.form.text(f"{name}-{number}") for name in TEXTS}
        said |= {name: self.form.decimal(f"{name}-{number}", required=False) for name in AMOUNTS}
        said |= {name: read_day(self, f"{name}-{number}", required=False) for name in DAYS}
        if said["value"] is None:
            said["currency"] = ""
        return said | {
            "hasNoSubstances": self.form.checked(f"hasNoSubstances-{number}", "1"),
            "supplier": self.form.optional(f"supplier-{number}"),
            "plots": self.form.all(f"plots-{number}"),
        }

    def _countries(self, stored: set[str]) -> list[tuple[str, str]]:
        found = dict(origins(self.visit.language, ""))
        for code in sorted(stored):
            found |= dict(origins(self.visit.language, code))
        return list(found.items())


def _named(connection: dict[str, Any]) -> list[tuple[str, str]]:
    return [(edge["node"]["id"], edge["node"]["name"]) for edge in connection["edges"]]


def _row(one: dict[str, Any]) -> dict[str, Any]:
    value, supplier = one["value"], one["supplier"]
    return {
        **{
            name: "" if one.get(name) is None else one[name] for name in (*TEXTS, *AMOUNTS, *DAYS) if name != "currency"
        },
        "value": value["amount"] if value else "",
        "currency": value["currency"] if value else "",
        "supplier": supplier["id"] if supplier else "",
        "plots": tuple(plot["id"] for plot in one["plots"]),
        "hasNoSubstances": one["hasNoSubstances"],
    }


def _placed(error: FieldError, numbers: list[int]) -> FieldError:
    """An error of a material belongs to its row of the form."""
    if error.index is None or error.field is None or error.index >= len(numbers):
        return error
    name = error.field.rpartition(".")[2]
    return FieldError(f"{FIELDS.get(name, name)}-{numbers[error.index]}", error.code, error.message, error.extra)
