"""The web application manifest (W3C): what a browser needs to put pages among a telephone's applications."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.templatetags.static import static

from frontend.security import protect
from i18n.languages import LANGUAGES

DAY = "public, max-age=86400"
BACKGROUND, THEME = "#faf7f2", "#1c1412"


@dataclass(frozen=True, slots=True)
class Icon:
    """``name`` is of a file below ``frontend/icons``; a maskable one leaves room for every shape around it."""

    name: str
    sizes: str
    purpose: str = "any"

    def told(self) -> dict[str, str]:
        source = static(f"frontend/icons/{self.name}")
        return {"src": source, "sizes": self.sizes, "type": "image/png", "purpose": self.purpose}


DESK_ICONS = (
    Icon("desk-192.png", "192x192"),
    Icon("desk-512.png", "512x512"),
    Icon("desk-maskable-512.png", "512x512", "maskable"),
)


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A page that a long press on the application's icon leads to."""

    name: str
    address: str
    icon: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """Its texts are in ``language`` already. ``id`` tells one installed application from another."""

    id: str
    name: str
    short_name: str
    description: str
    language: str
    start: str
    scope: str
    icons: Sequence[Icon] = DESK_ICONS
    shortcuts: Sequence[Shortcut] = ()

    def response(self) -> HttpResponse:
        response = HttpResponse(json.dumps(self._said(), ensure_ascii=False), content_type="application/manifest+json")
        response["Cache-Control"] = DAY
        return protect(response)

    def _said(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "name": self.name,
            "short_name": self.short_name,
            "description": self.description,
            "lang": self.language,
            "dir": LANGUAGES[self.language].direction,
            "start_url": self.start,
            "scope": self.scope,
            "display": "standalone",
            "background_color": BACKGROUND,
            "theme_color": THEME,
            "categories": ["business", "shopping"],
            "icons": [icon.told() for icon in self.icons],
            "shortcuts": [
                {"name": one.name, "url": one.address, "icons": [Icon(one.icon, "96x96").told()]}
                for one in self.shortcuts
            ],
        }
