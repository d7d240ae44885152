"""What happens to personal data here: a short true text."""

from frontend.page import Page


class Privacy(Page):
    """Words only; nothing is asked of the API."""
