"""The fairs of WTC Bình Dương: coming ones first, then those that are over."""

from frontend.page import Page


class Fairs(Page):
    """Published fairs; the nearest is first on either side of today."""
