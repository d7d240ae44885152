"""What a traced product's label leads to: product, maker, lot, and each step on its way. No sign-in."""

from frontend.page import Page, Variables


class Trace(Page):
    """The public story of one code."""

    required = ("trace",)
    indexed = False

    def variables(self) -> Variables:
        return {"code": self.parts["code"][:60], "channel": self.visit.market}
