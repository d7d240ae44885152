"""A text of the marketplace itself: its operating regulations, help, or the story of a maker."""

from typing import Any

from frontend.page import Page
from frontend.page_text import page_text

MORE = {"HELP": "HELP", "POLICY": "POLICY", "STORY": "STORY"}
"""Kinds whose other pages are offered below the text."""


class SitePage(Page):
    """Only once it is published; samples say that they are."""

    required = ("page",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        kind = data["page"]["kind"]
        others = self.ask("OtherPages", kind=kind)["pages"]["edges"] if kind in MORE else []
        content = data["page"]["localized"]["content"]
        return {
            "html": page_text(content["text"], self._address) if content and content["text"] else "",
            "others": [edge["node"] for edge in others if edge["node"]["slug"] != data["page"]["slug"]][:8],
        }

    def _address(self, slug: str) -> str:
        return self.url("site-page", slug=slug)
