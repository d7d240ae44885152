"""Stories of makers, as they tell them and in every other language; the picture is one of their own goods."""

from django.core.files.storage import default_storage

from catalog.products.media import ProductMedia
from marketplace.content.page import PageKind
from marketplace.content.pages import create_page, translate_page
from marketplace.demo.sellers import SOURCE_LANGUAGE, SettledSeller
from marketplace.demo.world import read_all


def tell_stories(sellers: dict[str, SettledSeller]) -> int:
    """Published at once; returns how many."""
    entries = read_all("stories")
    for entry in entries:
        settled = sellers[entry["seller"]]
        texts = entry["texts"]
        page = create_page(
            by=settled.owner,
            slug=entry["slug"],
            kind=PageKind.STORY,
            seller=settled.seller,
            source_language=SOURCE_LANGUAGE,
            picture=_picture(settled, entry["picture_of"]),
            is_published=True,
            **texts[SOURCE_LANGUAGE],
        )
        for language in texts.keys() - {SOURCE_LANGUAGE}:
            translate_page(page=page, language=language, texts=texts[language])
    return len(entries)


def _picture(settled: SettledSeller, product: str) -> bytes | None:
    """The first picture of one of the maker's products."""
    pictures = ProductMedia.objects.filter(product__seller=settled.seller, product__name=product)
    media = pictures.order_by("sort_order", "pk").first()
    if media is None:
        return None
    with default_storage.open(media.image, "rb") as file:
        content: bytes = file.read()
    return content
