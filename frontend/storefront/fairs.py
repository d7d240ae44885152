"""The fairs of WTC Bình Dương: coming ones first."""

from frontend.page import Page


class Fairs(Page):
    """Published fairs, the next one first."""
