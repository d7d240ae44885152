"""The words of the trade, each in a sentence, and the operator's help pages: where "Read more" leads from a field."""

from typing import Any

from frontend.page import Page

TRADE = ("MOQ", "LEAD_TIME", "SKU", "LOT", "GTIN", "COMPANY_PREFIX", "GROSS_WEIGHT")
CUSTOMS = ("HS_CODE", "ORIGIN", "EORI", "LANDED_COST", "DECLARED_VALUE", "SPECIES", "UN_NUMBER", "RESPONSIBLE")
MONEY = ("VAT", "TAX_CODE", "BIC")
INCOTERMS = ("INCOTERM", "EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP")


class Words(Page):
    """One list in four parts; every word has its own place to link to."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            "groups": [("trade", TRADE), ("customs", CUSTOMS), ("incoterms", INCOTERMS), ("money", MONEY)],
            "help_pages": [edge["node"] for edge in data["pages"]["edges"]],
        }
