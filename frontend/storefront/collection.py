"""A collection: what somebody picked, in the order they put it."""

from frontend.page import Page


class Collection(Page):
    """Only where the market shows it."""

    required = ("collection",)
