"""One certificate, or a new one: what it is, until when, for which products, and its scan."""

from datetime import date
from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.refusals import NotFound
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _

SCHEMES = (
    "FSC", "PEFC", "OCOP_3", "OCOP_4", "OCOP_5", "ISO_9001", "ISO_14001", "ISO_22000", "ISO_45001", "CE", "HACCP",
    "GLOBALGAP", "VIETGAP", "ORGANIC", "HALAL", "OEKO_TEX", "GOTS", "BSCI", "SMETA", "FAIRTRADE", "OTHER",
)  # fmt: skip


class Certificate(SellerPage):
    """A form; a new last day lets the warnings begin anew."""

    least_role = "MANAGER"

    def variables(self) -> Variables:
        known = self.parts.get("id")
        return {**super().variables(), "id": known or "", "known": bool(known)}

    def load(self) -> dict[str, Any]:
        data = super().load()
        found = data.get("certificate")
        if self.parts.get("id") and (not found or found["seller"]["id"] != self.own["id"]):
            raise NotFound  # a public one of another seller may be read, but not at this desk
        return data

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        certificate = data.get("certificate")
        named = {one["id"] for one in certificate["products"] or []} if certificate else set()
        return {
            **super().context(data),
            "certificate": certificate,
            "named": named,
            "all_products": [edge["node"] for edge in data["products"]["edges"]],
            "schemes": SCHEMES,
        }

    @action
    def save(self) -> HttpResponse:
        known = self.parts.get("id")
        if known:
            self.change("CertificateUpdate", id=known, input=self._answer())
        else:
            self.change("CertificateCreate", input={"seller": self.own["id"], **self._answer()})
        return self._back(_("The certificate is saved."))

    @action
    def remove(self) -> HttpResponse:
        self.change("CertificateDelete", id=self.parts.get("id", ""))
        return self._back(_("The certificate is removed."))

    def _answer(self) -> dict[str, Any]:
        scheme = self.form.text("scheme")
        if scheme not in SCHEMES:
            raise self.refuse("scheme", _("Say what kind of certificate it is."))
        answer: dict[str, Any] = {
            "scheme": scheme,
            **{name: self.form.text(name) for name in ("name", "issuer", "number")},
            "validFrom": self._day("validFrom", required=True),
            "validUntil": self._day("validUntil"),
            "coversAllProducts": bool(self.form.text("coversAllProducts")),
            "products": self.form.all("products"),
            "fileIsPublic": bool(self.form.text("fileIsPublic")),
        }
        scan = self.form.file("file", required=False)
        return answer | ({"file": scan} if scan is not None else {})

    def _day(self, name: str, *, required: bool = False) -> str | None:
        text = self.form.text(name, required=required)
        try:
            return date.fromisoformat(text).isoformat() if text else None
        except ValueError:
            raise self.refuse(name, _("Write the day as year, month and day, for example 2027-03-31.")) from None

    def _back(self, message: str) -> HttpResponse:
        return self.go("seller-certificates", seller=self.own["slug"], message=message)
