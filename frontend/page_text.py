"""The text of one of the marketplace's own pages as HTML of ours: cleaned again, its links leading where they say."""

import re
from collections.abc import Callable

import nh3
from markupsafe import Markup

from frontend.filters import RICH_TAGS, paragraphs

TAGS = RICH_TAGS | {"h2", "blockquote", "a", "table", "thead", "tbody", "tr", "th", "td"}
_PAGE = re.compile(r'href="page:([a-z0-9-]+)"')
_SAFE = re.compile(r"https://[^\s\\]+|mailto:[^\s\\]+@[^\s\\]+|page:[a-z0-9-]+|#[A-Za-z0-9_-]+")


def page_text(text: str, address_of_page: Callable[[str], str]) -> Markup:
    """``page:its-slug`` becomes that page's address in the reader's language and market."""
    if "<" not in text:
        return paragraphs(text)
    clean = nh3.clean(
        text,
        tags=TAGS,
        attributes={"a": {"href"}},
        attribute_filter=lambda tag, name, value: value if _SAFE.fullmatch(value) else None,
        url_schemes={"https", "mailto", "page"},
        link_rel="noopener noreferrer",
    )
    linked = _PAGE.sub(lambda found: f'href="{address_of_page(found[1])}"', clean)
    return Markup(linked)  # noqa: S704  # cleaned just above; a slug has no character that HTML means anything by
