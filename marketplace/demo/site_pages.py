"""Samples of the texts that the law asks of a marketplace, and the menu in the foot of every page that leads there."""

from marketplace.content.menus import add_item, create_menu, translate_item
from marketplace.content.page import PageKind
from marketplace.demo.written_pages import write_pages

FOOTER = "footer"
SOURCE_LANGUAGE = "en"


def write_site_pages() -> int:
    """Every page in every language, published and marked as a sample; returns how many."""
    menu = create_menu(name="Footer", slug=FOOTER)
    written = list(write_pages("site_pages", source=SOURCE_LANGUAGE, kind=PageKind.POLICY, is_sample=True))
    for page, texts in written:
        item = add_item(menu=menu, name=page.title, page=page)
        for language in texts.keys() - {SOURCE_LANGUAGE}:
            translate_item(item=item, language=language, name=texts[language]["title"])
    return len(written)
