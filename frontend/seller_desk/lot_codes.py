"""The codes of a lot, as labels to print; and lost or spoilt labels, that shall vouch for nothing."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.refusals import NotFound
from frontend.seller_desk.codes import read_codes
from frontend.seller_desk.seller_page import SellerPage
from frontend.svg_address import svg_address
from i18n.messages import gettext_noop as _

SHEET = 100
MOST = 1000
"""The API reads the first thousand codes of a lot."""


class LotCodes(SellerPage):
    """A sheet of a hundred labels at a time (``?sheet=2``)."""

    required = ("lot",)

    def variables(self) -> Variables:
        return {**super().variables(), "first": self.sheet * SHEET}

    @property
    def sheet(self) -> int:
        asked = self.query("sheet")
        return min(max(int(asked), 1), MOST // SHEET) if asked.isascii() and asked.isdigit() else 1

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        lot = data["lot"]
        if lot["variant"]["product"]["seller"]["id"] != self.own["id"]:
            raise NotFound
        labels = [{**code, "picture": svg_address(code["qrSvg"])} for code in lot["codes"][(self.sheet - 1) * SHEET :]]
        sheets = -(-min(lot["codeCount"], MOST) // SHEET)
        return {**super().context(data), "labels": labels, "sheet": self.sheet, "sheets": sheets, "most": MOST}

    @action
    def void(self) -> HttpResponse:
        codes = read_codes(self.form.text("codes", required=True))
        self.change("CodesVoid", lot=self.parts["id"], codes=codes, reason=self.form.text("reason", required=True))
        return self.go(message=_("The codes are withdrawn. Whoever scans one is told so."))
