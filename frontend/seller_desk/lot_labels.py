"""Labels of a lot: say which and how many, fetch the file when it is written."""

from typing import Any

from django.http import HttpResponse

from frontend.filters import api_language
from frontend.page import Variables, action
from frontend.refusals import NotFound
from frontend.seller_desk.codes import read_codes
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _

SYMBOLS = ("QR", "DATA_MATRIX", "EAN")
SUBJECTS = ("PIECE", "LOT", "SERIAL")
PRINTERS = {"PDF": ("PDF", None), "ZPL203": ("ZPL", 203), "ZPL300": ("ZPL", 300)}


class LotLabels(SellerPage):
    """The page looks again by itself while labels are being written."""

    least_role = "MANAGER"
    required = ("lot",)

    def variables(self) -> Variables:
        return {**super().variables(), "lot": self.parts["id"]}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        if data["lot"]["variant"]["product"]["seller"]["id"] != self.own["id"]:
            raise NotFound
        return {
            **super().context(data),
            "is_working": any(run["status"] == "PENDING" for run in data["labelRuns"]),
            "symbols": SYMBOLS,
            "subjects": SUBJECTS,
            "printers": list(PRINTERS),
        }

    @action
    def make(self) -> HttpResponse:
        codes = self.form.text("codes")
        printer = self._one_of("printer", tuple(PRINTERS))
        kind, dpi = PRINTERS[printer]
        answer = {
            "symbol": self._one_of("symbol", SYMBOLS),
            "subject": self._one_of("subject", SUBJECTS),
            "sheet": self.form.text("sheet", required=True),
            "format": kind,
            "dpi": dpi,
            "language": api_language(self.form.text("language", required=True)),
            "count": self.form.integer("count", required=False) if not codes else None,
            "codes": read_codes(codes) if codes else None,
        }
        self.change("Labels", lot=self.parts["id"], input=answer)
        return self.go(message=_("Your labels are being written. They appear below."))

    def _one_of(self, name: str, known: tuple[str, ...]) -> str:
        chosen = self.form.text(name, required=True)
        if chosen not in known:
            raise self.refuse(name, _("Choose one of the list."))
        return chosen
