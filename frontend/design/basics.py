from typing import Any

from frontend.design.example import Example
from frontend.design.page import DesignPage


class Basics(DesignPage):
    """Buttons, fields, notices, ways through the site, tables, texts."""

    sheets = ("seller_desk", "operator_desk", "design")

    def samples(self) -> dict[str, Any]:
        choices = [{"raw": "NH", "verbose": "Noord-Holland"}, {"raw": "ZH", "verbose": "Zuid-Holland"}]
        return {
            "rules": Example(
                "AddressValidationData",
                requiredFields=["name", "city", "postal_code", "country_area"],
                allowedFields=["name", "city", "postal_code", "country_area"],
                countryAreaChoices=choices,
                cityAreaChoices=[],
                postalCodeExamples=["1012 AB"],
            ),
            "lines": ["Werfkade B.V.", "Kade 12", "1012 AB AMSTERDAM", "NETHERLANDS"],
            "page_info": {"hasNextPage": True, "hasPreviousPage": True, "startCursor": "a", "endCursor": "b"},
        }
