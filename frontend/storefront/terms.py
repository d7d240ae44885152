"""The rules of buying and selling here: a short true text."""

from frontend.page import Page


class Terms(Page):
    """Words only; nothing is asked of the API."""
