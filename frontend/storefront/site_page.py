"""A text of the marketplace itself, such as its operating regulations, as the operator wrote it."""

from frontend.page import Page


class SitePage(Page):
    """Only once it is published; samples say that they are."""

    required = ("page",)
