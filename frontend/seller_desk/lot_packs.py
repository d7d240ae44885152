"""What rules ask of a lot: how much of it is there, where the rest is entered, and the files."""

from typing import Any

from frontend.page import Variables
from frontend.refusals import NotFound
from frontend.seller_desk.seller_page import SellerPage

OF_LOT = {
    "LOT": "seller-lots-lot",
    "STEPS": "seller-lots-lot",
    "CODES": "seller-lots-codes",
    "MATERIALS": "seller-lots-materials",
    "STATEMENTS": "seller-lots-materials",
}
OF_PRODUCT = {
    "PRODUCT": "seller-products-texts",
    "PICTURES": "seller-products-pictures",
    "SAFETY": "seller-products-safety",
    "BILL": "seller-products-materials",
}
OF_SELLER = {
    "PROFILE": "seller-profile",
    "CERTIFICATES": "seller-certificates",
    "PLACES": "seller-places",
    "PARTNERS": "seller-partners",
}


class LotPacks(SellerPage):
    """One pack at a time is opened: ``?pack=EUDR``."""

    required = ("lot",)
    least_role = "MANAGER"

    def variables(self) -> Variables:
        return {"id": self.parts["id"]}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        lot = data["lot"]
        if lot["variant"]["product"]["seller"]["id"] != self.own["id"]:
            raise NotFound
        packs = data["lotPacks"]
        asked = next((pack for pack in packs if pack["code"] == self.query("pack")), None)
        rules = {line["rule"]["legalBasis"]: line["rule"] for line in (asked or {}).get("requirements", ())}
        return {**super().context(data), "opened": asked, "rules": list(rules.values()), "mend": self.mend}

    def mend(self, where: str, lot: dict[str, Any]) -> str:
        """The page on which what is missing is entered."""
        if where in OF_LOT:
            return self.at(OF_LOT[where], id=lot["id"])
        if where in OF_PRODUCT:
            return self.at(OF_PRODUCT[where], id=lot["variant"]["product"]["id"])
        return self.at(OF_SELLER[where])
