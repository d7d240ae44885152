"""The orders of who is signed in, the latest first."""

from frontend.page import Page, Variables

PAGE_SIZE = 20


class Orders(Page):
    """One's own orders in every market."""

    needs_sign_in = True

    def variables(self) -> Variables:
        return self.page_wanted(PAGE_SIZE)
