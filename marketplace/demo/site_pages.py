"""Samples of the texts that the law asks of a marketplace, and the menu in the foot of every page that leads there."""

from marketplace.content.menus import create_menu
from marketplace.content.page import PageKind
from marketplace.demo.written_pages import lead_there, write_pages

FOOTER = "footer"


def write_site_pages() -> int:
    """Every page in every language, published and marked as a sample; returns how many."""
    menu = create_menu(name="Footer", slug=FOOTER)
    written = list(write_pages("site_pages", source="en", kind=PageKind.POLICY, is_sample=True))
    for page, texts in written:
        lead_there(menu, page, texts)
    return len(written)
