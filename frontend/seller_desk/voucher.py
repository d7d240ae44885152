"""One voucher, or a new one."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.refusals import NotFound
from frontend.seller_desk.seller_page import SellerPage
from frontend.voucher_choices import narrowed, narrowing
from frontend.voucher_form import delete_voucher, save_voucher
from i18n.messages import gettext_noop as _


class Voucher(SellerPage):
    """A form; orders that used it keep what they got."""

    least_role = "MANAGER"

    def variables(self) -> Variables:
        known = self.parts.get("id")
        return {**super().variables(), "id": known or "", "known": bool(known)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        voucher = data.get("voucher")
        if self.parts.get("id") and not voucher:
            raise NotFound
        if voucher and (voucher["seller"] or {}).get("id") != self.own["id"]:
            raise NotFound
        return {**super().context(data), "voucher": voucher, "narrowing": narrowing(self, data, voucher)}

    @action
    def save(self) -> HttpResponse:
        data = self.load()
        chosen = narrowed(self, narrowing(self, data, data.get("voucher")))
        owner = {"seller": self.own["id"]}
        save_voucher(self, known=self.parts.get("id"), owner=owner, channels=data["channels"], chosen=chosen)
        return self._back(_("The voucher is saved."))

    @action
    def remove(self) -> HttpResponse:
        return self._back(delete_voucher(self, self.parts.get("id", "")))

    def _back(self, message: str) -> HttpResponse:
        return self.go("seller-vouchers", seller=self.own["slug"], message=message)
