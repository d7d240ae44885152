"""The way to a page (schema.org BreadcrumbList)."""

from collections.abc import Sequence
from typing import Any

from frontend.addresses import absolute


def breadcrumbs_thing(steps: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Names and paths from the front page on, this page last."""
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": absolute(path)}
            for place, (name, path) in enumerate(steps, 1)
        ],
    }
