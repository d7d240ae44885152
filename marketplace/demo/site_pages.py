"""Samples of the texts that the law asks of a marketplace, and the menu in the foot of every page that leads there."""

from marketplace.content.menus import add_item, create_menu, translate_item
from marketplace.content.page import PageKind
from marketplace.content.pages import create_page, translate_page
from marketplace.demo.world import read

FOOTER = "footer"


def write_site_pages() -> int:
    """Every page of the world in English and Vietnamese, published and marked as a sample; returns how many."""
    entries = read("site_pages.toml")["pages"]
    menu = create_menu(name="Footer", slug=FOOTER)
    for entry in entries:
        title, title_vi = entry["title"]
        content, content_vi = entry["content"]
        page = create_page(
            title=title,
            slug=entry["slug"],
            kind=PageKind.POLICY,
            content=content,
            is_published=True,
            is_sample=True,
        )
        translate_page(page=page, language="vi", texts={"title": title_vi, "content": content_vi})
        item = add_item(menu=menu, name=title, page=page)
        translate_item(item=item, language="vi", name=title_vi)
    return len(entries)
