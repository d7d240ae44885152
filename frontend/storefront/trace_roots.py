"""The signed roots of days, and how to check with them what the marketplace says of goods."""

from frontend.page import Page, Variables

PAGE_SIZE = 30


class TraceRoots(Page):
    """For everybody; the files behind it are those that programs read."""

    def variables(self) -> Variables:
        return self.page_wanted(PAGE_SIZE)
