"""The attributes products are described by: find one, add one."""

from typing import Any

from django.http import HttpResponse

from frontend.operator_desk.structure_texts import words_of
from frontend.page import Variables, action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _

PAGE_SIZE = 50
TYPES = {
    "DROPDOWN": _("One of a list"),
    "MULTISELECT": _("Several of a list"),
    "SWATCH": _("One of a list, shown by colour or picture"),
    "NUMERIC": _("A number"),
    "BOOLEAN": _("Yes or no"),
    "PLAIN_TEXT": _("A line of text"),
    "RICH_TEXT": _("Formatted text"),
    "DATE": _("A date"),
    "FILE": _("A file"),
}
UNITS = (
    *("MM", "CM", "M", "KM", "SQ_CM", "SQ_M", "CUBIC_CENTIMETER", "CUBIC_METER", "ML", "LITER", "G", "KG", "TONNE"),
    *("HOUR", "DAY", "MONTH", "YEAR", "CELSIUS", "VOLT", "AMPERE", "WATT", "PERCENT"),
)


class Attributes(StaffPage):
    """A page of fifty, by name."""

    permissions = ("catalog.manage",)

    def variables(self) -> Variables:
        kind = self.query("type")
        chosen = {"inputType": kind} if kind in TYPES else None
        return {"search": self.query("q") or None, "filter": chosen, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"words": self.query("q"), "kind": self.query("type"), "types": TYPES, "units": UNITS}

    @action
    def create(self) -> HttpResponse:
        answer = {
            "name": self.form.text("name", required=True),
            "inputType": self.form.text("inputType", required=True),
            "unit": self.form.optional("unit"),
            "values": [{"name": name} for name in words_of(self.form.text("values"))],
        }
        made = self.change("AttributeCreate", input=answer)["attributeCreate"]["attribute"]
        return self.go("operator-attributes-attribute", id=made["id"], message=_("The attribute is created."))
