"""The markup of pages: that of descriptions, with headings, quotations and links that lead somewhere safe.

A link to another page of the marketplace is written ``page:its-slug``: it then has the reader's language and market.
"""

import re
from html.parser import HTMLParser

import nh3

from catalog.products.description import TAGS as DESCRIPTION_TAGS
from catalog.products.description import sanitised as sanitised_description

TAGS = DESCRIPTION_TAGS | {"h2", "blockquote", "a"}
_SCHEMES = {"https", "mailto", "page"}
_SAFE = re.compile(r"https://[^\s\\]+|mailto:[^\s\\]+@[^\s\\]+|page:[a-z0-9-]+|#[A-Za-z0-9_-]+")
_TAG = re.compile(r"<(?:a|h2|blockquote)\b", re.IGNORECASE)


def sanitised_page(text: str) -> str:
    """HTML of harmless tags; links keep their address if it is https, mail, or a page here, all else is cut away."""
    if not _TAG.search(text):
        return sanitised_description(text)
    clean = text.replace("\r\n", "\n").replace("\x00", "").strip()
    return nh3.clean(
        clean,
        tags=TAGS,
        attributes={"a": {"href"}},
        attribute_filter=lambda tag, name, value: value if _SAFE.fullmatch(value) else None,
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer",
        strip_comments=True,
        clean_content_tags={"script", "style"},
    ).strip()


def links_in(content: str) -> list[str]:
    """The addresses of all links, in their order."""
    reader = _Links()
    reader.feed(content)
    return reader.found


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found += [value for name, value in attrs if name == "href" and value]
