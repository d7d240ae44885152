"""Pages whose texts lie in one file a language: written in one of them and translated into the others."""

from collections.abc import Iterator

from marketplace.content.menu import Menu
from marketplace.content.menus import add_item, translate_item
from marketplace.content.page import Page, PageKind
from marketplace.content.pages import create_page, translate_page
from marketplace.demo.world import read_languages

Texts = dict[str, dict[str, str]]
"""By language: title and content."""


def write_pages(folder: str, *, source: str, kind: PageKind, is_sample: bool = False) -> Iterator[tuple[Page, Texts]]:
    """Each page of the folder, published, in the order of the source's file."""
    languages = read_languages(folder)
    for slug, own in languages[source].items():
        page = create_page(
            slug=slug,
            kind=kind,
            source_language=source,
            title=own["title"],
            content=own["content"],
            is_sample=is_sample,
            is_published=True,
        )
        texts = {language: pages[slug] for language, pages in languages.items()}
        for language in texts.keys() - {source}:
            translate_page(page=page, language=language, texts=texts[language])
        yield page, texts


def lead_there(menu: Menu, page: Page, texts: Texts) -> None:
    """An entry of the menu that is named as the page; ``menu`` names its entries in English."""
    item = add_item(menu=menu, name=texts["en"]["title"], page=page)
    for language in texts.keys() - {"en"}:
        translate_item(item=item, language=language, name=texts[language]["title"])
