"""The front door: crafts, new products, makers, the next fair."""

from frontend.page import Page


class Home(Page):
    """One query, nothing chosen."""
