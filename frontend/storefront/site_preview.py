"""A page as readers would see it once its drafts are published: by a link that is good for two hours."""

from typing import Any

from frontend.page import Page
from frontend.page_text import page_text


class SitePreview(Page):
    """Whoever has the link reads it, in any language; it is kept out of search engines and says what it is."""

    indexed = False
    required = ("pagePreview",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        content = data["pagePreview"]["content"]
        html = page_text(content["text"], self._address) if content and content["text"] else ""
        return {"html": html, "token": self.parts["token"]}

    def _address(self, slug: str) -> str:
        return self.url("site-page", slug=slug)
