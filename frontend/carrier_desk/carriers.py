"""The carriers there are, and with which of them the seller or the marketplace has an account."""

from typing import Any, ClassVar

from frontend.carrier_desk.desk import CarrierDesk
from frontend.page import Variables


class Carriers(CarrierDesk):
    """Those that want an account; the others work for everybody and are named below."""

    half: ClassVar[str] = "carriers"

    def variables(self) -> Variables:
        return {**super().variables(), "owner": self.owner}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        accounts = {one["carrier"]["code"]: one for one in data["carrierAccounts"]}
        wanting = [one for one in data["carriers"] if one["accountFields"]]
        return {
            **super().context(data),
            "rows": [{**one, "account": accounts.get(one["code"])} for one in wanting],
            "open_to_all": [one for one in data["carriers"] if not one["accountFields"]],
        }
