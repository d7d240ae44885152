"""How search results are ranked and which facts count, as buyers and sellers may know it."""

from frontend.page import Page


class Ranking(Page):
    """Words only; nothing is asked of the API."""
