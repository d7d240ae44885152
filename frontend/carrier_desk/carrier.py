"""One carrier: connecting an account with it, or the account there is."""

import re
from typing import Any, ClassVar

from django.http import HttpResponse, HttpResponseRedirect

from frontend import flash
from frontend.carrier_desk.desk import CarrierDesk
from frontend.page import Variables, action
from frontend.refusals import NotFound
from i18n.messages import gettext_noop as _

CHECKED = {
    True: _("The carrier accepts the credentials."),
    False: _("The carrier does not accept the credentials."),
    None: _("The carrier could not be asked just now. Try again in a moment."),
}


class Carrier(CarrierDesk):
    """A carrier that works without an account has no page."""

    half: ClassVar[str] = "carrier"

    def variables(self) -> Variables:
        return {**super().variables(), "owner": self.owner}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        carrier = self._carrier(data)
        account = self._account(data)
        return {
            **super().context(data),
            "carrier": carrier,
            "account": account,
            "fields": [{**field, "input": _input(field["name"])} for field in carrier["accountFields"]],
            "door": None,
        }

    @action
    def connect(self) -> HttpResponse:
        given = {
            "seller": self.owner,
            "carrier": self.parts["code"],
            "isTest": bool(self.form.text("isTest")),
            "settings": self._settings(),
        }
        made = self.change("CarrierAccountConnect", input=given)["carrierAccountConnect"]
        self.form.values = None
        return self.show(door=made["webhook"])

    @action
    def save(self) -> HttpResponse:
        settings = [one for one in self._settings() if one["value"]]
        self.change("CarrierAccountUpdate", id=self._id(), settings=settings)
        return self.go(message=_("The carrier accepts the credentials. They are saved."))

    @action
    def check(self) -> HttpResponse:
        told = self.change("CarrierAccountCheck", id=self._id())["carrierAccountCheck"]
        return self.go(message=CHECKED[told["account"]["isWorking"]])

    @action
    def renew(self) -> HttpResponse:
        told = self.change("CarrierAccountRenewWebhookSecret", id=self._id())["carrierAccountRenewWebhookSecret"]
        self.form.values = None
        return self.show(door=told["webhook"])

    @action
    def disconnect(self) -> HttpResponse:
        self.change("CarrierAccountDisconnect", id=self._id())
        flash.leave(self.visit, _("The account is disconnected, and its credentials are deleted."))
        return HttpResponseRedirect(self.to_list())

    def _settings(self) -> list[dict[str, str]]:
        names = [field["name"] for field in self._carrier(self.load())["accountFields"]]
        return [{"name": name, "value": self.form.text(_input(name))} for name in names]

    def _id(self) -> str:
        account = self._account(self.load())
        if account is None:
            raise NotFound
        return str(account["id"])

    def _carrier(self, data: dict[str, Any]) -> dict[str, Any]:
        wanting = {one["code"]: one for one in data["carriers"] if one["accountFields"]}
        if self.parts["code"] not in wanting:
            raise NotFound
        found: dict[str, Any] = wanting[self.parts["code"]]
        return found

    def _account(self, data: dict[str, Any]) -> dict[str, Any] | None:
        found = (one for one in data["carrierAccounts"] if one["carrier"]["code"] == self.parts["code"])
        return next(found, None)


def _input(name: str) -> str:
    """As the API names the field in an error: ``shop_id`` -> ``shopId``."""
    return re.sub(r"_(\w)", lambda match: match[1].upper(), name)
