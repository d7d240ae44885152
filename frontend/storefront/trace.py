"""What a traced product's label leads to: product, maker, lot, and each step on its way. No sign-in."""

from typing import Any

from frontend.page import Page, Variables


class Trace(Page):
    """The public story of one code; a code that was never made, or was withdrawn, is told apart and plainly."""

    indexed = False

    def variables(self) -> Variables:
        return {"code": self.parts["code"][:60]}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        if data["trace"] is None:
            self.status = 404
        return {"code": self.parts["code"][:60], "is_active": data["trace"] and data["trace"]["status"] == "ACTIVE"}
