"""Where the codes of a lot lead: its own links and those of its product, or of one piece (``?code=``)."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.refusals import NotFound
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _

PIECE = "PIECE"


class LotLinks(SellerPage):
    """``?edit=<link>`` shows a link's form with what it is now; a new one is of the level that the form names."""

    least_role = "MANAGER"
    required = ("lot",)

    def variables(self) -> Variables:
        return {**super().variables(), "lot": self.parts["id"]}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        lot = data["lot"]
        if lot["variant"]["product"]["seller"]["id"] != self.own["id"]:
            raise NotFound
        code = self.query("code")[:60]
        levels = [*self._piece(code), *data["digitalLinkLevels"]]
        targets = {target["id"]: target for level in levels for target in level["targets"]}
        return {
            **super().context(data),
            "code": code,
            "levels": levels,
            "edited": targets.get(self.query("edit")),
            "no_such_code": bool(code) and not any(level["kind"] == PIECE for level in levels),
        }

    @action
    def save(self) -> HttpResponse:
        answer = {
            "linkType": self.form.text("linkType", required=True),
            "href": self.form.text("href", required=True),
            "title": self.form.text("title", required=True),
            "languages": self.form.text("languages").replace(",", " ").split(),
            "mediaType": self.form.text("mediaType"),
            "context": self.form.text("context"),
            "isDefault": bool(self.form.text("isDefault")),
            "isActive": bool(self.form.text("isActive")),
        }
        target = self.form.optional("target")
        if target:
            self.change("LinkUpdate", id=target, input=answer)
        else:
            self.change("LinkCreate", input={**answer, **self._thing()})
        return self._back(_("The link is saved. Codes lead there from now on."))

    @action
    def delete(self) -> HttpResponse:
        self.change("LinkDelete", id=self.form.text("target", required=True))
        return self._back(_("The link is deleted."))

    def _thing(self) -> dict[str, str]:
        """What the new link is of, as the form says."""
        level = self.form.text("level", required=True)
        if level == PIECE:
            return {"code": self.query("code")}
        return {"lot": self.parts["id"]} if level == "LOT" else {"variant": self.form.text("variant", required=True)}

    def _back(self, message: str) -> HttpResponse:
        query = {"code": self.query("code")[:60]}
        return self.go("seller-lots-links", seller=self.own["slug"], id=self.parts["id"], message=message, query=query)

    def _piece(self, code: str) -> list[dict[str, Any]]:
        """The level of a piece of this lot; nothing for a code that is none of it."""
        if not code:
            return []
        try:
            levels = self.ask("Piece", code=code)["digitalLinkLevels"]
        except NotFound:
            return []
        of_lot = {level["uri"] for level in self.ask("LotLinks", **self.variables())["digitalLinkLevels"]}
        return levels[:1] if {level["uri"] for level in levels[1:]} == of_lot else []
