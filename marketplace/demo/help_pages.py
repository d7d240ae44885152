"""Help for those who sell and those who buy: from the first product to the first money, from choosing to unpacking."""

from marketplace.content.menu import Menu
from marketplace.content.page import PageKind
from marketplace.demo.site_pages import FOOTER
from marketplace.demo.written_pages import lead_there, write_pages

FOR_BUYERS = frozenset({"buying-step-by-step", "what-a-trace-code-tells"})
"""The foot of every page leads there; sellers find theirs where their desk explains the words of the trade."""


def write_help_pages() -> int:
    """In Vietnamese, as it was written, and in every other language; returns how many."""
    menu = Menu.objects.get(slug=FOOTER)
    written = list(write_pages("help_pages", source="vi", kind=PageKind.HELP))
    for page, texts in written:
        if page.slug in FOR_BUYERS:
            lead_there(menu, page, texts)
    return len(written)
