"""Help for those who sell and those who buy: from the first product to the first money, from choosing to unpacking."""

from marketplace.content.page import PageKind
from marketplace.demo.written_pages import write_pages


def write_help_pages() -> int:
    """In Vietnamese, as it was written, and in every other language; returns how many."""
    return len(list(write_pages("help_pages", source="vi", kind=PageKind.HELP)))
