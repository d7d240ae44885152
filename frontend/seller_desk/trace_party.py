"""One partner of a seller's chain, or a new one."""

from typing import Any

from django.http import HttpResponse

from frontend.filters import api_language, bcp47
from frontend.page import Variables, action
from frontend.refusals import NotFound
from frontend.seller_desk.origin import origins
from frontend.seller_desk.seller_page import SellerPage
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _

TEXTS = ("name", "address", "country", "email", "phone", "taxCode", "scheme", "value")


class TraceParty(SellerPage):
    """Known to the seller alone."""

    least_role = "MANAGER"

    def variables(self) -> Variables:
        known = self.parts.get("id")
        return {"id": known or "", "known": bool(known)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        partner = data.get("traceParty")
        if self.parts.get("id") and not partner:
            raise NotFound
        return {
            **super().context(data),
            "partner": partner,
            "countries": origins(self.visit.language, partner["country"] if partner else ""),
            "languages": [(code, language.own_name) for code, language in LANGUAGES.items()],
            "spoken": bcp47(partner["language"]["code"]) if partner else "vi",
        }

    @action
    def save(self) -> HttpResponse:
        fields: dict[str, Any] = {name: self.form.text(name) for name in TEXTS}
        language = self.form.text("language")
        if language not in LANGUAGES:
            raise self.refuse("language", _("This is not one of the marketplace's languages."))
        fields |= {"language": api_language(language), "isPublic": self.form.checked("isPublic", "1")}
        known = self.parts.get("id")
        if known:
            self.change("PartnerUpdate", id=known, input=fields)
        else:
            self.change("PartnerCreate", seller=self.own["id"], input=fields)
        return self.go("seller-partners", seller=self.own["slug"], message=_("The partner is saved."))

    @action
    def archive(self) -> HttpResponse:
        self.change("PartnerArchive", id=self.parts.get("id", ""))
        return self.go(
            "seller-partners", seller=self.own["slug"], message=_("The partner is no longer offered for steps.")
        )
