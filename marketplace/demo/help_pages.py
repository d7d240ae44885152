"""Help for those who sell: from the first product to the first money, and what the three letters of an offer mean."""

from marketplace.content.page import PageKind
from marketplace.content.pages import create_page, translate_page
from marketplace.demo.world import read


def write_help_pages() -> int:
    """In Vietnamese, as it was written, and in English; returns how many."""
    entries = read("help_pages.toml")["pages"]
    for entry in entries:
        page = create_page(
            title=entry["title"]["vi"],
            slug=entry["slug"],
            kind=PageKind.HELP,
            content=entry["content"]["vi"],
            source_language="vi",
            is_published=True,
        )
        texts = {"title": entry["title"]["en"], "content": entry["content"]["en"]}
        translate_page(page=page, language="en", texts=texts)
    return len(entries)
