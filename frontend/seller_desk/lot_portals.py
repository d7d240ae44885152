"""Records of a lot for state systems: put together, sent or handed in, and what came back."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.refusals import NotFound
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _

PAGE_SIZE = 20
CALLED = "rest"


class LotPortals(SellerPage):
    """Managers send; the connection is the owners'."""

    required = ("lot",)
    least_role = "MANAGER"

    def variables(self) -> Variables:
        return {"id": self.parts["id"], "seller": self.own["id"], **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        if data["lot"]["variant"]["product"]["seller"]["id"] != self.own["id"]:
            raise NotFound
        connection = next((row for row in data["portalConnections"] if row["portal"]["code"] == CALLED), None)
        pairs = [f"{pair['portalField']} = {pair['recordField']}" for pair in (connection or {}).get("fields", ())]
        return {**super().context(data), "connection": connection, "pairs": "\n".join(pairs)}

    @action
    def create(self) -> HttpResponse:
        self.change("SubmissionCreate", lot=self.parts["id"], portal=self.form.text("portal", required=True))
        return self.go(message=_("The record is put together. Look at what it misses before you send it."))

    @action
    def send(self) -> HttpResponse:
        self.change("SubmissionSend", id=self.form.text("submission", required=True))
        return self.go(message=_("It is on its way. What the system answers is shown here."))

    @action
    def answer(self) -> HttpResponse:
        accepted = self.form.text("outcome", required=True) == "accepted"
        said = {"receipt": self.form.text("receipt"), "reason": self.form.text("reason")}
        answer = {"accepted": accepted, **said}
        self.change("SubmissionRecordAnswer", id=self.form.text("submission", required=True), input=answer)
        return self.go(message=_("The answer is noted."))

    @action
    def connect(self) -> HttpResponse:
        token = self.form.text("token")
        answer = {"url": self.form.text("url", required=True), "fields": self.pairs()} | (
            {"token": token} if token else {}
        )
        self.change("ConnectionSet", seller=self.own["id"], portal=CALLED, input=answer)
        return self.go(message=_("The connection is kept."))

    @action
    def disconnect(self) -> HttpResponse:
        self.change("ConnectionRemove", seller=self.own["id"], portal=CALLED)
        return self.go(message=_("Address and key are forgotten."))

    def pairs(self) -> list[dict[str, str]]:
        """One line each: the system's name, an equals sign, ours."""
        lines = [line for line in self.form.text("fields").splitlines() if line.strip()]
        found = [line.partition("=") for line in lines]
        if any(not theirs.strip() or not ours.strip() for theirs, _equals, ours in found):
            raise self.refuse("fields", _("Write one pair in each line: their name = our name."))
        return [{"portalField": theirs.strip(), "recordField": ours.strip()} for theirs, _equals, ours in found]
