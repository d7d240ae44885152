"""The collections that a market shows."""

from frontend.page import Page, Variables

PAGE_SIZE = 24


class Collections(Page):
    """By name."""

    def variables(self) -> Variables:
        return {**super().variables(), **self.page_wanted(PAGE_SIZE)}
