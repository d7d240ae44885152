"""One delivery zone with its methods, or a new one."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.refusals import NotFound
from frontend.seller_desk.seller_page import SellerPage
from i18n.collation import collated
from i18n.messages import gettext_noop as _

TYPES = ("PRICE", "WEIGHT", "CARRIER", "PICKUP")


class DeliveryZone(SellerPage):
    """Where it is, in which markets it holds, and what ways there are."""

    least_role = "MANAGER"

    def variables(self) -> Variables:
        known = self.parts.get("id")
        return {**super().variables(), "id": known or "", "known": bool(known)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        zone = data.get("shippingZone")
        if self.parts.get("id") and (not zone or zone["seller"]["id"] != self.own["id"]):
            raise NotFound
        chosen = {each["code"] for each in zone["countries"]} if zone else set()
        countries = {each["code"]: each["country"] for channel in data["channels"] for each in channel["countries"]}
        countries |= {each["code"]: each["country"] for each in zone["countries"]} if zone else {}
        return {
            **super().context(data),
            "zone": zone,
            "countries": [(code, name, code in chosen) for code, name in self._by_name(countries)],
            "regions_text": "\n".join(f"{each['country']['code']} {each['region']}" for each in zone["regions"])
            if zone
            else "",
            "holds_in": {each["id"] for each in zone["channels"]} if zone else set(),
        }

    @action
    def save(self) -> HttpResponse:
        channels = [each["id"] for each in self.load()["channels"]]
        chosen = [each for each in self.form.all("channels") if each in channels]
        fields = self._fields()
        known = self.parts.get("id")
        if known:
            gone = [each for each in channels if each not in chosen]
            self.change("ZoneUpdate", id=known, input={**fields, "addChannels": chosen, "removeChannels": gone})
            return self.go(message=_("The delivery zone is saved."))
        made = self.change("ZoneCreate", input={**fields, "seller": self.own["id"], "addChannels": chosen})
        zone = made["shippingZoneCreate"]["shippingZone"]["id"]
        message = _("The delivery zone is there. Now say how you deliver there.")
        return self.go("seller-delivery-zone", seller=self.own["slug"], id=zone, message=message)

    @action
    def add(self) -> HttpResponse:
        kind = self.form.text("type")
        if kind not in TYPES:
            raise self.refuse("type", _("Choose one."), "REQUIRED")
        given = {"shippingZone": self.parts["id"], "name": self.form.text("name", required=True), "type": kind}
        made = self.change("MethodCreate", input=given)
        method = made["shippingPriceCreate"]["shippingMethod"]["id"]
        message = _("The method is there. Now say what it costs in your markets.")
        parts = {"seller": self.own["slug"], "zone": self.parts["id"], "id": method}
        return self.go("seller-delivery-method", message=message, **parts)

    @action
    def remove(self) -> HttpResponse:
        self.change("ZoneDelete", id=self.parts["id"])
        message = _("The delivery zone is deleted with its methods.")
        return self.go("seller-delivery", seller=self.own["slug"], message=message)

    def _by_name(self, countries: dict[str, str]) -> list[tuple[str, str]]:
        return collated(countries.items(), self.visit.language, lambda entry: entry[1])

    def _fields(self) -> dict[str, Any]:
        return {
            "name": self.form.text("name", required=True),
            "description": self.form.text("description"),
            "countries": self.form.all("countries"),
            "default": self.form.checked("default", "1"),
            "regions": [self._region(line) for line in self.form.text("regions").splitlines() if line.strip()],
        }

    def _region(self, line: str) -> dict[str, str]:
        """``VN Hồ Chí Minh``: the country's code, then the region's name."""
        country, _space, region = line.strip().partition(" ")
        if not region.strip() or len(country) != 2:
            raise self.refuse("regions", _("Begin each line with the country’s code: VN Hồ Chí Minh."))
        return {"country": country.upper(), "region": region.strip()}
