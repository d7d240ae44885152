"""One's own account at a glance: what waits for an answer, and where everything else is."""

from typing import Any

from frontend.page import Page

AWAITING = "BUYER"


class Account(Page):
    """Nothing is changed here; every part of the account has a page of its own."""

    needs_sign_in = True
    required = ("me",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        quotes = [edge["node"] for edge in data["myQuotes"]["edges"]]
        return {
            "answers": [quote for quote in quotes if quote["turn"] == AWAITING],
            "unpaid": [edge["node"] for edge in data["unpaid"]["edges"]],
        }
